import { allOpen, stateAsOf } from '../../domain/reservation.ts';
import type { Cause } from '../../store/stockStore.ts';
import { giveBackIn, inOneStep, known, loadIn, type ReservationParts } from './reservationParts.ts';

/** Gives back what a SOFT reservation past its time still holds; anything else is left alone. */
export async function expireReservation(parts: ReservationParts, id: string, by: Cause): Promise<void> {
  const before = await known(parts, id);
  await inOneStep(parts, allOpen(before), async (tx) => {
    const reservation = await loadIn(parts, tx, id);
    const over =
      reservation.state === 'SOFT' && stateAsOf(reservation, parts.journal.clock.nowMs()) === 'EXPIRED';
    if (!over) return;
    await giveBackIn(parts, tx, reservation, {
      key: `expire:${id}`,
      lines: allOpen(reservation),
      by,
      type: 'catalog.ReservationExpired',
    });
  });
}
