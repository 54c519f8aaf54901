import { evolveOrder } from './evolve.ts';
import { decideDeliveryBack } from './ledger/policy.ts';
import { orderEvent, type OrderEvent, type OrderState } from './order.ts';
import type { OrdersSettings } from './settings.ts';

/** What the retailer decides about prices of deliveries that go back. */
export type DeliveryTerms = Pick<OrdersSettings, 'deliveryRefundRules' | 'standardDeliveryPrices'>;

/** Methods that are a standard delivery themselves: all of their price is. */
const standardMethods: ReadonlySet<string> = new Set([
  'SHIPPING',
  'PICKUP_POINT',
  'LOCKER',
  'PICKUP_IN_STORE',
]);

/** Gives the delivery of an order back once nothing of what was sent is kept; nothing otherwise. */
export function decideDeliveryRefund(order: OrderState, terms: DeliveryTerms): OrderEvent[] {
  const { ledger, destination, promise, currency, _id: orderId } = order;
  const { country } = destination;
  const price = terms.standardDeliveryPrices.find(
    (each) => each.currency === currency && (each.country ?? country) === country,
  );
  const standardMinor = standardMethods.has(promise.methodType) ? undefined : price?.amountMinor;
  const rules = terms.deliveryRefundRules;
  return decideDeliveryBack(ledger, { causeId: orderId, country, rules, standardMinor }).flatMap((event) => {
    if (event.type !== 'DeliveryGivenBack') return [];
    const { causeId, lotId, keepMinor } = event.data;
    const keep = { amountMinor: keepMinor, currency };
    return [orderEvent('orders.DeliveryGivenBack', { orderId, causeId, lotId, keep })];
  });
}

/** The order with its delivery given back, if it is, and the events that say so. */
export function withDeliveryBack(
  order: OrderState,
  terms: DeliveryTerms,
  atMs: number,
): { readonly order: OrderState; readonly events: readonly OrderEvent[] } {
  const events = decideDeliveryRefund(order, terms);
  return { order: events.reduce<OrderState>((now, event) => evolveOrder(now, event, atMs), order), events };
}
