import type { PickupPointConfig, ZoneConfig } from '../../src/model/networkConfig.ts';
import type { Random } from '../random.ts';

/** A parcel shop or locker somewhere in the areas. */
export function generatePoint(random: Random, i: number, zones: readonly ZoneConfig[]): PickupPointConfig {
  const zone = random.pick(zones.filter((z) => z.precision === 'POSTCODE'));
  const day = [{ open: '09:00', close: '19:30' }];
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
