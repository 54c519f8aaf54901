/** What the catalogue knows of a location; fulfillment owns it. */
export interface Place {
  readonly id: string;
  readonly kind: string;
  /** Whether it takes part at all. */
  readonly active: boolean;
  /** What it can do, such as SHIP and COLLECT. */
  readonly abilities: readonly string[];
}

/** Why stock cannot be kept at a place. */
export interface PlaceFault {
  readonly code: 'UNKNOWN_LOCATION' | 'LOCATION_CLOSED' | 'LOCATION_WITHOUT_STOCK';
  readonly message: string;
}

/** Whether units of a place can be promised at all: of a closed one they are nowhere to be had. */
export const sellsFrom = (place: Place | undefined): boolean =>
  place !== undefined &&
  place.active &&
  place.kind !== 'PICKUP_POINT' &&
  (place.abilities.includes('SHIP') || place.abilities.includes('COLLECT'));

/**
 * What forbids units at a place, if anything. A closed one may still be emptied and written off: `closedToo` is for
 * changes that bring no units.
 */
export function placeFault(
  id: string,
  place: Place | null | undefined,
  { closedToo = false } = {},
): PlaceFault | undefined {
  if (place == null) return { code: 'UNKNOWN_LOCATION', message: `There is no location ${id}.` };
  if (place.kind === 'PICKUP_POINT')
    return { code: 'LOCATION_WITHOUT_STOCK', message: `Location ${id} holds no stock.` };
  if (!place.active && !closedToo)
    return { code: 'LOCATION_CLOSED', message: `Location ${id} is closed and takes no units.` };
  return undefined;
}
