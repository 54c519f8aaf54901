import { countries, countryCode } from './countries.ts';
import type { TerritoryRow } from './data/territoryRow.ts';
import { territoryRows } from './data/territories.ts';

/** A territory that is a destination of its own under another country's code. */
export type Territory = TerritoryRow;

const byCode: ReadonlyMap<string, Territory> = new Map(territoryRows.map((row) => [row.code, row]));
const byParent = new Map<string, Territory[]>();
for (const row of territoryRows) byParent.set(row.parent, [...(byParent.get(row.parent) ?? []), row]);

/** A territory by its code; undefined for a country that is nobody's territory. */
export const territory = (code: string): Territory | undefined => byCode.get(code);

/** The territories that are written under a country's code. */
export const territoriesOf = (country: string): readonly Territory[] => byParent.get(country) ?? [];

const longestFirst = new Map<string, readonly (readonly [prefix: string, code: string])[]>();

function prefixesOf(country: string): readonly (readonly [prefix: string, code: string])[] {
  let found = longestFirst.get(country);
  if (found === undefined) {
    found = territoryRows
      .flatMap(({ parent, prefixes, also, code }) => [
        ...(parent === country ? prefixes : []).map((prefix) => [prefix, code] as const),
        ...(also?.country === country ? also.prefixes : []).map((prefix) => [prefix, code] as const),
      ])
      .sort(([a], [b]) => b.length - a.length);
    longestFirst.set(country, found);
  }
  return found;
}

/** Signs of cars that people write before a postal code, where they differ from the country's code. */
const signs: Readonly<Record<string, string>> = {
  ...{ AT: 'A', BE: 'B', DE: 'D', ES: 'E', FR: 'F', HU: 'H', IT: 'I', LI: 'FL', LU: 'L', MT: 'M', NO: 'N' },
  ...{ PT: 'P', SE: 'S', FI: 'FIN', EE: 'EST', SI: 'SLO', RS: 'SRB', IE: 'IRL', SM: 'RSM', VA: 'V' },
};

/** Does a word before a hyphen name the country, as in D-70173 or NL-1012 AB? */
const namesCountry = (word: string, country: string): boolean =>
  [country, parentOf(country)].some((code) => word === code || word === signs[code]);

/**
 * Postal code without what separates its parts, in capitals, and without the country before it.
 * @param country code of the country or territory it is written under
 */
export function compactPostalCode(written: string, country: string): string {
  const upper = written.toUpperCase();
  const before = /^\s*([A-Z]{1,3})\s*[-\u2013]/.exec(upper);
  const [whole = '', word = ''] = before ?? [];
  const code = namesCountry(word, country) ? upper.slice(whole.length) : upper;
  return code.replace(/[^0-9A-Z]/g, '');
}

/** The destination an address belongs to: its country, or a territory of that country. */
export function destinationCode(country: string, postalCode: string | null | undefined): string {
  const code = countryCode(country);
  if (postalCode == null || postalCode === '') return code;
  const compact = compactPostalCode(postalCode, code);
  return prefixesOf(code).find(([prefix]) => compact.startsWith(prefix))?.[1] ?? code;
}

/** Destinations that postal codes with a beginning can lie in: the country, some territories, or both. */
export function destinationsUnder(country: string, prefix: string): readonly string[] {
  const code = countryCode(country);
  const compact = compactPostalCode(prefix, code);
  if (compact === '') return [code];
  const within = destinationCode(code, compact);
  if (within !== code) return [within];
  const below = prefixesOf(code).filter(([each]) => each.startsWith(compact));
  const wholly = whollyTerritories[code]?.some((each) => compact.startsWith(each)) ?? false;
  return wholly ? [...new Set(below.map(([, each]) => each))] : [code];
}

/** Beginnings of postal codes under which nothing of the mainland lies, though several territories do. */
const whollyTerritories: Readonly<Record<string, readonly string[]>> = {
  FR: ['97', '98'],
  PT: ['9'],
};

/** Country under whose code a destination's addresses are written: itself, or a territory's parent. */
export const parentOf = (code: string): string => byCode.get(code)?.parent ?? code;

/** Time zone of a destination; undefined for one that nobody knows. */
export const timeZoneOf = (code: string): string | undefined => {
  const own = byCode.get(code);
  return own?.timeZone ?? countries.get(code)?.timeZone ?? countries.get(own?.parent ?? '')?.timeZone;
};
