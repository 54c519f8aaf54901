import { codedError } from '../../../platform/errors/codedError.ts';
import { decideCancel } from './cancel.ts';
import { statusOf } from './status.ts';
import { orderEvent, type OrderEvent, type OrderState } from './order.ts';
import { isWaitingForMoney } from './moneyHold.ts';
import { confirmedEvent, reviewPending, tillPending } from './place.ts';

/** From what total on orders of a currency are looked at by a person before anybody works on them. */
export interface ReviewRule {
  readonly currency: string;
  readonly fromMinor: number;
  readonly channel?: string | undefined;
}

/** Does a person look at this order first? */
export const needsReview = (
  rules: readonly ReviewRule[],
  { currency, channel, totalMinor }: Pick<OrderState, 'currency' | 'channel' | 'totalMinor'>,
): boolean =>
  rules.some(
    (rule) =>
      rule.currency === currency &&
      totalMinor >= rule.fromMinor &&
      (rule.channel === undefined || rule.channel === channel),
  );

function requireHeld(order: OrderState): string {
  if (order.heldReason === undefined) throw codedError('INVALID_TRANSITION', 'This order is not on hold.');
  return order.heldReason;
}

/** Lets an order go on. Not while its payment is open: then the provider decides. */
export function decideRelease(order: OrderState, reason: string): OrderEvent[] {
  const held = requireHeld(order);
  if (isWaitingForMoney(order))
    throw codedError(
      'INVALID_TRANSITION',
      'The payment is not answered yet; the order goes on by itself when it is, or can be rejected.',
    );
  if (statusOf(order) === 'CANCELLED') throw codedError('INVALID_TRANSITION', 'Everything is cancelled.');
  if (held !== reviewPending)
    throw codedError('INVALID_TRANSITION', 'The order waits for its money; it goes on when that is booked.');
  const orderId = order._id;
  return [orderEvent('orders.HoldReleased', { orderId, held, reason }), confirmedEvent(order)];
}

/** Ends an order on hold: everything is cancelled and what was set aside is freed. */
export function decideReject(order: OrderState, reason: string, causeId: string): OrderEvent[] {
  const held = requireHeld(order);
  const { events } = decideCancel(order, { reason, by: 'RETAILER', causeId });
  if (events.length === 0) throw codedError('INVALID_TRANSITION', 'Everything is cancelled already.');
  return [...events, orderEvent('orders.HoldRejected', { orderId: order._id, held, reason })];
}

/** Ends an order that nobody paid at the till. One that was cancelled meanwhile waits for nothing any more. */
export function decideUnpaid(order: OrderState): OrderEvent[] {
  if (order.heldReason !== tillPending) return [];
  const reason = 'it was not paid at the till in time';
  if (statusOf(order) !== 'CANCELLED') return decideReject(order, reason, `unpaid:${order._id}`);
  return [orderEvent('orders.HoldRejected', { orderId: order._id, held: tillPending, reason })];
}
