import type { Folds } from './heard.ts';

/** A location as far as figures name it. */
export interface PlaceFact {
  readonly id: string;
  readonly name: string;
  readonly capacityPerDay: number;
  readonly active: boolean;
}

export const placeFolds: Folds<PlaceFact> = {
  'fulfillment.LocationChanged': (_fact, { data: { locationId, name, capacityPerDay, active } }) => ({
    ...{ id: locationId, name, capacityPerDay, active },
  }),
};

/** Shipments sold of one day of a location. */
export interface CapacityFact {
  /** `<location>:<day>`. */
  readonly id: string;
  readonly locationId: string;
  readonly day: string;
  readonly used: number;
}

export const capacityFolds: Folds<CapacityFact> = {
  'fulfillment.CapacityUsed': (_fact, { data: { locationId, day, used } }) => ({
    ...{ id: `${locationId}:${day}`, locationId, day, used },
  }),
};
