import { evolveOrder } from './evolve.ts';
import { outstanding } from './ledger/settle.ts';
import type { OrderEvent, OrderState } from './order.ts';
import { securedEvent, tillPending } from './place.ts';

/** Adds what follows from money taken at a till: an order that waits for it goes on once all of it is there. */
export function withTillPaid(order: OrderState, events: readonly OrderEvent[], nowMs: number): OrderEvent[] {
  if (order.heldReason !== tillPending) return [...events];
  const after = events.reduce<OrderState>((state, event) => evolveOrder(state, event, nowMs), order);
  return outstanding(after.ledger) === 0 ? [...events, securedEvent(after)] : [...events];
}
