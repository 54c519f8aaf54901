import type { LineUnits } from '../../subgraphs/orders/domain/ledger/events.ts';

/** Units of a line in the hands of a location. `awaited`: of a receipt that has not come. */
export interface Held {
  readonly lineId: string;
  onHand: number;
  awaited: number;
}

/** Work of one location: the truth of fulfillment. */
export interface Work {
  readonly id: string;
  readonly locationId: string;
  readonly held: Held[];
  step: 'AT_WORK' | 'PICKED' | 'PACKED' | 'LEFT' | 'WAITING' | 'DONE';
  /** Work that sent its goods to this store, where the customer collects them. */
  readonly arrivedFrom?: string;
}

/** A parcel: the truth of the carrier. */
export interface Parcel {
  readonly id: string;
  readonly workId: string;
  /** Where it left. */
  readonly locationId: string;
  readonly units: readonly LineUnits[];
  /** It goes to the store where the customer collects. */
  readonly toStore: boolean;
  state: 'UNDER_WAY' | 'LOST' | 'ARRIVED' | 'BACK';
}

export const unitsIn = (held: Held): number => held.onHand + held.awaited;

export const unitsOf = (work: Work): LineUnits[] =>
  work.held
    .map((held) => ({ lineId: held.lineId, quantity: unitsIn(held) }))
    .filter((each) => each.quantity > 0);
