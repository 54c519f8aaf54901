import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import type { LineUnits, Reservation } from '../../domain/reservation.ts';
import type { Cause } from '../../store/stockStore.ts';
import type { Commit } from './commitReservation.ts';
import type { Release } from './releaseReservation.ts';
import type { Transfer } from './transferReservation.ts';
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
  transfer(id: string, units: Transfer, by: Cause): Promise<ReserveOutcome>;
  release(id: string, units: Release, by: Cause): Promise<Reservation>;
  commit(id: string, units: Commit, by: Cause): Promise<Reservation>;
  /** The same inside somebody's transaction. */
  commitIn(tx: Tx, id: string, units: Commit, by: Cause): Promise<Reservation>;
  expire(id: string, by: Cause): Promise<void>;
}
