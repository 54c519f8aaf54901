import type { ZoneConfig } from '@promesse/promise-engine/model/networkConfig';

/** What a promise must know of a country when nothing more precise is given. */
interface Country {
  readonly timeZone: string;
  readonly centre: readonly [latitude: number, longitude: number];
  /** Standard rate of value-added tax in basis points (EU: rates of 2026 as published by the European Commission). */
  readonly taxRate: number;
  readonly postalPattern?: string;
}

const countries: Readonly<Record<string, Country>> = {
  AT: { timeZone: 'Europe/Vienna', centre: [47.6, 14.1], taxRate: 2000, postalPattern: '^\\d{4}$' },
  BE: { timeZone: 'Europe/Brussels', centre: [50.6, 4.6], taxRate: 2100, postalPattern: '^\\d{4}$' },
  BR: {
    timeZone: 'America/Sao_Paulo',
    centre: [-15.8, -47.9],
    taxRate: 0,
    postalPattern: '^\\d{5}(-?\\d{3})?$',
  },
  CH: { timeZone: 'Europe/Zurich', centre: [46.8, 8.2], taxRate: 810, postalPattern: '^\\d{4}$' },
  DE: { timeZone: 'Europe/Berlin', centre: [51.1, 10.4], taxRate: 1900, postalPattern: '^\\d{5}$' },
  ES: { timeZone: 'Europe/Madrid', centre: [40.3, -3.7], taxRate: 2100, postalPattern: '^\\d{5}$' },
  FR: { timeZone: 'Europe/Paris', centre: [46.6, 2.4], taxRate: 2000, postalPattern: '^\\d{5}$' },
  GB: { timeZone: 'Europe/London', centre: [52.8, -1.6], taxRate: 2000 },
  IE: { timeZone: 'Europe/Dublin', centre: [53.2, -8.0], taxRate: 2300 },
  IT: { timeZone: 'Europe/Rome', centre: [42.8, 12.5], taxRate: 2200, postalPattern: '^\\d{5}$' },
  LU: { timeZone: 'Europe/Luxembourg', centre: [49.8, 6.1], taxRate: 1700, postalPattern: '^\\d{4}$' },
  NL: {
    timeZone: 'Europe/Amsterdam',
    centre: [52.2, 5.5],
    taxRate: 2100,
    postalPattern: '^\\d{4} ?[A-Z]{2}$',
  },
  PT: {
    timeZone: 'Europe/Lisbon',
    centre: [39.6, -8.0],
    taxRate: 2300,
    postalPattern: '^\\d{4}(-?\\d{3})?$',
  },
};

/** The zone of a whole country; undefined for one we know nothing of. */
export function countryZone(code: string): ZoneConfig | undefined {
  const country = countries[code];
  if (country === undefined) return undefined;
  const [latitude, longitude] = country.centre;
  const { timeZone, taxRate, postalPattern } = country;
  return {
    ...{ id: code, country: code, postalPrefixes: [], precision: 'COUNTRY', timeZone, taxRate },
    centre: { latitude, longitude },
    ...(postalPattern === undefined ? {} : { postalPattern }),
  };
}

/** A zone around a place of the retailer, for destinations whose postal code begins alike. */
export function postalZone(
  country: string,
  prefix: string,
  place: { readonly latitude: number; readonly longitude: number; readonly timeZone: string },
): ZoneConfig {
  const whole = countryZone(country);
  return {
    ...{ id: `${country}-${prefix}`, country, postalPrefixes: [prefix], precision: 'POSTCODE' },
    timeZone: place.timeZone,
    centre: { latitude: place.latitude, longitude: place.longitude },
    ...(whole?.taxRate === undefined ? {} : { taxRate: whole.taxRate }),
    ...(whole?.postalPattern === undefined ? {} : { postalPattern: whole.postalPattern }),
  };
}
