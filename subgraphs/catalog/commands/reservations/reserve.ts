import { codedError } from '../../../../platform/errors/codedError.ts';
import { fingerprintOf } from '../../../../platform/journal/fingerprint.ts';
import type { Tx } from '../../../../platform/mongo/withTransaction.ts';
import { requireQuantity } from '../../../../platform/values/quantity.ts';
import { allOpen } from '../../domain/openUnits.ts';
import type { Reservation } from '../../domain/reservation.ts';
import { mergeUnits, type LineUnits } from '../../domain/units.ts';
import type { Cause } from '../../store/stockStore.ts';
import { orShort, refuseEarly, takeAll } from './allOrNone.ts';
import { cartHoldOf, endCartHoldIn, keepCartHoldIn, refuseOrderedIn } from './cartHoldRows.ts';
import type { Reserve, ReserveOutcome } from './reservationCommands.ts';
import {
  giveBackIn,
  inOneStep,
  known,
  loadIn,
  recordIn,
  requireSameInput,
  type ReservationParts,
} from './reservationParts.ts';

/** Longest time a cart may hold units. */
export const maxTtlSeconds = 24 * 3_600;

/** Refuses a time to hold that nobody means. */
export function requireTtl(ttlSeconds: number): number {
  if (Number.isInteger(ttlSeconds) && ttlSeconds > 0 && ttlSeconds <= maxTtlSeconds) return ttlSeconds;
  throw codedError('BAD_USER_INPUT', `ttlSeconds is from 1 to ${maxTtlSeconds}, not ${ttlSeconds}.`);
}

/** A reservation with everything decided but its id. */
type Making = Reserve & { readonly ttlSeconds: number; readonly lines: LineUnits[]; readonly digest: string };

/**
 * Holds all lines or none, once per key. What the cart held before is given back in the same step, so that nobody
 * else gets its units in between.
 */
export async function reserve(parts: ReservationParts, input: Reserve, by: Cause): Promise<ReserveOutcome> {
  if (input.lines.length === 0) throw codedError('BAD_USER_INPUT', 'A reservation needs at least one line.');
  for (const line of input.lines) requireQuantity(line.quantity);
  const lines = mergeUnits(input.lines);
  const { state, cartId, insteadOf } = input;
  const ttlSeconds = requireTtl(input.ttlSeconds ?? parts.settings.current().softHoldSeconds);
  const digest = fingerprintOf({
    ...{ state, lines, cartId, ttlSeconds: input.ttlSeconds },
    ...(insteadOf === undefined ? {} : { insteadOf }),
  });
  const held = [
    ...(cartId === undefined ? [] : await heldBy(parts, cartId)),
    ...(insteadOf === undefined ? [] : allOpen(await known(parts, insteadOf))),
  ];
  const make = { ...input, ttlSeconds, lines, digest };
  return orShort(() =>
    inOneStep(
      parts,
      [...lines, ...held],
      (tx) => reserveIn(parts, tx, make, by),
      refuseEarly(parts, { key: input.key, lines, held }),
    ),
  );
}

/** Units that the cart holds now. */
async function heldBy(parts: ReservationParts, cartId: string): Promise<LineUnits[]> {
  const hold = await cartHoldOf(parts, cartId);
  return hold === null ? [] : allOpen(hold);
}

/** Makes place for a reservation: what it stands in for is given back. */
async function clearIn(
  parts: ReservationParts,
  tx: Tx,
  { key, state, cartId, insteadOf }: Making,
  by: Cause,
): Promise<void> {
  if (insteadOf !== undefined) {
    const before = await loadIn(parts, tx, insteadOf);
    const lines = allOpen(before);
    if (before.state === 'FIRM') await giveBackIn(parts, tx, before, { key: `instead:${key}`, lines, by });
  }
  if (cartId === undefined) return;
  if (state === 'SOFT') await refuseOrderedIn(parts, tx, cartId);
  await endCartHoldIn(parts, tx, cartId, { key: `replaced:${key}`, by });
}

async function reserveIn(parts: ReservationParts, tx: Tx, making: Making, by: Cause): Promise<Reservation> {
  const { key, state, ttlSeconds, lines, digest, cartId } = making;
  const { models, journal, newId } = parts;
  const earlier = await models.Reservation.findOne({ key }).session(tx.session).lean<Reservation>();
  if (earlier !== null) {
    requireSameInput(earlier.digest, digest);
    return earlier;
  }
  await clearIn(parts, tx, making, by);
  await takeAll(parts, tx, lines, { hold: state, by });
  const expiry = state === 'SOFT' ? { expiresAtMs: journal.clock.nowMs() + ttlSeconds * 1_000 } : {};
  const cart = cartId === undefined ? {} : { cartId };
  const data = { reservationId: newId(), key, digest, lines, state, ...expiry, ...cart };
  const made = await recordIn(parts, tx, by, { type: 'catalog.ReservationMade', data });
  await keepCartHoldIn(parts, tx, made);
  return made;
}
