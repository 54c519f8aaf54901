import type {
  LocationConfig,
  MethodConfig,
  OpenSpan,
  PickupPointConfig,
  ServiceConfig,
  VariantConfig,
  ZoneConfig,
} from '../../subgraphs/promise/domain/networkConfig.ts';
import { createNetwork, type Network } from '../../subgraphs/promise/domain/network.ts';
import type { PromiseInput } from '../../subgraphs/promise/domain/types.ts';
import { Random } from './random.ts';

/** Size and nature of an instance. Equal options give equal instances. */
export interface InstanceOptions {
  readonly seed: number;
  readonly locations: number;
  /** 5 to 15. */
  readonly services: number;
  /** 3 to 7 method types. */
  readonly methods: number;
  readonly skus: number;
  /** Share of locations that stock an article. */
  readonly density: number;
  /** Large quantities against scarce stock and capacity in units: carts that must be split within lines. */
  readonly scarce?: boolean;
}

/** A network as plain records, and what carts can be made of. */
export interface Instance {
  readonly options: InstanceOptions;
  readonly zones: readonly ZoneConfig[];
  readonly services: readonly ServiceConfig[];
  readonly methods: readonly MethodConfig[];
  readonly locations: readonly LocationConfig[];
  readonly pickupPoints: readonly PickupPointConfig[];
  readonly variants: readonly VariantConfig[];
}

const COUNTRIES = [
  { code: 'FR', timeZone: 'Europe/Paris', lat: 46.6, lon: 2.4, spread: 3.5 },
  { code: 'DE', timeZone: 'Europe/Berlin', lat: 51.0, lon: 10.3, spread: 3 },
  { code: 'GB', timeZone: 'Europe/London', lat: 52.6, lon: -1.6, spread: 2 },
  { code: 'ES', timeZone: 'Europe/Madrid', lat: 40.2, lon: -3.6, spread: 3 },
] as const;
const AREAS_PER_COUNTRY = 20;
const HOLIDAYS = ['2026-11-01', '2026-11-11', '2026-12-25', '2026-12-26', '2027-01-01'];
/** Monday 2026-11-16, 07:00 UTC: questions are asked from here on, a few a second, as a shop's day goes. */
const FROM = Date.UTC(2026, 10, 16, 7);

const weekdays = [true, true, true, true, true, false, false];
const sixDays = [true, true, true, true, true, true, false];
const everyDay = [true, true, true, true, true, true, true];

/** Builds the records of an instance. */
export function generateInstance(options: InstanceOptions): Instance {
  const random = new Random(options.seed);
  const zones = COUNTRIES.flatMap((c) => countryZones(random, c));
  const services = generateServices(random, options.services);
  return {
    options,
    zones,
    services,
    methods: generateMethods(services, options.methods),
    locations: Array.from({ length: options.locations }, (_, i) =>
      generateLocation(random, i, zones, services, options.scarce === true),
    ),
    pickupPoints: Array.from({ length: 400 }, (_, i) => generatePoint(random, i, zones)),
    variants: Array.from({ length: options.skus }, (_, i) => generateVariant(random, i)),
  };
}

function countryZones(random: Random, c: (typeof COUNTRIES)[number]): ZoneConfig[] {
  const areas = Array.from({ length: AREAS_PER_COUNTRY }, (_, i): ZoneConfig => {
    const prefix = String(10 + i);
    return {
      id: `${c.code}-${prefix}`,
      country: c.code,
      postalPrefixes: [prefix],
      precision: 'POSTCODE',
      timeZone: c.timeZone,
      centre: {
        latitude: c.lat + (random.next() * 2 - 1) * c.spread,
        longitude: c.lon + (random.next() * 2 - 1) * c.spread,
      },
      taxRate: 2000,
    };
  });
  const centre = { latitude: c.lat, longitude: c.lon };
  const whole: ZoneConfig = {
    id: c.code,
    country: c.code,
    postalPrefixes: [],
    precision: 'COUNTRY',
    timeZone: c.timeZone,
    centre,
    taxRate: 2000,
  };
  return [...areas, whole];
}

/** Kinds of services, in the order they are added. */
const KINDS = [
  'standard',
  'express',
  'courier',
  'windows',
  'relay',
  'shuttle',
  'weekend',
  'standard',
  'relay',
  'express',
] as const;

function generateServices(random: Random, count: number): ServiceConfig[] {
  return Array.from({ length: count }, (_, i) => generateService(random, KINDS[i % KINDS.length]!, i));
}

function generateService(random: Random, kind: (typeof KINDS)[number], i: number): ServiceConfig {
  const fast = kind === 'express' || kind === 'shuttle';
  const slow = random.int(0, 1);
  const base: ServiceConfig = {
    id: `${kind}-${i}`,
    carrier: kind === 'relay' || kind === 'standard' ? `carrier-${i % 3}` : `${kind}-carrier`,
    name: `${kind} ${i}`,
    countries: COUNTRIES.map((c) => c.code),
    transit: [
      { maxKm: 150, earliestDays: 1, latestDays: 1 },
      { maxKm: 700, earliestDays: 1, latestDays: fast ? 1 : 2 + slow },
      { maxKm: 4000, earliestDays: 2, latestDays: fast ? 2 : 4 + slow },
    ],
    transitDays: kind === 'weekend' ? everyDay : weekdays,
    deliveryDays: kind === 'weekend' ? everyDay : sixDays,
    holidays: { '*': HOLIDAYS },
    deliverFrom: '08:00',
    deliverUntil: kind === 'express' ? '13:00' : '18:00',
    limits: { maxParcelKg: 30, maxSideCm: 150 },
    tariff: {
      base: fast ? random.int(700, 1100) : random.int(330, 560),
      perKg: random.int(15, 60),
      bands: [
        { maxKm: 200, extra: 0 },
        { maxKm: 800, extra: random.int(20, 120) },
        { maxKm: 4000, extra: random.int(150, 600) },
      ],
    },
    carbon: {
      lineHaul: random.pick(['ARTIC_HGV', 'RIGID_HGV', 'RAIL'] as const),
      lastMile: random.pick(['VAN_DIESEL', 'VAN_ELECTRIC'] as const),
      routeKm: random.int(50, 120),
      drops: random.int(60, 140),
    },
  };
  if (kind === 'courier') {
    return {
      ...base,
      transit: [{ maxKm: 60, earliestDays: 0, latestDays: 0 }],
      courier: { baseMinutes: 20, minutesPerKm: 3, radiusKm: 15, onCall: true },
      transitDays: everyDay,
      deliveryDays: everyDay,
      deliverUntil: '21:00',
      carbon: { lineHaul: 'NONE', lastMile: 'CARGO_BIKE', routeKm: 6, drops: 1 },
    };
  }
  if (kind === 'shuttle') return { ...base, tariff: { base: random.int(120, 220), perKg: 8 } };
  if (kind !== 'windows') return base;
  return {
    ...base,
    windows: ['08:00', '12:00', '16:00'].map((from, w) => ({
      from,
      until: ['12:00', '16:00', '20:00'][w]!,
      capacity: 40,
    })),
  };
}

function generateMethods(services: readonly ServiceConfig[], count: number): MethodConfig[] {
  const of = (...kinds: string[]): string[] =>
    services.filter((s) => kinds.includes(s.id.split('-')[0]!)).map((s) => s.id);
  const make = (
    code: string,
    methodType: MethodConfig['methodType'],
    serviceIds: string[],
    price: number,
  ): MethodConfig => ({
    code,
    methodType,
    titles: { default: code },
    serviceIds,
    prices: { EUR: { base: price } },
    freeFrom: { EUR: 15_000 },
    radiusKm: 60,
  });
  return [
    make('home', 'SHIPPING', of('standard', 'relay'), 490),
    make('express', 'EXPRESS', of('express'), 990),
    make('collect', 'PICKUP_IN_STORE', of('shuttle'), 0),
    make('relay', 'PICKUP_POINT', of('relay', 'standard'), 390),
    make('instant', 'INSTANT', of('courier'), 1290),
    make('window', 'SCHEDULED', of('windows'), 690),
    make('weekend', 'WEEKEND', of('weekend'), 790),
  ].slice(0, Math.max(3, Math.min(7, count)));
}

const span = (open: string, close: string): OpenSpan[] => [{ open, close }];

function generateLocation(
  random: Random,
  i: number,
  zones: readonly ZoneConfig[],
  services: readonly ServiceConfig[],
  scarce: boolean,
): LocationConfig {
  const zone = random.pick(zones.filter((z) => z.precision === 'POSTCODE'));
  const warehouse = random.chance(0.05) || i === 0;
  const supplier = !warehouse && random.chance(0.03);
  const open = warehouse ? random.pick(['05:00', '06:00']) : random.pick(['09:00', '09:30', '10:00']);
  const close = warehouse ? random.pick(['22:00', '23:00']) : random.pick(['18:30', '19:00', '20:00']);
  const day = span(open, close);
  const sunday = !warehouse && random.chance(0.2) ? span('11:00', '17:00') : [];
  const times = warehouse ? ['12:00', '18:00'] : [random.pick(['15:00', '16:30', '17:30'])];
  const closedDates = random.chance(0.1) ? [...HOLIDAYS, '2026-11-30'] : HOLIDAYS;
  return {
    id: `L${i}`,
    name: `Location ${i}`,
    type: warehouse ? 'WAREHOUSE' : supplier ? 'SUPPLIER' : 'STORE',
    timeZone: zone.timeZone,
    country: zone.country,
    postalCode: `${zone.postalPrefixes[0]}000`,
    coordinates: {
      latitude: zone.centre.latitude + (random.next() - 0.5) * 0.6,
      longitude: zone.centre.longitude + (random.next() - 0.5) * 0.6,
    },
    opening: { weekly: [day, day, day, day, day, warehouse ? [] : day, sunday], closedDates },
    handlingMinutes: warehouse ? 180 : random.pick([60, 120, 240]),
    ...(warehouse ? { customisationMinutes: 480 } : {}),
    pickups: pickupsOf(random, services, warehouse, times),
    capacity: scarce
      ? { unit: 'UNITS', perDay: random.int(3, 40) }
      : { unit: 'ORDERS', perDay: warehouse ? 5000 : random.int(10, 60) },
    collect: !warehouse && !supplier,
    handlingCost: warehouse ? random.int(60, 90) : random.int(100, 200),
    unitCost: warehouse ? random.int(15, 30) : random.int(35, 60),
    load: Math.round(random.next() * 100) / 100,
    dangerousGoods: warehouse,
    oversize: warehouse,
  };
}

function pickupsOf(random: Random, services: readonly ServiceConfig[], warehouse: boolean, times: string[]) {
  const weekly = [times, times, times, times, times, [], []];
  return services
    .filter((s) => warehouse || s.courier || random.chance(0.7))
    .map((s) => ({ serviceId: s.id, weekly, readyMinutesBefore: 15 }));
}

function generatePoint(random: Random, i: number, zones: readonly ZoneConfig[]): PickupPointConfig {
  const zone = random.pick(zones.filter((z) => z.precision === 'POSTCODE'));
  const day = span('09:00', '19:30');
  return {
    id: `P${i}`,
    kind: i % 4 === 0 ? 'LOCKER' : 'PICKUP_POINT',
    name: `Point ${i}`,
    carrier: `carrier-${i % 3}`,
    timeZone: zone.timeZone,
    country: zone.country,
    postalCode: `${zone.postalPrefixes[0]}000`,
    coordinates: {
      latitude: zone.centre.latitude + (random.next() - 0.5) * 0.3,
      longitude: zone.centre.longitude + (random.next() - 0.5) * 0.3,
    },
    opening: { weekly: [day, day, day, day, day, day, []] },
  };
}

function generateVariant(random: Random, i: number): VariantConfig {
  return {
    sku: `S${i}`,
    weightGrams: random.int(100, 4000),
    longestSideCm: random.int(10, 90),
    value: { EUR: random.int(500, 20_000) },
    ...(random.chance(0.02) ? { dangerousGoods: true } : {}),
    ...(random.chance(0.05) ? { backorder: true } : {}),
  };
}

/** Builds the network of an instance, stock included. */
export function buildNetwork(instance: Instance): Network {
  const network = createNetwork();
  for (const zone of instance.zones) network.setZone(zone);
  for (const service of instance.services) network.setService(service);
  for (const method of instance.methods) network.setMethod(method);
  for (const location of instance.locations) network.setLocation(location);
  for (const point of instance.pickupPoints) network.setPickupPoint(point);
  for (const variant of instance.variants) network.setVariant(variant);
  const random = new Random(instance.options.seed ^ 0x5bd1e995);
  for (const variant of instance.variants) {
    for (const location of instance.locations) {
      if (!random.chance(instance.options.density)) continue;
      const few = instance.options.scarce === true || random.chance(0.3);
      const onHand = few ? random.int(1, 4) : random.int(3, 25);
      network.setStock(variant.sku, location.id, {
        onHand,
        reserved: random.int(0, 1),
        safetyStock: random.int(0, 1),
      });
    }
  }
  return network;
}

/** Quantity of a line: mostly one, sometimes a few. */
const quantity = (random: Random, scarce: boolean): number => {
  if (scarce) return random.int(1, 7);
  return random.chance(0.75) ? 1 : random.int(2, 4);
};

/** A seeded series of questions, their instants spread over `hours` from Monday morning. */
export function generateQuestions(
  random: Random,
  instance: Instance,
  count: number,
  lines: (random: Random) => number,
  hours: number,
): PromiseInput[] {
  return Array.from({ length: count }, (_, i) =>
    generateQuestion(random, instance, lines(random), FROM + Math.floor((i * hours * 3_600_000) / count)),
  );
}

/** A seeded question with the given number of lines. */
export function generateQuestion(random: Random, instance: Instance, lines: number, at = FROM): PromiseInput {
  const zone = random.pick(instance.zones.filter((z) => z.precision === 'POSTCODE'));
  const skus = new Set<string>();
  while (skus.size < Math.min(lines, instance.variants.length)) skus.add(random.pick(instance.variants).sku);
  return {
    channel: 'web',
    currency: 'EUR',
    at,
    destination: {
      country: zone.country,
      postalCode: `${zone.postalPrefixes[0]}${String(random.int(0, 999)).padStart(3, '0')}`,
      ...(random.chance(0.3)
        ? { coordinates: { latitude: zone.centre.latitude + 0.02, longitude: zone.centre.longitude } }
        : {}),
    },
    lines: [...skus].map((sku) => ({ sku, quantity: quantity(random, instance.options.scarce === true) })),
  };
}

/** Lines of a believable cart: one to eight, now and then up to thirty. */
export function cartSize(random: Random): number {
  if (random.chance(0.03)) return random.int(9, 30);
  const u = random.next();
  return Math.min(8, 1 + Math.floor(-Math.log(1 - u) * 1.6));
}
