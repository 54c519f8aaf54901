/** A location as an import brings it. */
export const locationInput = (id: string, more: object = {}) => ({
  ...{ id, name: `Place ${id}`, kind: 'STORE', city: 'Lyon', country: 'FR', postalCode: '69001' },
  ...{ latitude: 45.76, longitude: 4.84, timeZone: 'Europe/Paris' },
  openingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '19:00' })),
  ...{ closedDays: ['2026-05-01'], abilities: ['SHIP', 'COLLECT'] },
  ...{ capacityPerDay: 40, handlingMinutes: 60 },
  ...more,
});
