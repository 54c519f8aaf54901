import type { ErrorCodeName } from '../../schema/errorCodes.ts';

/** What decides whether units may be put at a location; fulfillment owns it. */
export interface UnitsPlace {
  readonly kind: string;
  /** Whether it takes part at all. */
  readonly active: boolean;
}

/** Why units cannot be put at a location. */
export interface PlaceFault {
  readonly code: Extract<ErrorCodeName, 'UNKNOWN_LOCATION' | 'LOCATION_CLOSED' | 'LOCATION_WITHOUT_STOCK'>;
  readonly message: string;
}

/**
 * What forbids units at a location, if anything: they would be in stock and nowhere to be had. A closed one may still be
 * emptied and written off: `closedToo` is for changes that bring no units.
 */
export function placeFault(
  id: string,
  place: UnitsPlace | null | undefined,
  { closedToo = false } = {},
): PlaceFault | undefined {
  if (place == null) return { code: 'UNKNOWN_LOCATION', message: `There is no location ${id}.` };
  if (place.kind === 'PICKUP_POINT')
    return { code: 'LOCATION_WITHOUT_STOCK', message: `Location ${id} holds no stock.` };
  if (!place.active && !closedToo)
    return { code: 'LOCATION_CLOSED', message: `Location ${id} is closed and takes no units.` };
  return undefined;
}
