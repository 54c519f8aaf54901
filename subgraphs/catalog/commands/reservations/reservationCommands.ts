import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import type { Reservation } from '../../domain/reservation.ts';
import type { LineUnits } from '../../domain/units.ts';
import type { StockDoc } from '../../store/stockModels.ts';
import type { Cause } from '../../store/stockStore.ts';
import type { Shortage } from './units.ts';

/** What was reserved, or what lacked. */
export type ReserveOutcome =
  | { readonly kind: 'reserved'; readonly reservation: Reservation }
  | { readonly kind: 'short'; readonly shortages: readonly Shortage[] };

/** A reservation to make. */
export interface Reserve {
  readonly key: string;
  readonly state: 'SOFT' | 'FIRM';
  /** Seconds until a SOFT one ends. */
  readonly ttlSeconds?: number | undefined;
  /** Cart whose hold it takes the place of; a SOFT one is its new hold. */
  readonly cartId?: string | undefined;
  /** An order's reservation that is given back in the same step: it came to nothing, and the cart holds on. */
  readonly insteadOf?: string | undefined;
  readonly lines: readonly LineUnits[];
}

/** Units to give back, and those to take instead. */
export interface Transfer {
  readonly key: string;
  readonly release: readonly LineUnits[];
  readonly take: readonly LineUnits[];
}

/** Units to give back: the lines, or all that is open. */
export interface Release {
  readonly key: string;
  readonly lines?: readonly LineUnits[] | undefined;
}

/** Units that have left their location. */
export interface Commit {
  readonly key: string;
  readonly lines: readonly LineUnits[];
  /** When they left, epoch ms; now if absent. */
  readonly atMs?: number;
  /** Why, where they were not shipped. */
  readonly reason?: string;
}

/** A cart's hold to prolong. */
export interface Prolong {
  readonly cartId: string;
  readonly key: string;
  /** Seconds from now. */
  readonly ttlSeconds?: number | undefined;
}

/** Units of one receipt that now stand on the shelf. */
export interface Arrival {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly receiptId: string;
  /** Tells this booking from others of the same receipt. */
  readonly bookingId: string;
}

/** How many of them belong to whom now. */
export interface Allotted {
  readonly firm: number;
  readonly soft: number;
}

/** A change of what is announced for a place. */
export interface Reannounced {
  readonly before: StockDoc;
  readonly after: StockDoc;
  readonly receiptId: string;
}

/** Units that are held at a place and not there. */
export interface ShortStock {
  readonly sku: string;
  readonly locationId: string;
  readonly shortBy: number;
  /** A reservation that is looked after already. */
  readonly except?: string;
}

/** Everything that can be done with reservations. Each call is all or nothing. */
export interface Reservations {
  reserve(input: Reserve, by: Cause): Promise<ReserveOutcome>;
  firm(id: string, by: Cause): Promise<Reservation>;
  transfer(id: string, units: Transfer, by: Cause): Promise<ReserveOutcome>;
  release(id: string, units: Release, by: Cause): Promise<Reservation>;
  commit(id: string, units: Commit, by: Cause): Promise<Reservation>;
  /** The same inside somebody's transaction. */
  commitIn(tx: Tx, id: string, units: Commit, by: Cause): Promise<Reservation>;
  /** Gives back what SOFT reservations past their time hold, in one transaction. */
  expire(ids: readonly string[], by: Cause): Promise<void>;
  /** Gives arrived units to those that await them, inside somebody's transaction. */
  allotIn(tx: Tx, arrival: Arrival, by: Cause): Promise<Allotted>;
  /** More is held than there is: says who goes without, inside somebody's transaction. */
  tellShortIn(tx: Tx, short: ShortStock, by: Cause): Promise<void>;
  /** Awaited units come later: says which orders have them later, inside somebody's transaction. */
  tellLaterIn(tx: Tx, change: Reannounced, by: Cause): Promise<void>;
  /** The reservation that a cart holds units by; null when it holds none. */
  cartHold(cartId: string): Promise<Reservation | null>;
  prolongCartHold(prolong: Prolong, by: Cause): Promise<Reservation | null>;
  freeCartHold(free: { readonly cartId: string; readonly key: string }, by: Cause): Promise<void>;
}
