import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import { awaitedAt } from '../../domain/openUnits.ts';
import { stateAsOf, type Reservation } from '../../domain/reservation.ts';
import type { Cause } from '../../store/stockStore.ts';
import type { Arrival, Allotted } from './reservationCommands.ts';
import { holdOf, recordIn, type ReservationParts } from './reservationParts.ts';

/**
 * Gives arrived units to the reservations that await them, the oldest first. The position's counters are the caller's
 * to change.
 */
export async function allotIn(
  parts: ReservationParts,
  tx: Tx,
  { sku, locationId, quantity, receiptId, bookingId }: Arrival,
  by: Cause,
): Promise<Allotted> {
  if (quantity === 0) return { firm: 0, soft: 0 };
  const waiting = await parts.models.Reservation.find({ awaits: `${sku}@${locationId}` })
    .sort({ madeAtMs: 1, _id: 1 })
    // Each takes one unit at least.
    .limit(quantity)
    .session(tx.session)
    .lean<Reservation[]>();
  const allotted = { firm: 0, soft: 0 };
  let left = quantity;
  for (const reservation of waiting) {
    if (stateAsOf(reservation, parts.journal.clock.nowMs()) === 'EXPIRED') continue;
    const units = Math.min(left, awaitedAt(reservation, sku, locationId));
    if (units === 0) continue;
    const lines = [{ sku, locationId, quantity: units, future: true }];
    const key = `receipt:${receiptId}:${bookingId}`;
    const data = { reservationId: reservation._id, key, receiptId, lines };
    await recordIn(parts, tx, by, { type: 'catalog.ReservedUnitsArrived', data });
    allotted[holdOf(reservation) === 'SOFT' ? 'soft' : 'firm'] += units;
    left -= units;
  }
  return allotted;
}
