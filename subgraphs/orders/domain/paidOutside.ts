import { systemIdentity } from '../../../schema/identity.ts';
import { evolveOrder } from './evolve.ts';
import type { ImportedTerms } from './imported.ts';
import type { OrderEvent, OrderState } from './order.ts';
import { placedEvents, type Placing } from './place.ts';
import { decideReceipt } from './received.ts';

/** The first events of an order, with the money that was taken outside before it came here. */
export function paidOutside(terms: ImportedTerms | undefined, nowMs: number, placing: Placing): OrderEvent[] {
  const events = placedEvents(placing);
  const { orderId } = placing;
  let order: OrderState | undefined;
  for (const event of events) order = evolveOrder(order, event, nowMs);
  for (const [at, { amountMinor, receipt, takenAtMs }] of (terms?.payments ?? []).entries()) {
    if (order === undefined) break;
    const amount = { amountMinor, currency: order.currency };
    const told = {
      paymentId: `${orderId}:outside:${at}`,
      means: 'INVOICE' as const,
      amount,
      receipt,
      takenAtMs,
    };
    for (const event of decideReceipt(order, told, systemIdentity('orders'), nowMs)) {
      events.push(event);
      order = evolveOrder(order, event, nowMs);
    }
  }
  return events;
}
