import { fingerprintOf } from '../../../../platform/journal/fingerprint.ts';
import { requireQuantity } from '../../../../platform/values/quantity.ts';
import { openPartOf } from '../../domain/openUnits.ts';
import { mergeUnits } from '../../domain/units.ts';
import type { Cause } from '../../store/stockStore.ts';
import { orShort, takeAll } from './allOrNone.ts';
import type { ReserveOutcome, Transfer } from './reservationCommands.ts';
import {
  giveBackIn,
  holdOf,
  inOneStep,
  isApplied,
  known,
  loadIn,
  recordIn,
  type ReservationParts,
} from './reservationParts.ts';

/** Moves units of a reservation to other locations, all lines or none, once per key. */
export async function transferReservation(
  parts: ReservationParts,
  id: string,
  { key, release, take }: Transfer,
  by: Cause,
): Promise<ReserveOutcome> {
  await known(parts, id);
  for (const line of [...release, ...take]) requireQuantity(line.quantity);
  const wanted = mergeUnits(take);
  const digest = fingerprintOf({ release: mergeUnits(release), take: wanted });
  return orShort(() =>
    inOneStep(parts, [...release, ...take], async (tx) => {
      const reservation = await loadIn(parts, tx, id);
      if (isApplied(reservation, `${key}:take`, digest)) return reservation;
      if (wanted.length > 0) await takeAll(parts, tx, wanted, { hold: holdOf(reservation), by });
      const freed = openPartOf(reservation, release, 'AS_NAMED');
      // Taken first: giving back the last open unit would end the reservation.
      const data = { reservationId: id, key: `${key}:take`, digest, lines: wanted };
      await recordIn(parts, tx, by, { type: 'catalog.ReservationMoved', data });
      return giveBackIn(parts, tx, reservation, { key: `${key}:release`, lines: freed, by });
    }),
  );
}
