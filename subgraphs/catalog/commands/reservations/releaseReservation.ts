import { fingerprintOf } from '../../../../platform/journal/fingerprint.ts';
import { requireQuantity } from '../../../../platform/values/quantity.ts';
import { allOpen, openPartOf } from '../../domain/openUnits.ts';
import type { Reservation } from '../../domain/reservation.ts';
import { mergeUnits } from '../../domain/units.ts';
import type { Cause } from '../../store/stockStore.ts';
import type { Release } from './reservationCommands.ts';
import {
  giveBackIn,
  inOneStep,
  isApplied,
  known,
  loadIn,
  type ReservationParts,
} from './reservationParts.ts';

/** Gives units back to stock, once per key: of a place first those that are still awaited, then those on the shelf. */
export async function releaseReservation(
  parts: ReservationParts,
  id: string,
  { key, lines }: Release,
  by: Cause,
): Promise<Reservation> {
  const before = await known(parts, id);
  for (const line of lines ?? []) requireQuantity(line.quantity);
  const digest = fingerprintOf(lines === undefined ? 'all' : mergeUnits(lines));
  return inOneStep(parts, lines ?? allOpen(before), async (tx) => {
    const reservation = await loadIn(parts, tx, id);
    if (isApplied(reservation, key, digest)) return reservation;
    const freed =
      lines === undefined ? allOpen(reservation) : openPartOf(reservation, lines, 'AWAITED_FIRST');
    if (freed.length === 0) return reservation;
    return giveBackIn(parts, tx, reservation, { key, digest, lines: freed, by });
  });
}
