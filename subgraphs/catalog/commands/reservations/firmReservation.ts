import { allOpen } from '../../domain/openUnits.ts';
import { reservationMachine, stateAsOf, type Reservation } from '../../domain/reservation.ts';
import type { Cause } from '../../store/stockStore.ts';
import { inOneStep, known, loadIn, recordIn, type ReservationParts } from './reservationParts.ts';

/** A cart's units become an order's. */
export async function firmReservation(parts: ReservationParts, id: string, by: Cause): Promise<Reservation> {
  const before = await known(parts, id);
  return inOneStep(parts, allOpen(before), async (tx) => {
    const reservation = await loadIn(parts, tx, id);
    if (reservation.state === 'FIRM') return reservation;
    reservationMachine.requireTransition(stateAsOf(reservation, parts.journal.clock.nowMs()), 'FIRM');
    const lines = allOpen(reservation);
    for (const line of lines.filter((each) => !each.future))
      await parts.stock.change(tx, line, {
        inc: { softReserved: -line.quantity, reserved: line.quantity },
        reason: 'FIRMED',
        by,
      });
    const { cartId } = reservation;
    if (cartId !== undefined)
      await parts.models.CartHold.deleteOne({ _id: cartId, reservationId: id }, { session: tx.session });
    const data = { reservationId: id, key: `firm:${id}`, lines };
    return recordIn(parts, tx, by, { type: 'catalog.ReservationFirmed', data });
  });
}
