import type { Tx } from '../../../platform/mongo/withTransaction.ts';
import type { LineUnits, Reservation } from '../domain/reservation.ts';
import type { Cause } from '../store/stockStore.ts';
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
  readonly lines: readonly LineUnits[];
}

/** Everything that can be done with reservations. Each call is all or nothing. */
export interface Reservations {
  reserve(input: Reserve, by: Cause): Promise<ReserveOutcome>;
  firm(id: string, by: Cause): Promise<Reservation>;
  transfer(
    id: string,
    key: string,
    units: { release: readonly LineUnits[]; take: readonly LineUnits[] },
    by: Cause,
  ): Promise<ReserveOutcome>;
  /** Without lines, everything open. */
  release(id: string, key: string, lines: readonly LineUnits[] | undefined, by: Cause): Promise<Reservation>;
  commit(id: string, key: string, lines: readonly LineUnits[], by: Cause): Promise<Reservation>;
  /** The same inside somebody's transaction. */
  commitIn(tx: Tx, id: string, key: string, lines: readonly LineUnits[], by: Cause): Promise<Reservation>;
  expire(id: string, by: Cause): Promise<void>;
}
