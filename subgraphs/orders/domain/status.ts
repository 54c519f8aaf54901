import type { LineCounters, OrderLine, OrderState } from './order.ts';

export type OrderStatus =
  | 'PLACED'
  | 'ON_HOLD'
  | 'CONFIRMED'
  | 'IN_FULFILLMENT'
  | 'PARTIALLY_SHIPPED'
  | 'SHIPPED'
  | 'PARTIALLY_DELIVERED'
  | 'DELIVERED'
  | 'CLOSED'
  | 'CANCELLED';

/** Sum of one counter over all lines. */
export const sumOf = (lines: readonly OrderLine[], counter: keyof LineCounters): number =>
  lines.reduce((sum, line) => sum + line.counters[counter], 0);

/** The customer's view: a pure function of counters and flags, stored nowhere. */
export function statusOf(order: OrderState): OrderStatus {
  const sum = (counter: keyof LineCounters): number => sumOf(order.lines, counter);
  const wanted = sum('ordered') - sum('cancelled');
  if (wanted === 0) return 'CANCELLED';
  if (order.heldReason !== undefined) return 'ON_HOLD';
  const [delivered, lost, shipped] = [sum('delivered'), sum('writtenOff'), sum('shipped')];
  if (delivered + lost >= wanted) return sum('returned') >= delivered ? 'CLOSED' : 'DELIVERED';
  if (delivered > 0) return 'PARTIALLY_DELIVERED';
  if (shipped >= wanted) return 'SHIPPED';
  if (shipped > 0) return 'PARTIALLY_SHIPPED';
  if (sum('released') > 0) return 'IN_FULFILLMENT';
  return order.confirmed ? 'CONFIRMED' : 'PLACED';
}

/** Whether the promise was moved, or missed as of now. */
export const isDelayed = (order: OrderState, nowMs: number): boolean =>
  order.currentLatestAtMs > order.promise.latestAtMs ||
  (order.deliveredAtMs ?? nowMs) > order.promise.latestAtMs;
