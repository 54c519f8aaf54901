import type { LocationFacts, ServiceFacts } from '../facts.ts';

export const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
export const lane = (from: string, to: string, more: object = {}): ServiceFacts['lanes'][number] => ({
  ...{ originCountry: from, destinationCountry: to, postalPrefixes: [] },
  ...{ transitDaysMin: 1, transitDaysMax: 3, price: eur(490), pricePerKg: eur(50) },
  ...{ cost: eur(300), costPerKg: eur(40) },
  ...more,
});
export const service = (more: Partial<ServiceFacts> = {}): ServiceFacts => ({
  ...{ code: 'parcel', carrier: 'postale', name: { en: 'Parcel', fr: 'Colis' }, active: true },
  ...{ methodTypes: ['SHIPPING'], maxWeightGrams: 30_000, maxLengthMm: 1_200, refusedRestrictions: [] },
  ...{ lastMileVehicle: 'VAN_DIESEL', stopsPerRound: 100, kmPerRound: 80, lineHaulVehicle: 'HGV_ARTIC' },
  ...{ pickupWeekdays: [1, 2, 3, 4, 5], pickupTime: '18:00', deliveryWeekdays: [1, 2, 3, 4, 5, 6] },
  ...{ deliveryFrom: '08:00', deliveryUntil: '18:00', windows: [], lanes: [lane('FR', 'FR')] },
  ...more,
});
export const location = (more: Partial<LocationFacts> = {}): LocationFacts => ({
  ...{ locationId: 'lyon', name: 'Lyon', kind: 'STORE', city: 'Lyon', country: 'FR', postalCode: '69002' },
  ...{ latitude: 45.7, longitude: 4.8, timeZone: 'Europe/Paris', closedDays: ['2026-05-01'] },
  openingHours: [{ weekday: 1, opensAt: '09:00', closesAt: '19:00' }],
  ...{ abilities: ['SHIP', 'COLLECT'], capacityPerDay: 40, handlingMinutes: 30, active: true },
  ...more,
});
