import type { LocationConfig, OpenSpan, ServiceConfig, ZoneConfig } from '../../src/model/networkConfig.ts';
import type { Random } from '../random.ts';
import { HOLIDAYS } from './days.ts';

const span = (open: string, close: string): OpenSpan[] => [{ open, close }];

/** A warehouse, store or supplier somewhere in the areas. */
export function generateLocation(
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
