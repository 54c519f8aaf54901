import type { JoinedOrder } from '../olist/joinOrders.ts';
import { instantOfWall } from './instants.ts';

/** Something that really happened to an order. */
export interface Happening {
  readonly atMs: number;
  readonly kind: 'PURCHASE' | 'HAND_OVER' | 'DELIVERY' | 'CANCEL';
  readonly order: JoinedOrder;
}

/** Happenings within one span are played together, so that the clock need not be moved for each. */
export interface Span {
  readonly atMs: number;
  readonly happenings: readonly Happening[];
}

const hourMs = 3_600_000;

/** What happened to an order, in order of time; a later step is never placed before an earlier one. */
export function happeningsOf(order: JoinedOrder): Happening[] {
  const { purchasedAt, approvedAt, handedOverAt, deliveredAt, status } = order.order;
  const bought = instantOfWall(purchasedAt);
  const list: Happening[] = [{ atMs: bought, kind: 'PURCHASE', order }];
  if (status === 'canceled' || status === 'unavailable') {
    const at = Math.max(bought, instantOfWall(approvedAt ?? purchasedAt)) + 24 * hourMs;
    if (handedOverAt === undefined) return [...list, { atMs: at, kind: 'CANCEL', order }];
  }
  if (handedOverAt === undefined && deliveredAt === undefined) return list;
  const handedOver = Math.max(bought + hourMs, instantOfWall(handedOverAt ?? deliveredAt ?? purchasedAt));
  list.push({ atMs: handedOver, kind: 'HAND_OVER', order });
  if (deliveredAt !== undefined)
    list.push({ atMs: Math.max(handedOver + hourMs, instantOfWall(deliveredAt)), kind: 'DELIVERY', order });
  return list;
}

/** All happenings of all orders, grouped into spans of `spanMs`; the clock stands at a span's end while it is played. */
export function spansOf(orders: readonly JoinedOrder[], spanMs: number): Span[] {
  const all = orders.flatMap(happeningsOf).sort((a, b) => a.atMs - b.atMs);
  const spans = new Map<number, Happening[]>();
  for (const happening of all) {
    const end = (Math.floor(happening.atMs / spanMs) + 1) * spanMs;
    const span = spans.get(end);
    if (span === undefined) spans.set(end, [happening]);
    else span.push(happening);
  }
  return [...spans].map(([atMs, happenings]) => ({ atMs, happenings }));
}
