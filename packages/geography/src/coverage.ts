import { countryCode } from './countries.ts';
import { compactPostalCode, destinationCode, destinationsUnder, territory } from './territories.ts';

/** A destination, or the part of it whose postal codes begin alike. */
export interface Place {
  /** Country or territory. */
  readonly destination: string;
  /** Beginning of postal codes, or all of one, without separators; empty for all of the destination. */
  readonly prefix: string;
}

/** Where something goes to, as its configuration says. */
export interface Coverage {
  readonly destinationCountry: string;
  /** Beginnings of postal codes; none: all of the country, without its territories. */
  readonly postalPrefixes: readonly string[];
  /** Beginnings of postal codes that are left out. */
  readonly excludedPostalPrefixes?: readonly string[] | undefined;
}

/** Where a beginning of a country's postal codes lies: there, or in the territories whose codes begin so. */
function placesUnder(country: string, written: string): Place[] {
  const prefix = compactPostalCode(written, countryCode(country));
  return destinationsUnder(country, prefix).map((destination) => {
    // A beginning that holds all of a territory is the territory.
    const { prefixes = [], also } = territory(destination) ?? {};
    const whole = [...prefixes, ...(also?.prefixes ?? [])].some((each) => each.startsWith(prefix));
    return { destination, prefix: whole && destination !== countryCode(country) ? '' : prefix };
  });
}

/** The places a configuration names. */
export function coveredPlaces({ destinationCountry, postalPrefixes }: Coverage): Place[] {
  if (postalPrefixes.length === 0) return [{ destination: countryCode(destinationCountry), prefix: '' }];
  return postalPrefixes.flatMap((prefix) => placesUnder(destinationCountry, prefix));
}

/** The places it leaves out. */
export const exceptedPlaces = ({ destinationCountry, excludedPostalPrefixes = [] }: Coverage): Place[] =>
  excludedPostalPrefixes.flatMap((prefix) => placesUnder(destinationCountry, prefix));

/** Whether it names less than whole destinations. */
export const isDivided = (coverage: Coverage): boolean =>
  exceptedPlaces(coverage).length > 0 || coveredPlaces(coverage).some(({ prefix }) => prefix !== '');

/**
 * How narrowly a configuration names a place: signs of the longest beginning that covers it; -1 when it does not go
 * there. Of several that cover a place, the one that names it most narrowly is meant.
 */
export function narrowness(coverage: Coverage, place: Place): number {
  const within = ({ destination, prefix }: Place): boolean =>
    destination === place.destination && place.prefix.startsWith(prefix);
  if (exceptedPlaces(coverage).some(within)) return -1;
  return Math.max(
    -1,
    ...coveredPlaces(coverage)
      .filter(within)
      .map(({ prefix }) => prefix.length),
  );
}

/** The place of an address. */
export const placeOf = (country: string, postalCode: string | null | undefined): Place => ({
  destination: destinationCode(country, postalCode),
  prefix: compactPostalCode(postalCode ?? '', countryCode(country)),
});
