import { codedError } from '../../../../platform/errors/codedError.ts';
import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import { requireQuantity } from '../../../../platform/values/quantity.ts';
import { mergeUnits, type LineUnits, type Reservation } from '../../domain/reservation.ts';
import type { Cause } from '../../store/stockStore.ts';
import { orShort, refuseEarly, takeAll } from './allOrNone.ts';
import type { Reserve, ReserveOutcome } from './reservationCommands.ts';
import { inOneStep, recordIn, type ReservationParts } from './reservationParts.ts';

/** Longest time a cart may hold units. */
const maxTtlSeconds = 24 * 3_600;

/** Holds all lines or none, once per key. */
export async function reserve(parts: ReservationParts, input: Reserve, by: Cause): Promise<ReserveOutcome> {
  const { key, state, lines, ttlSeconds = parts.settings.current().softHoldSeconds } = input;
  if (lines.length === 0) throw codedError('BAD_USER_INPUT', 'A reservation needs at least one line.');
  for (const line of lines) requireQuantity(line.quantity);
  if (!(ttlSeconds > 0 && ttlSeconds <= maxTtlSeconds))
    throw codedError('BAD_USER_INPUT', `ttlSeconds is from 1 to ${maxTtlSeconds}, not ${ttlSeconds}.`);
  const merged = mergeUnits(lines);
  const make = { key, state, ttlSeconds, lines: merged };
  return orShort(() =>
    inOneStep(parts, merged, (tx) => reserveIn(parts, tx, make, by), refuseEarly(parts, key, merged)),
  );
}

async function reserveIn(
  parts: ReservationParts,
  tx: Tx,
  { key, state, ttlSeconds, lines }: Reserve & { ttlSeconds: number; lines: LineUnits[] },
  by: Cause,
): Promise<Reservation> {
  const { models, journal, newId } = parts;
  const earlier = await models.Reservation.findOne({ key }).session(tx.session).lean<Reservation>();
  if (earlier !== null) return earlier;
  await takeAll(parts, tx, lines, { hold: state, by });
  const expiry = state === 'SOFT' ? { expiresAtMs: journal.clock.nowMs() + ttlSeconds * 1_000 } : {};
  const data = { reservationId: newId(), key, lines, state, ...expiry };
  return recordIn(parts, tx, by, { type: 'catalog.ReservationMade', data });
}
