import { withTransaction } from '../../../../platform/mongo/withTransaction.ts';
import { allotIn } from './arrivals.ts';
import { cartHoldOf } from './cartHoldRows.ts';
import { freeCartHold, prolongCartHold } from './cartHolds.ts';
import { commitIn, commitReservation } from './commitReservation.ts';
import { expireIn } from './expired.ts';
import { firmReservation } from './firmReservation.ts';
import { releaseReservation } from './releaseReservation.ts';
import type { Reservations } from './reservationCommands.ts';
import { reservationAggregate, type ReservationParts } from './reservationParts.ts';
import { reserve } from './reserve.ts';
import { tellLaterIn } from './lateReceipt.ts';
import { tellShortIn } from './shortStock.ts';
import { transferReservation } from './transferReservation.ts';

/** The commands of reservations, bound to their parts. */
export function createReservations(deps: Omit<ReservationParts, 'aggregate'>): Reservations {
  const parts: ReservationParts = { ...deps, aggregate: reservationAggregate(deps.models) };
  return {
    reserve: (input, by) => reserve(parts, input, by),
    firm: (id, by) => firmReservation(parts, id, by),
    transfer: (id, units, by) => transferReservation(parts, id, units, by),
    release: (id, units, by) => releaseReservation(parts, id, units, by),
    commit: (id, units, by) => commitReservation(parts, id, units, by),
    commitIn: (tx, id, units, by) => commitIn(parts, tx, id, units, by),
    expire: (ids, by) =>
      withTransaction(parts.journal.connection, async (tx) => {
        for (const id of ids) await expireIn(parts, tx, id, by);
      }),
    allotIn: (tx, arrival, by) => allotIn(parts, tx, arrival, by),
    tellShortIn: (tx, short, by) => tellShortIn(parts, tx, short, by),
    tellLaterIn: (tx, change, by) => tellLaterIn(parts, tx, change, by),
    cartHold: (cartId) => cartHoldOf(parts, cartId),
    prolongCartHold: (prolong, by) => prolongCartHold(parts, prolong, by),
    freeCartHold: (free, by) => freeCartHold(parts, free, by),
  };
}
