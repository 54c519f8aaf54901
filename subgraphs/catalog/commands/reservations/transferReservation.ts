import { requireQuantity } from '../../../../platform/values/quantity.ts';
import { mergeUnits, openPartOf, type LineUnits } from '../../domain/reservation.ts';
import type { Cause } from '../../store/stockStore.ts';
import { orShort, takeAll } from './allOrNone.ts';
import type { ReserveOutcome } from './reservationCommands.ts';
import { giveBackIn, holdOf, inOneStep, known, loadIn, recordIn, type ReservationParts } from './reservationParts.ts'; // prettier-ignore

/** Units to give back, and those to take instead. */
export interface Transfer {
  readonly key: string;
  readonly release: readonly LineUnits[];
  readonly take: readonly LineUnits[];
}

/** Moves units of a reservation to other locations, all lines or none, once per key. */
export async function transferReservation(
  parts: ReservationParts,
  id: string,
  { key, release, take }: Transfer,
  by: Cause,
): Promise<ReserveOutcome> {
  await known(parts, id);
  for (const line of [...release, ...take]) requireQuantity(line.quantity);
  return orShort(() =>
    inOneStep(parts, [...release, ...take], async (tx) => {
      const reservation = await loadIn(parts, tx, id);
      if (reservation.appliedKeys.includes(`${key}:take`)) return reservation;
      const wanted = mergeUnits(take);
      if (wanted.length > 0) await takeAll(parts, tx, wanted, { hold: holdOf(reservation), by });
      const freed = openPartOf(reservation, release);
      // Taken first: giving back the last open unit would end the reservation.
      const data = { reservationId: id, key: `${key}:take`, lines: wanted };
      await recordIn(parts, tx, by, { type: 'catalog.ReservationMoved', data });
      return giveBackIn(parts, tx, reservation, { key: `${key}:release`, lines: freed, by });
    }),
  );
}
