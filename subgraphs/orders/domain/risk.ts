import { orderEvent, type OrderEvent, type OrderState } from './order.ts';

/** When the carriers expect all of it to be delivered, if one of them expects to be late (epoch ms). */
export const expectedAtMs = ({ expected = [], deliveredAtMs }: OrderState): number | undefined =>
  deliveredAtMs !== undefined || expected.length === 0
    ? undefined
    : Math.max(...expected.map(({ atMs }) => atMs));

/** Does a carrier expect to deliver later than promised? Over once everything has arrived. */
export const isAtRisk = (order: OrderState): boolean =>
  (expectedAtMs(order) ?? -Infinity) > order.promise.latestAtMs;

/** A carrier's estimate that is later than the promise, or takes such a one back. Said once for each. */
export function decideAtRisk(
  order: OrderState,
  shipmentId: string,
  estimatedAtMs: number | undefined,
): OrderEvent[] {
  if (estimatedAtMs === undefined || order.deliveredAtMs !== undefined) return [];
  const promisedLatestAtMs = order.promise.latestAtMs;
  const known = order.expected?.find((each) => each.shipmentId === shipmentId)?.atMs;
  const isNews = known === undefined ? estimatedAtMs > promisedLatestAtMs : known !== estimatedAtMs;
  if (!isNews) return [];
  const data = { orderId: order._id, shipmentId, expectedAtMs: estimatedAtMs, promisedLatestAtMs };
  return [orderEvent('orders.DeliveryAtRisk', data)];
}
