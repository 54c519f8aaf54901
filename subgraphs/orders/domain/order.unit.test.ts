import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideCancel } from './cancel.ts';
import { ledgerFaults } from './ledger/invariants.ts';
import { taxWithin } from './ledger/apportion.ts';
import { decideMovements } from './movements.ts';
import { evolveOrder } from './evolve.ts';
import { decideFacts } from './facts.ts';
import { linesOf, orderAfter, payment, placedAtMs, placedEvent, promisedMs } from './order.fixture.ts';
import { orderEvent, type OrderEvent, type OrderState, type CountedFact } from './order.ts';
import { isDelayed, statusOf, type OrderStatus } from './status.ts';
import { authorizeStatusOf, chargeStatusOf, paid, totalsOf } from './totals.ts';

type Quantities = { a?: number; b?: number };
const all = { a: 2, b: 1 };
const lines = (quantities: Quantities, causeId: string) => ({
  ...{ orderId: 'o1', causeId, lines: linesOf(quantities) },
});
const released = (q: Quantities, cause = 'fo1') => orderEvent('orders.LinesReleased', lines(q, cause));
const shipped = (q: Quantities, cause = 'fo1') =>
  orderEvent('orders.LinesShipped', { ...lines(q, cause), collection: false });
const delivered = (q: Quantities, cause = 's1', deliveredAtMs = placedAtMs) =>
  orderEvent('orders.LinesDelivered', { ...lines(q, cause), deliveredAtMs, collection: false });
const lost = (q: Quantities, cause = 's1') => orderEvent('orders.LinesWrittenOff', lines(q, cause));
const back = (q: Quantities, cause = 'ret1') => orderEvent('orders.LinesReturned', lines(q, cause));
const cancelled = (q: Quantities, by: 'CUSTOMER' | 'PAYMENT' = 'CUSTOMER', cause = 'c1') =>
  orderEvent('orders.LinesCancelled', { ...lines(q, cause), reason: 'changed my mind', by });
const held = orderEvent('orders.OrderHeld', { orderId: 'o1', reason: 'PAYMENT_PENDING' });

describe('the status of an order', () => {
  it.each<[OrderStatus, OrderEvent[]]>([
    ['PLACED', []],
    ['ON_HOLD', [held]],
    ['IN_FULFILLMENT', [released({ a: 1 })]],
    ['PARTIALLY_SHIPPED', [shipped({ a: 2 })]],
    ['SHIPPED', [shipped(all)]],
    ['SHIPPED', [shipped({ a: 2 }), cancelled({ b: 1 })]],
    ['PARTIALLY_DELIVERED', [delivered({ a: 2 })]],
    ['DELIVERED', [delivered(all)]],
    ['DELIVERED', [delivered({ a: 2 }), shipped({ b: 1 }, 'fo2'), lost({ b: 1 }, 's2')]],
    ['DELIVERED', [delivered(all), back({ a: 1 })]],
    ['CLOSED', [delivered(all), back(all)]],
    ['CANCELLED', [cancelled(all)]],
    ['CANCELLED', [held, cancelled(all, 'PAYMENT')]],
  ])('is %s', (status, events) => {
    expect(statusOf(orderAfter(...events))).toBe(status);
  });

  it('says delayed once the promise was moved or missed', () => {
    const moved = orderEvent('orders.OrderRepromised', {
      ...{ orderId: 'o1', latestAtMs: promisedMs + 1, reason: 'another place' },
    });
    expect(isDelayed(orderAfter(), promisedMs)).toBe(false);
    expect(isDelayed(orderAfter(), promisedMs + 1)).toBe(true);
    expect(isDelayed(orderAfter(moved), placedAtMs)).toBe(true);
  });
});

describe('facts of other subgraphs', () => {
  const facts = (order: OrderState, ...more: OrderEvent[]) =>
    decideFacts(order, more as CountedFact[], placedAtMs);

  it('count once per cause, however often they arrive', () => {
    const once = orderAfter(...facts(orderAfter(), shipped({ a: 1 })));
    expect(facts(once, shipped({ a: 1 }))).toEqual([]);
    expect(facts(once, shipped({ a: 1 }, 'fo2'))).toHaveLength(1);
    expect(orderAfter(shipped({ a: 1 }), shipped({ a: 1 })).lines[0]?.counters.shipped).toBe(1);
  });

  it('tell of the completed delivery once, at the time of the last parcel', () => {
    const [first, last] = [delivered({ a: 2 }, 's1', 5), delivered({ b: 1 }, 's2', 9)];
    const one = facts(orderAfter(), first);
    expect(one.map((event) => event.type)).toEqual(['orders.LinesDelivered']);
    const two = facts(orderAfter(...one), last);
    expect(two.map((event) => event.type)).toEqual(['orders.LinesDelivered', 'orders.OrderDelivered']);
    expect(two[1]?.data).toMatchObject({ deliveredAtMs: 9, promisedLatestAtMs: promisedMs });
    expect(facts(orderAfter(...one, ...two), delivered({ b: 1 }, 's3')).map((event) => event.type)).toEqual([
      'orders.LinesDelivered',
    ]);
  });

  it('keep every counter sound in any order, with duplicates', () => {
    const some = fc.record({ a: fc.integer({ min: 0, max: 3 }), b: fc.integer({ min: 0, max: 2 }) });
    const cause = fc.constantFrom('x', 'y', 'z');
    const fact = fc
      .tuple(fc.constantFrom(released, shipped, delivered, lost, back, cancelled), some, cause)
      .map(([make, q, id]) =>
        make === cancelled ? cancelled(q, 'CUSTOMER', id) : (make as typeof released)(q, id),
      );
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 12 }), (sequence) => {
        let order = orderAfter();
        const completions: unknown[] = [];
        for (const each of sequence) {
          const events = decideFacts(order, [each as CountedFact], placedAtMs);
          for (const event of events) order = evolveOrder(order, event, placedAtMs);
          completions.push(...events.filter((event) => event.type === 'orders.OrderDelivered'));
          expect(decideFacts(order, [each as CountedFact], placedAtMs)).toEqual([]);
        }
        expect(ledgerFaults(order.ledger)).toEqual([]);
        expect(completions.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a cancellation', () => {
  const ask = { reason: 'changed my mind', by: 'CUSTOMER', causeId: 'c1' } as const;

  it('without lines takes everything that has not left', () => {
    const { events, outcome } = decideCancel(orderAfter(shipped({ a: 1 })), ask);
    expect(outcome).toEqual({ kind: 'cancelled' });
    expect(events[0]?.data).toMatchObject({ lines: linesOf({ a: 1, b: 1 }) });
  });
  it('takes nothing if some of the units asked for have left', () => {
    const { events, outcome } = decideCancel(orderAfter(shipped({ a: 1 })), {
      ...ask,
      lines: [{ lineId: 'a', quantity: 2 }],
    });
    expect([events, outcome.kind]).toEqual([[], 'tooLate']);
  });
  it('adds up two asks for one line before it looks', () => {
    const twice = [
      { lineId: 'b', quantity: 1 },
      { lineId: 'b', quantity: 1 },
    ];
    expect(decideCancel(orderAfter(), { ...ask, lines: twice }).outcome.kind).toBe('tooLate');
  });
  it('of a line of another order finds no such line', () => {
    expect(() => decideCancel(orderAfter(), { ...ask, lines: [{ lineId: 'z', quantity: 1 }] })).toThrow(
      /order line/,
    );
  });
  it('comes too late once everything has left', () => {
    expect(decideCancel(orderAfter(shipped(all)), ask).outcome.kind).toBe('tooLate');
  });
});

describe('the money of an order', () => {
  const authorised = payment('AUTHORIZATION', 4_990);
  /** Movements that would be asked for, with their amounts. */
  const asked = (order: OrderState) =>
    decideMovements(order, placedAtMs).map(({ data }) => [
      'kind' in data ? data.kind : 'other',
      'amount' in data ? data.amount.amountMinor : 0,
    ]);
  /** The order after its movements were asked for and answered, and after one more event. */
  const moved = (order: OrderState, then?: OrderEvent, state: 'SUCCEEDED' | 'FAILED' = 'SUCCEEDED') => {
    const movements = decideMovements(order, placedAtMs);
    const answers = movements.map(({ type, data }) => ({ type, data: { ...data, state } }) as OrderEvent);
    return [...movements, ...answers, ...(then === undefined ? [] : [then])].reduce<OrderState>(
      (before, event) => evolveOrder(before, event, placedAtMs),
      order,
    );
  };

  it('adds up lines, delivery and the tax within them', () => {
    expect(totalsOf(orderAfter())).toEqual({
      ...{ linesMinor: 4_500, deliveryMinor: 490, totalMinor: 4_990 },
      ...{ taxMinor: taxWithin(2_000, 2_000) + taxWithin(2_500, 2_000) + 82 },
      ...{ outstandingMinor: 4_990, capturedMinor: 0, refundedMinor: 0 },
    });
    expect(taxWithin(120, 2_000)).toBe(20);
  });
  it('leaves cancelled units out, and the delivery when nothing is left', () => {
    expect(totalsOf(orderAfter(cancelled({ b: 1 }))).totalMinor).toBe(2_490);
    expect(totalsOf(orderAfter(cancelled(all))).totalMinor).toBe(0);
  });
  it('takes the delivery with the first shipment and never again, the rest to the last cent', () => {
    const first = orderAfter(authorised, shipped({ a: 2 }));
    expect(asked(first)).toEqual([['CHARGE', 2_490]]);
    expect(asked(moved(moved(first), shipped({ b: 1 }, 'fo2')))).toEqual([['CHARGE', 2_500]]);
  });
  it('takes the delivery with the second shipment if the first charge failed', () => {
    const failed = moved(orderAfter(authorised, shipped({ a: 2 })), undefined, 'FAILED');
    const next = evolveOrder(failed, shipped({ b: 1 }, 'fo2'), placedAtMs);
    expect(asked(next)).toEqual([['CHARGE', 2_990]]);
  });
  it('frees what is set aside only when nothing can ship any more', () => {
    expect(asked(orderAfter(authorised))).toEqual([]);
    const over = moved(moved(orderAfter(authorised, shipped({ a: 2 }))), cancelled({ b: 1 }));
    expect(asked(over)).toEqual([['VOID', 2_500]]);
    expect(asked(moved(over))).toEqual([]);
  });
  it('of a journal of before falls on the units it would fall on now', () => {
    const earlier = orderAfter(authorised, shipped({ a: 2 }), payment('CHARGE', 2_490), cancelled({ b: 1 }));
    expect(asked(earlier)).toEqual([['VOID', 2_500]]);
    const without = orderAfter(authorised, shipped({ a: 2 }), payment('CHARGE', 2_490), lost({ a: 2 }));
    expect(asked(without)).toEqual([['REFUND', 2_000]]);
    expect(asked(evolveOrder(without, payment('REFUND', 2_000), 0))).toEqual([]);
  });
  it('counts only what succeeded', () => {
    const order = orderAfter(payment('AUTHORIZATION', 4_990, 'PENDING'), payment('CHARGE', 10, 'FAILED'));
    expect([paid(order, 'AUTHORIZATION'), authorizeStatusOf(order), chargeStatusOf(order)]).toEqual([
      ...[0, 'NONE', 'NONE'],
    ]);
  });
});

describe('a wrong event', () => {
  it('cannot begin an order, and one that would break a counter is not folded', () => {
    expect(() => evolveOrder(undefined, held, 0)).toThrow(/first event/);
    expect(statusOf(evolveOrder(undefined, placedEvent(), 0))).toBe('PLACED');
  });
});

describe('units cancelled before the order is confirmed', () => {
  it('are asked of no location: the plan shrinks from its end', () => {
    const order = orderAfter(held, cancelled({ a: 1, b: 1 }));
    expect(order.shipments).toMatchObject([
      { locationId: 'warehouse', lines: [{ lineId: 'a', quantity: 1 }] },
    ]);
    expect(order.heldReason).toBe('PAYMENT_PENDING');
  });
  it('stay in the plan of a confirmed order, whose locations give them back themselves', () => {
    const { confirmed: _not, ...order } = orderAfter();
    const next = evolveOrder({ ...order, confirmed: true }, cancelled({ b: 1 }), 0);
    expect(next.shipments).toHaveLength(2);
  });
});
