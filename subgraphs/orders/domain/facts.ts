import { notFound } from '../../../platform/errors/codedError.ts';
import { causeKey } from './causes.ts';
import { evolveOrder } from './evolve.ts';
import { orderEvent, type CountedFact, type OrderEvent, type OrderState } from './order.ts';
import { agreedLatestAtMs, readyAtMs, sumOf } from './status.ts';

/**
 * Folds facts of another subgraph into the order's stream, in order: none whose cause has been counted, and
 * OrderDelivered behind the one that completes the delivery. `follow` says what a fact leads to at once, before it is
 * asked whether everything has arrived.
 */
export function decideFacts(
  order: OrderState | undefined,
  facts: readonly CountedFact[],
  at: number,
  follow: (state: OrderState, fact: CountedFact) => readonly OrderEvent[] = () => [],
): OrderEvent[] {
  if (order === undefined) throw notFound('order');
  let state = order;
  const events: OrderEvent[] = [];
  for (const fact of facts) {
    if (state.causes.includes(causeKey(fact.type, fact.data.causeId))) continue;
    state = evolveOrder(state, fact, at);
    const happenedAt = fact.type === 'orders.LinesDelivered' ? fact.data.deliveredAtMs : at;
    const next = follow(state, fact);
    for (const event of next) state = evolveOrder(state, event, at);
    const more = completion(state, happenedAt);
    for (const event of more) state = evolveOrder(state, event, at);
    events.push(fact, ...next, ...more);
  }
  return events;
}

function completion(order: OrderState, at: number): OrderEvent[] {
  if (order.deliveredAtMs !== undefined) return [];
  const wanted = sumOf(order.lines, 'ordered') - sumOf(order.lines, 'cancelled');
  const delivered = sumOf(order.lines, 'delivered');
  if (delivered === 0 || delivered + sumOf(order.lines, 'writtenOff') < wanted) return [];
  const ready = readyAtMs(order);
  return [
    orderEvent('orders.OrderDelivered', {
      orderId: order._id,
      channel: order.channel,
      placedAtMs: order.placedAtMs,
      promisedLatestAtMs: agreedLatestAtMs(order),
      deliveredAtMs: at,
      ...(ready === undefined ? {} : { readyAtMs: ready }),
    }),
  ];
}
