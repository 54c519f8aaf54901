import { describe, expect, it } from 'vitest';
import { decideCancel } from './cancel.ts';
import { answerFacts, decideAskAgain, unansweredUnits } from './cancelAsk.ts';
import { evolveOrder } from './evolve.ts';
import { decideFacts } from './facts.ts';
import { linesOf, orderAfter, payment, placedAtMs } from './order.fixture.ts';
import type { OrderEvent, OrderState } from './order.ts';
import { confirmedEvent } from './place.ts';
import { summaryOf } from './summary.ts';

const fold = (order: OrderState, events: readonly OrderEvent[], at = placedAtMs): OrderState =>
  events.reduce((state, event) => evolveOrder(state, event, at), order);
const confirmed = (): OrderState => {
  const paid = orderAfter(payment('AUTHORIZATION', 4_990));
  return fold(paid, [confirmedEvent(paid)]);
};
const ask = { reason: 'changed my mind', by: 'CUSTOMER', causeId: 'ask1' } as const;
const asked = (lines?: { lineId: string; quantity: number }[]): OrderState => {
  const order = confirmed();
  return fold(order, decideCancel(order, { ...ask, lines }).events);
};
const answer = (
  cancelled: { a?: number; b?: number },
  refused: { a?: number; b?: number } = {},
  reason: 'LEFT' | 'WITH_CARRIER' = 'WITH_CARRIER',
) => ({
  ...{ orderId: 'o1', askId: 'ask1' },
  cancelled: [{ fulfillmentOrderId: 'f1', waited: false, lines: linesOf(cancelled) }],
  refused: linesOf(refused).map((line) => ({ ...line, reason })),
});
const answered = (order: OrderState, ...args: Parameters<typeof answer>): OrderState =>
  fold(order, decideFacts(order, answerFacts(order, answer(...args)), placedAtMs));
const counters = (order: OrderState) =>
  order.lines.map(({ counters: { cancelAsked, cancelled } }) => [cancelAsked, cancelled]);

describe('a cancellation of a confirmed order', () => {
  it('is asked for and changes nothing but that', () => {
    const order = asked([{ lineId: 'a', quantity: 1 }]);
    expect(counters(order)).toEqual([
      [1, 0],
      [0, 0],
    ]);
    expect(order.totalMinor).toBe(4_990);
    expect(order.askedAtMs).toBe(placedAtMs);
  });
  it('cannot be asked twice for the same units', () => {
    const order = asked();
    expect(decideCancel(order, { ...ask, causeId: 'ask2' }).outcome.kind).toBe('tooLate');
  });
  it('is folded from one answer: cancelled units, refused units, and nothing open', () => {
    const order = answered(asked(), { a: 1 }, { a: 1, b: 1 });
    expect(counters(order)).toEqual([
      [0, 1],
      [0, 0],
    ]);
    expect(order.cancelAsks?.map((each) => [each.cancelledUnits, each.refusedUnits])).toEqual([[1, 2]]);
    expect(order.askedAtMs).toBeUndefined();
  });
  it('counts an answer once, however often it comes', () => {
    const once = answered(asked(), { a: 2 }, { b: 1 });
    expect(answered(once, { a: 2 }, { b: 1 })).toEqual(once);
  });
  it('is told to the customer: asked for, then what came of it', () => {
    const events = [
      ...decideCancel(confirmed(), ask).events,
      ...answerFacts(asked(), answer({ a: 2 }, { b: 1 })),
    ];
    expect(events.map(({ type, data }) => summaryOf(type, data, { locale: 'en' }))).toEqual([
      'Cancellation of 3 units asked for.',
      '2 units cancelled by customer: changed my mind.',
      '1 unit could not be cancelled: the carrier has them already.',
    ]);
  });
  it('is asked again when nobody answers, ever more rarely', () => {
    let order = asked();
    const minute = 60_000;
    const again = (atMs: number): number => {
      const events = decideAskAgain(order, atMs, minute);
      order = fold(order, events, atMs);
      return events.length;
    };
    const told = [0, 59_999, minute, 2 * minute, 3 * minute, 4 * minute, 7 * minute].map((ms) =>
      again(placedAtMs + ms),
    );
    expect(told).toEqual([0, 0, 1, 0, 1, 0, 1]);
    expect(counters(order)).toEqual([
      [2, 0],
      [1, 0],
    ]);
    expect(order.cancelAsks?.map(unansweredUnits)).toEqual([3]);
    expect(decideAskAgain(answered(order, { a: 2, b: 1 }), placedAtMs + 90 * minute, minute)).toEqual([]);
  });
});
