import { holdSeconds } from '../domain/cartHold.ts';
import type { Decision } from '../domain/place.ts';
import type { OrdersParts } from '../parts.ts';
import type { CheckoutDoc } from '../store/checkoutModel.ts';
import { holdLines } from './sourceUnits.ts';

/**
 * The order came to nothing: its units are given back. A cart that held them before holds them on in the same step, for
 * the time it had left, so that its customer can pay by other means.
 */
export async function giveUnitsBack(
  { catalog, models, journal }: OrdersParts,
  { _id: orderId, cart }: CheckoutDoc,
  { reservationId, decision }: { readonly reservationId: string; readonly decision: Decision },
): Promise<void> {
  const nowMs = journal.clock.nowMs();
  const { held } = cart;
  const leftMs = (held?.untilMs ?? 0) - nowMs;
  const ttlSeconds = holdSeconds(nowMs, { holdMs: leftMs, longestMs: leftMs }, nowMs);
  const key = `${orderId}:declined`;
  if (held === undefined || ttlSeconds === 0) return catalog.release(reservationId, key, undefined, orderId);
  const lines = holdLines(decision);
  const hold = { key, cartId: cart._id, ttlSeconds, lines, insteadOf: reservationId };
  const outcome = await catalog.holdForCart(hold, orderId);
  if (outcome.kind === 'short') return catalog.release(reservationId, key, undefined, orderId);
  const now = { ...held, untilMs: outcome.untilMs, decision, lines };
  await models.Cart.updateOne({ _id: cart._id, orderId }, { $set: { held: now } });
}
