import type { ZoneConfig } from '../../src/model/networkConfig.ts';
import type { Random } from '../random.ts';

/** Where the retailer sells. */
export const COUNTRIES = [
  { code: 'FR', timeZone: 'Europe/Paris', lat: 46.6, lon: 2.4, spread: 3.5 },
  { code: 'DE', timeZone: 'Europe/Berlin', lat: 51.0, lon: 10.3, spread: 3 },
  { code: 'GB', timeZone: 'Europe/London', lat: 52.6, lon: -1.6, spread: 2 },
  { code: 'ES', timeZone: 'Europe/Madrid', lat: 40.2, lon: -3.6, spread: 3 },
] as const;
const AREAS_PER_COUNTRY = 20;

/** Twenty postal areas of every country, and the country itself for codes that are in none. */
export function generateZones(random: Random): ZoneConfig[] {
  return COUNTRIES.flatMap((c) => countryZones(random, c));
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
