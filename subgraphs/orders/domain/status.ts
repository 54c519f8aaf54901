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

/** When all units the customer still wants waited in the store (epoch ms); undefined before, and when nothing is collected. */
export function readyAtMs({ lines, ready }: OrderState): number | undefined {
  const wanted = sumOf(lines, 'ordered') - sumOf(lines, 'cancelled') - sumOf(lines, 'writtenOff');
  return ready !== undefined && ready.units >= wanted ? ready.atMs : undefined;
}

/** Latest delivery the customer agreed to: the promise, or later with units that were added. */
export const agreedLatestAtMs = ({ agreedLatestAtMs: agreed, promise }: OrderState): number =>
  agreed ?? promise.latestAtMs;

/** Whether the promise was moved, or missed as of now. To collect, the promise is that the goods wait. */
export const isDelayed = (order: OrderState, nowMs: number): boolean =>
  order.currentLatestAtMs > agreedLatestAtMs(order) ||
  (readyAtMs(order) ?? order.deliveredAtMs ?? nowMs) > agreedLatestAtMs(order);
