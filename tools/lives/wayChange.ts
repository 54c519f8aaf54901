/** Units at one place, on hand or awaited. */
export interface KeptUnits {
  readonly locationId: string;
  readonly lineId: string;
  readonly quantity: number;
  readonly awaited: boolean;
}

/** A change of the way of delivery that has no end yet. */
export interface WayChange {
  readonly askId: string;
  /** Units the locations gave up: reserved where they were. */
  readonly kept: KeptUnits[];
  refused: boolean;
  answered: boolean;
}
