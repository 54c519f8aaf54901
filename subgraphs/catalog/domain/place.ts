/** What the catalogue knows of a location; fulfillment owns it. */
export interface Place {
  readonly id: string;
  readonly kind: string;
  /** Whether it takes part at all. */
  readonly active: boolean;
  /** What it can do, such as SHIP and COLLECT. */
  readonly abilities: readonly string[];
}

/** Whether units of a place can be promised at all: of a closed one they are nowhere to be had. */
export const sellsFrom = (place: Place | undefined): boolean =>
  place !== undefined &&
  place.active &&
  place.kind !== 'PICKUP_POINT' &&
  (place.abilities.includes('SHIP') || place.abilities.includes('COLLECT'));
