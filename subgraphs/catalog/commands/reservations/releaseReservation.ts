import { requireQuantity } from '../../../../platform/values/quantity.ts';
import { allOpen, openPartOf, type LineUnits, type Reservation } from '../../domain/reservation.ts';
import type { Cause } from '../../store/stockStore.ts';
import { giveBackIn, inOneStep, known, loadIn, type ReservationParts } from './reservationParts.ts';

/** Units to give back: the lines, or all that is open. */
export interface Release {
  readonly key: string;
  readonly lines?: readonly LineUnits[] | undefined;
}

/** Gives units back to stock, once per key. */
export async function releaseReservation(
  parts: ReservationParts,
  id: string,
  { key, lines }: Release,
  by: Cause,
): Promise<Reservation> {
  const before = await known(parts, id);
  for (const line of lines ?? []) requireQuantity(line.quantity);
  return inOneStep(parts, lines ?? allOpen(before), async (tx) => {
    const reservation = await loadIn(parts, tx, id);
    if (reservation.appliedKeys.includes(key)) return reservation;
    const freed = lines === undefined ? allOpen(reservation) : openPartOf(reservation, lines);
    return freed.length === 0 ? reservation : giveBackIn(parts, tx, reservation, { key, lines: freed, by });
  });
}
