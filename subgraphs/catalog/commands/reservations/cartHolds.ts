import { codedError } from '../../../../platform/errors/codedError.ts';
import { allOpen } from '../../domain/openUnits.ts';
import { stateAsOf, type Reservation } from '../../domain/reservation.ts';
import type { Cause } from '../../store/stockStore.ts';
import { cartHoldOf, endCartHoldIn } from './cartHoldRows.ts';
import type { Prolong } from './reservationCommands.ts';
import { inOneStep, isApplied, loadIn, recordIn, type ReservationParts } from './reservationParts.ts';
import { maxTtlSeconds, requireTtl } from './reserve.ts';

/**
 * Lets a cart hold its units until later, never shorter than before and never longer than a day in all. Null when it
 * holds none: its time was over, and others may have them.
 */
export async function prolongCartHold(
  parts: ReservationParts,
  { cartId, key, ttlSeconds }: Prolong,
  by: Cause,
): Promise<Reservation | null> {
  const seconds = requireTtl(ttlSeconds ?? parts.settings.current().softHoldSeconds);
  const digest = String(ttlSeconds ?? '');
  const hold = await cartHoldOf(parts, cartId);
  if (hold === null) return null;
  return inOneStep(parts, [], async (tx) => {
    const before = await loadIn(parts, tx, hold._id);
    if (isApplied(before, key, digest)) return before;
    const nowMs = parts.journal.clock.nowMs();
    if (stateAsOf(before, nowMs) !== 'SOFT') return null;
    const wanted = Math.max(before.expiresAtMs ?? 0, nowMs + seconds * 1_000);
    const expiresAtMs = Math.min(wanted, before.madeAtMs + maxTtlSeconds * 1_000);
    const data = { reservationId: hold._id, key, digest, expiresAtMs };
    return recordIn(parts, tx, by, { type: 'catalog.ReservationProlonged', data });
  });
}

/** Gives back what a cart holds; nothing happens when it holds nothing. */
export async function freeCartHold(
  parts: ReservationParts,
  { cartId, key }: { readonly cartId: string; readonly key: string },
  by: Cause,
): Promise<void> {
  if (key === '') throw codedError('IDEMPOTENCY_KEY_REQUIRED', 'An idempotency key is needed.');
  const hold = await cartHoldOf(parts, cartId);
  await inOneStep(parts, hold === null ? [] : allOpen(hold), async (tx) => {
    await endCartHoldIn(parts, tx, cartId, { key: `freed:${key}`, by });
  });
}
