import { coveredPlaces, exceptedPlaces, type Place } from '@promesse/geography/coverage';
import { vatRate } from '@promesse/geography/vat/vatRate';
import { destinationCode, timeZoneOf } from '@promesse/geography/territories';
import { locateIn, type PostalAreas } from '@promesse/geography/postal/locate';
import type { ZoneConfig } from '@promesse/promise-engine/model/networkConfig';
import type { LocationFacts, ServiceFacts } from '../facts.ts';
import { areaId } from './lanePlaces.ts';

/** Areas that carriers' distances are told apart by: as many signs as name a region in most countries. */
const regionSigns = 2;

/** Beginnings of a destination's postal codes that name its regions; in Britain the letters do. */
function regionsOf(areas: PostalAreas, destination: string): Set<string> {
  const known = areas(destination)?.keys() ?? [];
  return new Set(
    [...known].flatMap((area) => {
      const letters = /^[A-Z]+(?=\d)/.exec(area)?.[0];
      if (destination === 'GB' && letters !== undefined) return [letters];
      return area.length >= regionSigns ? [area.slice(0, regionSigns)] : [];
    }),
  );
}

/** Every area that a promise must tell apart: where services go, what their lanes name, and regions in between. */
export function areasOf(
  services: Iterable<ServiceFacts>,
  locations: Iterable<LocationFacts>,
  postal: PostalAreas,
): Place[] {
  const prefixes = new Map<string, Set<string>>();
  const add = ({ destination, prefix }: Place): void => {
    let known = prefixes.get(destination);
    if (known === undefined) prefixes.set(destination, (known = regionsOf(postal, destination)));
    if (prefix !== '') known.add(prefix);
  };
  for (const { lanes } of services)
    for (const lane of lanes)
      for (const place of [...coveredPlaces(lane), ...exceptedPlaces(lane)]) add(place);
  for (const { country, postalCode } of locations)
    add({ destination: destinationCode(country, postalCode), prefix: '' });
  return [...prefixes].flatMap(([destination, known]) => [
    { destination, prefix: '' },
    ...[...known]
      .filter((prefix) => destinationCode(destination, prefix) === destination)
      .map((prefix) => ({ destination, prefix })),
  ]);
}

/** Up to so many metres an area is as good as a postal code. */
const closeMetres = 25_000;

/**
 * An area as the engine takes it; undefined for a destination that does not exist.
 * @param day ISO date whose tax rates hold.
 */
export function areaZone(postal: PostalAreas, area: Place, day: string): ZoneConfig | undefined {
  const { destination, prefix } = area;
  const timeZone = timeZoneOf(destination);
  const place = locateIn(postal, destination, prefix === '' ? undefined : prefix);
  if (place === undefined || timeZone === undefined) return undefined;
  const { latitude, longitude, radiusMetres } = place;
  return {
    ...{ id: areaId(area), country: destination, timeZone, radiusMetres },
    postalPrefixes: prefix === '' ? [] : [prefix],
    precision: prefix === '' ? 'COUNTRY' : radiusMetres <= closeMetres ? 'POSTCODE' : 'REGION',
    centre: { latitude, longitude },
    taxRate: vatRate(destination, 'STANDARD', day).basisPoints,
  };
}
