import { countries, countryCode } from '../countries.ts';
import { destinationCode, parentOf, territory } from '../territories.ts';
import { areaPart, widerAreas } from './area.ts';
import type { PostalArea } from './table.ts';

/** Where a destination is, as precisely as it is known. */
export interface Located {
  readonly latitude: number;
  readonly longitude: number;
  /** The destination lies within so many metres of the point. */
  readonly radiusMetres: number;
  /** What was found: the code itself, a beginning of it, or no more than the country or territory. */
  readonly precision: 'CODE' | 'PREFIX' | 'COUNTRY';
  /** The code or beginning that was found; empty for a whole country. */
  readonly area: string;
  /** Code of the country or of the territory. */
  readonly destination: string;
}

/** Areas of a country, by code or beginning; undefined when nothing is known below the country. */
export type PostalAreas = (country: string) => ReadonlyMap<string, PostalArea> | undefined;

/**
 * Finds a destination: the postal code, else the narrowest known beginning of it, else the country.
 * @returns undefined when there is no such country.
 */
export function locateIn(
  areas: PostalAreas,
  country: string,
  postalCode?: string | null,
): Located | undefined {
  const code = countryCode(country);
  const destination = destinationCode(code, postalCode);
  const found = postalCode == null || postalCode === '' ? undefined : areaOf(areas, destination, postalCode);
  const whole = wholeOf(destination);
  if (found !== undefined) {
    const { area, latitude, longitude } = found.known;
    // Nothing in a country is further away than its size.
    const radiusMetres = Math.min(found.known.radiusMetres, 2 * (whole?.radiusMetres ?? Infinity));
    return {
      latitude,
      longitude,
      radiusMetres,
      precision: found.exact ? 'CODE' : 'PREFIX',
      area,
      destination,
    };
  }
  return whole === undefined ? undefined : { ...whole, precision: 'COUNTRY', area: '', destination };
}

function areaOf(areas: PostalAreas, destination: string, postalCode: string) {
  const parent = parentOf(destination);
  for (const country of new Set([destination, parent])) {
    const known = areas(country);
    if (known === undefined) continue;
    const area = areaPart(country, postalCode);
    const exact = known.get(area);
    if (exact !== undefined) return { known: exact, exact: true };
    for (const wider of widerAreas(country, area)) {
      const near = known.get(wider);
      // A beginning that the mainland shares says nothing of a territory.
      if (near !== undefined && destinationCode(parent, wider) === destination)
        return { known: near, exact: false };
    }
  }
  return undefined;
}

/** A whole country or territory. */
function wholeOf(code: string): Pick<Located, 'latitude' | 'longitude' | 'radiusMetres'> | undefined {
  const point = territory(code)?.point;
  if (point !== undefined) {
    const [latitude, longitude, km] = point;
    return { latitude, longitude, radiusMetres: km * 1_000 };
  }
  const country = countries.get(code);
  if (country === undefined) return undefined;
  const { latitude, longitude, radiusMetres } = country;
  return { latitude, longitude, radiusMetres };
}
