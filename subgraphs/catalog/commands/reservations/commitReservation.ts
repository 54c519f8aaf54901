import { codedError } from '../../../../platform/errors/codedError.ts';
import { fingerprintOf } from '../../../../platform/journal/fingerprint.ts';
import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import { requireQuantity } from '../../../../platform/values/quantity.ts';
import { openPartOf } from '../../domain/openUnits.ts';
import type { Reservation } from '../../domain/reservation.ts';
import { mergeUnits, unitsIn } from '../../domain/units.ts';
import type { Cause } from '../../store/stockStore.ts';
import { consumeUnits } from './consumeUnits.ts';
import type { Commit } from './reservationCommands.ts';
import { inOneStep, isApplied, loadIn, recordIn, type ReservationParts } from './reservationParts.ts';

/** Consumes reserved units, once per key; refused when they are not on the shelf. */
export async function commitReservation(
  parts: ReservationParts,
  id: string,
  commit: Commit,
  by: Cause,
): Promise<Reservation> {
  for (const line of commit.lines) requireQuantity(line.quantity);
  const digest = fingerprintOf(mergeUnits(commit.lines));
  return inOneStep(parts, commit.lines, async (tx) => {
    const reservation = await loadIn(parts, tx, id);
    if (isApplied(reservation, commit.key, digest)) return reservation;
    const awaited = openPartOf(reservation, commit.lines).filter((line) => line.future);
    if (awaited.length > 0)
      throw codedError(
        'INVALID_TRANSITION',
        `${unitsIn(awaited)} of these units have not arrived; book their receipt first.`,
      );
    return commitIn(parts, tx, id, { ...commit, digest, refuseUncounted: true }, by);
  });
}

/**
 * The same inside somebody's transaction, for what has happened already: units that left before their receipt was
 * booked are drawn from it, and units that nobody had counted leave an empty shelf.
 */
export async function commitIn(
  parts: ReservationParts,
  tx: Tx,
  id: string,
  {
    key,
    lines,
    atMs,
    reason,
    digest,
    refuseUncounted,
  }: Commit & { digest?: string; refuseUncounted?: boolean },
  by: Cause,
): Promise<Reservation> {
  const reservation = await loadIn(parts, tx, id);
  if (isApplied(reservation, key, digest)) return reservation;
  const units = openPartOf(reservation, lines);
  if (unitsIn(units) < unitsIn(lines))
    throw codedError(
      'INVALID_TRANSITION',
      `Reservation has ${unitsIn(units)} open units of the ${unitsIn(lines)} to commit.`,
    );
  const leftAtMs = atMs ?? parts.journal.clock.nowMs();
  const how = { by, atMs: leftAtMs, refuseUncounted: refuseUncounted ?? false, reason };
  for (const line of units) await consumeUnits(tx, parts.stock, line, how);
  const data = { reservationId: id, key, lines: units, ...(digest === undefined ? {} : { digest }) };
  return recordIn(parts, tx, by, { type: 'catalog.ReservationCommitted', data });
}
