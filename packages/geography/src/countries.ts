import type { CountryRow } from './data/countryRow.ts';
import { europe } from './data/europe.ts';
import { world } from './data/world.ts';

/** A country by ISO 3166-1, or Kosovo by its user-assigned code XK. */
export interface Country {
  readonly code: string;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA time zone of most of its people. */
  readonly timeZone: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Metres around that point within which the whole country lies. */
  readonly radiusMetres: number;
  /** BCP 47 language most of its people read. */
  readonly language: string;
}

const read = ([code, currency, timeZone, latitude, longitude, km, language]: CountryRow): Country => ({
  ...{ code, currency, timeZone, latitude, longitude, language },
  radiusMetres: km * 1_000,
});

/** Every country by its code. */
export const countries: ReadonlyMap<string, Country> = new Map(
  [...europe, ...world].map((row) => [row[0], read(row)]),
);

/** Codes that the European Union writes in its own way; XI is Northern Ireland in matters of tax. */
const aliases: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR', XI: 'GB' };

/** A country's code as ISO 3166 has it, whatever its case; what names no country is given back in capitals. */
export const countryCode = (written: string): string => {
  const code = written.trim().toUpperCase();
  return aliases[code] ?? code;
};
