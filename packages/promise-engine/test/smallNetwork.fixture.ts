import type {
  LocationConfig,
  MethodConfig,
  OpenSpan,
  PickupSchedule,
  ServiceConfig,
} from '../src/model/networkConfig.ts';
import { createNetwork, type Network } from '../src/network/network.ts';

/** Three French locations with every kind of service: enough to see each method work, small enough to reckon by hand. */
const week = (spans: OpenSpan[], sunday: OpenSpan[] = []): OpenSpan[][] => [
  ...Array.from({ length: 6 }, () => spans),
  sunday,
];
const daily = (times: string[], saturday: string[] = []): string[][] => [
  ...Array.from({ length: 5 }, () => times),
  saturday,
  [],
];

const weekdays = [true, true, true, true, true, false, false];
const everyDay = [true, true, true, true, true, true, true];

export function service(id: string, over: Partial<ServiceConfig> = {}): ServiceConfig {
  return {
    id,
    carrier: 'colis',
    name: id,
    countries: ['FR'],
    transit: [
      { maxKm: 100, earliestDays: 1, latestDays: 1 },
      { maxKm: 2000, earliestDays: 1, latestDays: 2 },
    ],
    transitDays: weekdays,
    deliveryDays: [true, true, true, true, true, true, false],
    holidays: { FR: ['2026-12-25', '2027-01-01'] },
    deliverFrom: '08:00',
    deliverUntil: '18:00',
    limits: { maxParcelKg: 30, maxSideCm: 120 },
    tariff: { base: 450, perKg: 40 },
    carbon: { lineHaul: 'ARTIC_HGV', lastMile: 'VAN_DIESEL', routeKm: 80, drops: 120 },
    ...over,
  };
}

export function method(
  code: string,
  methodType: MethodConfig['methodType'],
  serviceIds: string[],
): MethodConfig {
  return {
    code,
    methodType,
    titles: { default: code },
    serviceIds,
    prices: { EUR: { base: 490 } },
  };
}

function location(id: string, over: Partial<LocationConfig>): LocationConfig {
  return {
    id,
    name: id,
    type: 'STORE',
    timeZone: 'Europe/Paris',
    country: 'FR',
    postalCode: '75011',
    coordinates: { latitude: 48.86, longitude: 2.38 },
    opening: { weekly: week([{ open: '10:00', close: '19:00' }]), closedDates: ['2026-12-25', '2027-01-01'] },
    handlingMinutes: 90,
    pickups: storePickups,
    collect: true,
    handlingCost: 120,
    unitCost: 40,
    ...over,
  };
}

const pickup = (serviceId: string, weekly: string[][]): PickupSchedule => ({ serviceId, weekly });
const storePickups = [
  pickup('standard', daily(['17:00'])),
  pickup('courier', daily([])),
  pickup('shuttle', daily(['18:00'])),
];

function addZones(network: Network): void {
  network.setZone({
    id: 'FR-75',
    country: 'FR',
    postalPrefixes: ['75'],
    precision: 'POSTCODE',
    timeZone: 'Europe/Paris',
    centre: { latitude: 48.86, longitude: 2.35 },
    postalPattern: '^\\d{5}$',
    taxRate: 2000,
  });
  network.setZone({
    id: 'FR-69',
    country: 'FR',
    postalPrefixes: ['69'],
    precision: 'POSTCODE',
    timeZone: 'Europe/Paris',
    centre: { latitude: 45.76, longitude: 4.84 },
    postalPattern: '^\\d{5}$',
    taxRate: 2000,
  });
  network.setZone({
    id: 'FR',
    country: 'FR',
    postalPrefixes: [],
    precision: 'COUNTRY',
    timeZone: 'Europe/Paris',
    centre: { latitude: 46.6, longitude: 2.4 },
    taxRate: 2000,
  });
}

function addServices(network: Network): void {
  network.setService(service('standard'));
  network.setService(
    service('express', {
      transit: [{ maxKm: 2000, earliestDays: 1, latestDays: 1 }],
      tariff: { base: 900, perKg: 80 },
    }),
  );
  network.setService(service('weekend', { deliveryDays: everyDay, transitDays: everyDay }));
  network.setService(
    service('courier', {
      carrier: 'velo',
      transit: [{ maxKm: 50, earliestDays: 0, latestDays: 0 }],
      courier: { baseMinutes: 15, minutesPerKm: 4, radiusKm: 8, onCall: true },
      transitDays: everyDay,
      deliveryDays: everyDay,
      deliverUntil: '21:00',
      tariff: { base: 700, perKg: 0 },
      carbon: { lineHaul: 'NONE', lastMile: 'CARGO_BIKE', routeKm: 4, drops: 1 },
    }),
  );
  network.setService(
    service('windows', {
      windows: [
        { from: '08:00', until: '12:00', capacity: 5 },
        { from: '14:00', until: '18:00' },
      ],
    }),
  );
  network.setService(
    service('shuttle', {
      carrier: 'own',
      tariff: { base: 150, perKg: 10 },
      transit: [{ maxKm: 2000, earliestDays: 1, latestDays: 1 }],
    }),
  );
}

function addMethods(network: Network): void {
  network.setMethod(method('home-standard', 'SHIPPING', ['standard']));
  network.setMethod(method('home-express', 'EXPRESS', ['express']));
  network.setMethod(method('instant', 'INSTANT', ['courier']));
  network.setMethod(method('same-day', 'SAME_DAY', ['courier']));
  network.setMethod(method('windows', 'SCHEDULED', ['windows']));
  network.setMethod(method('weekend', 'WEEKEND', ['weekend']));
  network.setMethod(method('relais', 'PICKUP_POINT', ['standard']));
  network.setMethod(method('locker', 'LOCKER', ['standard']));
  network.setMethod({
    ...method('click-collect', 'PICKUP_IN_STORE', ['shuttle']),
    prices: { EUR: { base: 0 } },
  });
  network.setMethod({ ...method('reserve', 'RESERVE_AND_COLLECT', []), prices: { EUR: { base: 0 } } });
}

function addLocations(network: Network): void {
  network.setLocation(location('paris', {}));
  network.setLocation(
    location('lyon', { postalCode: '69002', coordinates: { latitude: 45.757, longitude: 4.832 } }),
  );
  const wide = daily(['12:00', '18:00']);
  network.setLocation(
    location('warehouse', {
      type: 'WAREHOUSE',
      postalCode: '69800',
      coordinates: { latitude: 45.7, longitude: 4.95 },
      collect: false,
      opening: {
        weekly: week([{ open: '06:00', close: '22:00' }]),
        closedDates: ['2026-12-25', '2027-01-01'],
      },
      handlingMinutes: 120,
      handlingCost: 80,
      unitCost: 25,
      pickups: ['standard', 'express', 'weekend', 'windows', 'shuttle'].map((id) => pickup(id, wide)),
      customisationMinutes: 240,
      dangerousGoods: true,
      oversize: true,
    }),
  );
}

function addPickupPoints(network: Network): void {
  for (const kind of ['PICKUP_POINT', 'LOCKER'] as const) {
    network.setPickupPoint({
      id: `${kind}-1`,
      kind,
      name: kind,
      carrier: 'colis',
      timeZone: 'Europe/Paris',
      country: 'FR',
      postalCode: '75011',
      coordinates: { latitude: 48.861, longitude: 2.37 },
      opening: { weekly: week([{ open: '09:00', close: '20:00' }]) },
    });
  }
}

function addStock(network: Network): void {
  for (const sku of ['A', 'B', 'C']) {
    network.setVariant({ sku, weightGrams: 1000, backorder: sku === 'C', value: { EUR: 5000 } });
  }
  for (const id of ['paris', 'lyon', 'warehouse']) network.setStock('A', id, { onHand: 5, safetyStock: 1 });
  network.setStock('B', 'lyon', { onHand: 2 });
  network.setStock('B', 'warehouse', { onHand: 3, reserved: 1 });
  network.setStock('C', 'warehouse', { onHand: 1 });
  network.setStock('C', 'lyon', {
    onHand: 0,
    incoming: [{ quantity: 10, availableAtMs: Date.parse('2026-11-27T09:00:00Z') }],
  });
}

/** SKUs A (everywhere), B (Lyon and warehouse) and C (warehouse, incoming in Lyon). */
export function smallNetwork(): Network {
  const network = createNetwork();
  for (const add of [addZones, addServices, addMethods, addLocations, addPickupPoints, addStock])
    add(network);
  return network;
}
