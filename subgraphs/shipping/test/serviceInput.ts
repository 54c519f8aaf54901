const money = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

/** A lane as an import brings it. */
export const laneInput = (more: object = {}) => ({
  ...{ originCountry: 'FR', destinationCountry: 'FR', transitDaysMin: 1, transitDaysMax: 3 },
  ...{ price: money(490), pricePerKg: money(50), cost: money(300), costPerKg: money(40) },
  ...more,
});

/** A carrier service as an import brings it. */
export const serviceInput = (code: string, more: object = {}) => ({
  ...{ code, carrier: 'postale', nameEn: `Service ${code}`, nameFr: `Service fr ${code}` },
  ...{ methodTypes: ['SHIPPING'], maxWeightGrams: 30_000, maxLengthMm: 1_200 },
  ...{ lastMileVehicle: 'VAN_DIESEL', lineHaulVehicle: 'HGV_ARTIC' },
  ...{ pickupWeekdays: [1, 2, 3, 4, 5], pickupTime: '17:00', deliveryWeekdays: [1, 2, 3, 4, 5, 6] },
  lanes: [laneInput()],
  ...more,
});
