import { timeZones } from './cities.ts';

const countries = Object.keys(timeZones);
const origins = countries;
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

interface Terms {
  /** Transit in business days at home and abroad, fastest and longest usual. */
  readonly home: readonly [number, number];
  readonly abroad?: readonly [number, number];
  readonly price: number;
  readonly perKg: number;
  readonly cost: number;
  readonly maxDistanceKm?: number;
  readonly transitMinutes?: number;
}

/** Lanes between all countries of the retailer, dearer and slower across borders. */
function lanes({ home, abroad, price, perKg, cost, maxDistanceKm, transitMinutes }: Terms) {
  return origins.flatMap((originCountry) =>
    countries
      .filter((destinationCountry) => destinationCountry === originCountry || abroad !== undefined)
      .map((destinationCountry) => {
        const same = destinationCountry === originCountry;
        const [transitDaysMin, transitDaysMax] = same ? home : (abroad ?? home);
        const more = same ? 0 : 350;
        return {
          ...{ originCountry, destinationCountry, transitDaysMin, transitDaysMax },
          ...(maxDistanceKm === undefined ? {} : { maxDistanceKm }),
          ...(transitMinutes === undefined ? {} : { transitMinutes }),
          ...{
            price: eur(price + more),
            pricePerKg: eur(perKg),
            cost: eur(cost + more),
            costPerKg: eur(Math.round(perKg * 0.6)),
          },
        };
      }),
  );
}

const week = [1, 2, 3, 4, 5];
const sixDays = [1, 2, 3, 4, 5, 6];
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const small = { maxWeightGrams: 30_000, maxLengthMm: 1_500, refusedRestrictions: ['OVERSIZE'] };
const van = {
  lastMileVehicle: 'VAN_DIESEL',
  stopsPerRound: 120,
  kmPerRound: 80,
  lineHaulVehicle: 'HGV_ARTIC',
};
const electric = { ...van, lastMileVehicle: 'VAN_ELECTRIC' };

/**
 * The retailer's carrier services, from economy parcels to a cargo bike within the hour, and its own lorry that brings
 * goods to the stores they are collected in. All are simulated.
 */
export const retailerServices = [
  {
    ...{
      code: 'eco-home',
      carrier: 'simulator',
      nameEn: 'Economy home delivery',
      nameFr: 'Livraison éco à domicile',
      nameIt: 'Consegna economica a domicilio',
    },
    ...{
      methodTypes: ['SHIPPING'],
      pickupWeekdays: week,
      pickupTime: '19:00',
      deliveryWeekdays: week,
      ...small,
    },
    ...{ ...van, lineHaulVehicle: 'RAIL' },
    lanes: lanes({ home: [2, 4], abroad: [4, 7], price: 290, perKg: 20, cost: 310 }),
  },
  {
    ...{
      code: 'standard-home',
      carrier: 'simulator',
      nameEn: 'Home delivery',
      nameFr: 'Livraison à domicile',
      nameIt: 'Consegna a domicilio',
    },
    ...{
      methodTypes: ['SHIPPING'],
      pickupWeekdays: sixDays,
      pickupTime: '18:00',
      deliveryWeekdays: sixDays,
      ...small,
      ...electric,
    },
    lanes: lanes({ home: [1, 2], abroad: [2, 4], price: 490, perKg: 40, cost: 420 }),
  },
  {
    ...{
      code: 'express-home',
      carrier: 'simulator',
      nameEn: 'Express before 13:00',
      nameFr: 'Express avant 13 h',
      nameIt: 'Espresso entro le 13',
    },
    ...{
      methodTypes: ['EXPRESS'],
      pickupWeekdays: week,
      pickupTime: '17:00',
      deliveryWeekdays: sixDays,
      deliveryFrom: '08:00',
      deliveryUntil: '13:00',
    },
    ...{ ...small, refusedRestrictions: ['OVERSIZE', 'DANGEROUS'], ...van, lineHaulVehicle: 'AIR_SHORT' },
    lanes: lanes({ home: [1, 1], abroad: [1, 2], price: 990, perKg: 90, cost: 850 }),
  },
  {
    ...{
      code: 'big-and-heavy',
      carrier: 'simulator',
      nameEn: 'Two-person delivery',
      nameFr: 'Livraison à deux personnes',
      nameIt: 'Consegna al piano',
    },
    ...{ methodTypes: ['SHIPPING'], pickupWeekdays: week, pickupTime: '15:00', deliveryWeekdays: week },
    ...{
      maxWeightGrams: 200_000,
      maxLengthMm: 3_000,
      refusedRestrictions: [],
      ...van,
      stopsPerRound: 20,
      lineHaulVehicle: 'HGV_RIGID',
    },
    lanes: lanes({ home: [3, 5], price: 3_900, perKg: 20, cost: 3_500 }),
  },
  {
    ...{
      code: 'evening-window',
      carrier: 'simulator',
      nameEn: 'Choose your window',
      nameFr: 'Sur rendez-vous',
      nameIt: 'Su appuntamento',
    },
    ...{
      methodTypes: ['SCHEDULED'],
      pickupWeekdays: week,
      pickupTime: '18:00',
      deliveryWeekdays: sixDays,
      windows: ['08:00-12:00', '14:00-18:00', '18:00-21:00'],
      windowCapacity: 40,
    },
    ...{ deliveryUntil: '21:00', ...small, ...electric, stopsPerRound: 60 },
    lanes: lanes({ home: [1, 2], price: 790, perKg: 40, cost: 690 }),
  },
  {
    ...{
      code: 'weekend-home',
      carrier: 'simulator',
      nameEn: 'Weekend delivery',
      nameFr: 'Livraison le week-end',
      nameIt: 'Consegna nel fine settimana',
    },
    ...{
      methodTypes: ['WEEKEND'],
      pickupWeekdays: sixDays,
      pickupTime: '18:00',
      deliveryWeekdays: [6, 7],
      ...small,
      ...electric,
    },
    lanes: lanes({ home: [1, 2], price: 690, perKg: 40, cost: 640 }),
  },
  {
    ...{
      code: 'relay',
      carrier: 'simulator',
      nameEn: 'Pickup point',
      nameFr: 'Point relais',
      nameIt: 'Punto di ritiro',
    },
    ...{
      methodTypes: ['PICKUP_POINT', 'LOCKER'],
      pickupWeekdays: sixDays,
      pickupTime: '18:00',
      deliveryWeekdays: sixDays,
    },
    ...{
      maxWeightGrams: 20_000,
      maxLengthMm: 900,
      refusedRestrictions: ['OVERSIZE', 'DANGEROUS'],
      ...van,
      stopsPerRound: 400,
    },
    lanes: lanes({ home: [1, 3], abroad: [3, 5], price: 350, perKg: 20, cost: 290 }),
  },
  {
    ...{
      code: 'store-run',
      carrier: 'simulator',
      nameEn: 'Our own lorry to the stores',
      nameFr: 'Navette vers les magasins',
      nameIt: 'Navetta verso i negozi',
    },
    // Goods for customers ride along with the stores' own: it comes before opening, and a stop is many parcels.
    ...{
      methodTypes: ['PICKUP_IN_STORE'],
      pickupWeekdays: week,
      pickupTime: '19:00',
      deliveryWeekdays: sixDays,
      deliveryFrom: '06:00',
      deliveryUntil: '10:00',
    },
    ...{ maxWeightGrams: 200_000, maxLengthMm: 3_000, refusedRestrictions: [] },
    ...{ ...electric, stopsPerRound: 300, kmPerRound: 150, lineHaulVehicle: 'HGV_RIGID' },
    lanes: lanes({ home: [1, 2], abroad: [2, 4], price: 0, perKg: 10, cost: 140 }),
  },
  {
    ...{
      code: 'city-courier',
      carrier: 'simulator',
      nameEn: 'Today by van',
      nameFr: 'Aujourd’hui en camionnette',
      nameIt: 'Oggi in furgone',
    },
    ...{
      methodTypes: ['SAME_DAY'],
      pickupWeekdays: everyDay,
      pickupTime: '17:00',
      deliveryWeekdays: everyDay,
      deliveryFrom: '10:00',
      deliveryUntil: '22:00',
    },
    ...{ ...small, ...electric, stopsPerRound: 30, lineHaulVehicle: 'NONE' },
    lanes: lanes({
      home: [0, 0],
      price: 1_190,
      perKg: 30,
      cost: 900,
      maxDistanceKm: 25,
      transitMinutes: 180,
    }),
  },
  {
    ...{
      code: 'cargo-bike',
      carrier: 'simulator',
      nameEn: 'Within the hour by cargo bike',
      nameFr: 'En une heure à vélo-cargo',
      nameIt: 'In un’ora in cargo bike',
    },
    ...{
      methodTypes: ['INSTANT'],
      pickupWeekdays: everyDay,
      pickupTime: '18:00',
      deliveryWeekdays: everyDay,
      deliveryFrom: '09:00',
      deliveryUntil: '21:00',
    },
    ...{ maxWeightGrams: 20_000, maxLengthMm: 800, refusedRestrictions: ['OVERSIZE', 'DANGEROUS'] },
    ...{ lastMileVehicle: 'CARGO_BIKE', stopsPerRound: 1, kmPerRound: 5, lineHaulVehicle: 'NONE' },
    lanes: lanes({ home: [0, 0], price: 1_490, perKg: 0, cost: 1_100, maxDistanceKm: 7, transitMinutes: 35 }),
  },
] as const;
