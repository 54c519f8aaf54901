import { codedError } from '../../../../platform/errors/codedError.ts';
import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import { requireQuantity } from '../../../../platform/values/quantity.ts';
import { openPartOf, type LineUnits, type Reservation } from '../../domain/reservation.ts';
import type { Cause } from '../../store/stockStore.ts';
import { inOneStep, loadIn, recordIn, type ReservationParts } from './reservationParts.ts';
import { consumeUnits } from './units.ts';

/** Units that have left their location. */
export interface Commit {
  readonly key: string;
  readonly lines: readonly LineUnits[];
}

/** Consumes reserved units, once per key. */
export async function commitReservation(
  parts: ReservationParts,
  id: string,
  commit: Commit,
  by: Cause,
): Promise<Reservation> {
  for (const line of commit.lines) requireQuantity(line.quantity);
  return inOneStep(parts, commit.lines, (tx) => commitIn(parts, tx, id, commit, by));
}

/** The same inside somebody's transaction. */
export async function commitIn(
  parts: ReservationParts,
  tx: Tx,
  id: string,
  { key, lines }: Commit,
  by: Cause,
): Promise<Reservation> {
  const reservation = await loadIn(parts, tx, id);
  if (reservation.appliedKeys.includes(key)) return reservation;
  const units = openPartOf(reservation, lines);
  const asked = lines.reduce((sum, line) => sum + line.quantity, 0);
  const open = units.reduce((sum, line) => sum + line.quantity, 0);
  if (open < asked)
    throw codedError('INVALID_TRANSITION', `Reservation has ${open} open units of the ${asked} to commit.`);
  for (const line of units) await consumeUnits(tx, parts.stock, line, by);
  const data = { reservationId: id, key, lines: units };
  return recordIn(parts, tx, by, { type: 'catalog.ReservationCommitted', data });
}
