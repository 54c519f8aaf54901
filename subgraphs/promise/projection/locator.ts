import { locateIn, type PostalAreas } from '@promesse/geography/postal/locate';
import type { LocatedPlace, Locator } from '@promesse/promise-engine/model/locator';

/** Postal codes that are remembered; the oldest is forgotten first. */
const remembered = 50_000;

/** Finds postal codes and remembers those it found: a question asks for its own several times. */
export function createLocator(postal: PostalAreas): Locator {
  const known = new Map<string, LocatedPlace | undefined>();
  return (country, postalCode) => {
    const key = `${country} ${postalCode ?? ''}`;
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before;
    if (known.size >= remembered) known.delete(known.keys().next().value!);
    const place = locateIn(postal, country, postalCode);
    known.set(key, place);
    return place;
  };
}
