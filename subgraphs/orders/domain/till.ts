import { evolveOrder } from './evolve.ts';
import { leftToPay } from './ledger/settle.ts';
import type { OrderEvent, OrderState } from './order.ts';
import { securedEvent, tillPending } from './place.ts';
import { sumOf } from './status.ts';

/**
 * Adds what follows from money taken at a till, or from less to pay: an order that waits for it goes on once nothing is
 * missing of what is still wanted.
 */
export function withTillPaid(order: OrderState, events: readonly OrderEvent[], nowMs: number): OrderEvent[] {
  if (order.heldReason !== tillPending) return [...events];
  const after = events.reduce<OrderState>((state, event) => evolveOrder(state, event, nowMs), order);
  const isWanted = sumOf(after.lines, 'ordered') > sumOf(after.lines, 'cancelled');
  return isWanted && leftToPay(after.ledger) === 0 ? [...events, securedEvent(after)] : [...events];
}
