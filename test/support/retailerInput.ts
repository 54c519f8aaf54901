const money = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

/** A place in France that ships and lets customers collect, as an import brings it. */
export const placeInput = (id: string, kind: string, at: { city: string; postalCode: string }) => ({
  ...{ id, name: `Place ${id}`, kind, ...at, country: 'FR', latitude: 48.86, longitude: 2.35 },
  timeZone: 'Europe/Paris',
  openingHours: [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensAt: '08:00', closesAt: '20:00' })),
  ...{ closedDays: [], abilities: ['SHIP', 'COLLECT'], capacityPerDay: 10_000, handlingMinutes: 30 },
});

/** One parcel service within France for 4.90. */
export const serviceInput = {
  ...{ code: 'parcel', carrier: 'postale', nameEn: 'Parcel', methodTypes: ['SHIPPING'] },
  ...{ maxWeightGrams: 30_000, maxLengthMm: 1_200, lastMileVehicle: 'VAN_DIESEL' },
  ...{ lineHaulVehicle: 'HGV_ARTIC', pickupWeekdays: [1, 2, 3, 4, 5], pickupTime: '18:00' },
  deliveryWeekdays: [1, 2, 3, 4, 5, 6],
  lanes: [
    {
      ...{ originCountry: 'FR', destinationCountry: 'FR', transitDaysMin: 1, transitDaysMax: 3 },
      ...{ price: money(490), pricePerKg: money(0), cost: money(300), costPerKg: money(40) },
    },
  ],
};

/** A variant as an import brings it. */
export const variantInput = (sku: string, priceMinor = 1_000, more: object = {}) => ({
  ...{ sku, price: money(priceMinor), weightGrams: 500, lengthMm: 300, widthMm: 200, heightMm: 100 },
  ...more,
});

/** A product of one variant. */
export const productInput = (sku: string, priceMinor = 1_000, more: object = {}) => ({
  ...{ id: `product-of-${sku}`, title: { en: `The ${sku}` }, category: 'things' },
  variants: [variantInput(sku, priceMinor, more)],
});
