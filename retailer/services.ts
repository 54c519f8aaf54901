import { lanes } from './lanes.ts';

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

const named = <Code extends string>(code: Code, nameEn: string, nameFr: string, nameIt: string) => ({
  ...{ code, carrier: 'simulator', nameEn, nameFr, nameIt },
  addressLimits: { characters: 'LATIN' as const },
});

/**
 * The retailer's carrier services, from economy parcels to a cargo bike within the hour, and its own lorry that brings
 * goods to the stores they are collected in. All are simulated.
 */
export const retailerServices = [
  {
    ...named(
      'eco-home',
      'Economy home delivery',
      'Livraison éco à domicile',
      'Consegna economica a domicilio',
    ),
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
    ...named('standard-home', 'Home delivery', 'Livraison à domicile', 'Consegna a domicilio'),
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
    ...named('express-home', 'Express before 13:00', 'Express avant 13 h', 'Espresso entro le 13'),
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
    ...named('big-and-heavy', 'Two-person delivery', 'Livraison à deux personnes', 'Consegna al piano'),
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
    ...named('evening-window', 'Choose your window', 'Sur rendez-vous', 'Su appuntamento'),
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
    ...named('weekend-home', 'Weekend delivery', 'Livraison le week-end', 'Consegna nel fine settimana'),
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
    ...named('relay', 'Pickup point', 'Point relais', 'Punto di ritiro'),
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
    ...named(
      'store-run',
      'Our own lorry to the stores',
      'Navette vers les magasins',
      'Navetta verso i negozi',
    ),
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
    ...named('city-courier', 'Today by van', 'Aujourd’hui en camionnette', 'Oggi in furgone'),
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
    ...named(
      'cargo-bike',
      'Within the hour by cargo bike',
      'En une heure à vélo-cargo',
      'In un’ora in cargo bike',
    ),
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
