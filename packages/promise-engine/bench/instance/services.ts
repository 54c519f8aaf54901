import type { ServiceConfig } from '../../src/model/networkConfig.ts';
import type { Random } from '../random.ts';
import { COUNTRIES } from './areas.ts';
import { everyDay, HOLIDAYS, sixDays, weekdays } from './days.ts';

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

/** Services of every kind in turn. */
export function generateServices(random: Random, count: number): ServiceConfig[] {
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
