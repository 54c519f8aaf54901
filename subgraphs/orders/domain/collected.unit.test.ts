import { describe, expect, it } from 'vitest';
import { evolveOrder } from './evolve.ts';
import { decideFacts } from './facts.ts';
import { decideMovements } from './movements.ts';
import { linesOf, payment, placedAtMs, placedEvent, promisedMs } from './order.fixture.ts';
import { orderEvent, type OrderEvent, type OrderState, type CountedFact } from './order.ts';
import { isDelayed, readyAtMs, statusOf } from './status.ts';

const ref = (quantities: { a?: number; b?: number }, causeId: string) => ({
  ...{ orderId: 'o1', causeId, lines: linesOf(quantities) },
});
/** Two units of `a` wait in the store itself, one of `b` is sent there. */
const here = orderEvent('orders.LinesShipped', { ...ref({ a: 2 }, 'fo-store'), collection: true });
const sent = orderEvent('orders.LinesShipped', {
  ...{ ...ref({ b: 1 }, 'fo-warehouse'), collection: false, forwarded: true },
});
const arrived = orderEvent('orders.LinesReadyToCollect', ref({ b: 1 }, 'fo-arrival'));
const lost = orderEvent('orders.LinesWrittenOff', ref({ b: 1 }, 'shipment'));
const collected = (quantities: { a?: number; b?: number }, causeId: string, deliveredAtMs: number) =>
  orderEvent('orders.LinesDelivered', { ...ref(quantities, causeId), deliveredAtMs, collection: true });

const given = (quantities: { a?: number; b?: number }, causeId: string) =>
  orderEvent('orders.LinesCancelled', {
    ...{ ...ref(quantities, causeId), by: 'NOT_COLLECTED', reason: 'they were not collected in time' },
  }) as CountedFact;

/** What would be freed of the money set aside. */
const voidDue = (order: OrderState): number =>
  decideMovements(order, placedAtMs).reduce(
    (sum, { type, data }) =>
      type === 'orders.PaymentChanged' && data.kind === 'VOID' ? sum + data.amount.amountMinor : sum,
    0,
  );

const hourMs = 3_600_000;
/** Folds facts, each an hour after the one before, into an order to be collected in the store. */
const after = (...events: readonly OrderEvent[]): OrderState => {
  const placed = placedEvent();
  if (placed.type !== 'orders.OrderPlaced') throw new Error('It begins with OrderPlaced.');
  const promise = { ...placed.data.promise, methodType: 'PICKUP_IN_STORE' as const, collectAtId: 'lyon' };
  const first = orderEvent('orders.OrderPlaced', { ...placed.data, promise });
  return events.reduce<OrderState>(
    (state, event, at) => evolveOrder(state, event, placedAtMs + (at + 1) * hourMs),
    evolveOrder(undefined, first, placedAtMs),
  );
};

describe('an order the customer collects', () => {
  it('is seen by the store, is ready when all of it waits there, and is not delivered before it is collected', () => {
    expect(after().locationIds).toEqual(['warehouse', 'store', 'lyon']);
    expect(readyAtMs(after(here, sent))).toBeUndefined();
    const ready = after(here, sent, arrived);
    expect([readyAtMs(ready), statusOf(ready)]).toEqual([placedAtMs + 3 * hourMs, 'SHIPPED']);
    expect(after(here, sent, arrived, arrived).ready).toEqual(ready.ready);
  });

  it('keeps its promise when it waits in time, however late the customer comes', () => {
    const late = promisedMs + 90 * hourMs;
    const ready = after(here, sent, arrived);
    expect(isDelayed(ready, late)).toBe(false);
    expect(isDelayed(after(here, sent), late)).toBe(true);
    const facts = [collected({ a: 2 }, 'fo-store', late), collected({ b: 1 }, 'fo-arrival', late)];
    const [, , done] = decideFacts(ready, facts as CountedFact[], late);
    expect(done).toMatchObject({
      type: 'orders.OrderDelivered',
      data: { deliveredAtMs: late, readyAtMs: placedAtMs + 3 * hourMs },
    });
  });

  it('keeps its money until each unit was collected, cancelled or lost', () => {
    const authorised = payment('AUTHORIZATION', 4_990);
    const partly = [authorised, here, sent, collected({ a: 2 }, 'fo-store', promisedMs)];
    const charged = payment('CHARGE', 2_490);
    expect(voidDue(after(...partly, charged))).toBe(0);
    expect(voidDue(after(...partly, charged, lost))).toBe(2_500);
  });

  it('is cancelled where nobody came, as if the goods had never left, and its money is free', () => {
    const authorised = payment('AUTHORIZATION', 4_990);
    const over = after(
      here,
      sent,
      arrived,
      authorised,
      given({ a: 2 }, 'fo-store'),
      given({ b: 1 }, 'fo-arrival'),
    );
    expect([statusOf(over), voidDue(over)]).toEqual(['CANCELLED', 4_990]);
    expect(over.ready?.units).toBe(0);
    expect(over.lines.map(({ counters }) => [counters.cancelled, counters.shipped])).toEqual([
      [2, 0],
      [1, 0],
    ]);
    // The same news again changes nothing.
    expect(evolveOrder(over, given({ a: 2 }, 'fo-store'), placedAtMs)).toEqual(over);
  });

  it('is complete when the rest was collected, and what still comes is not ready because something else was', () => {
    const partly = after(here, given({ a: 2 }, 'fo-store'), sent);
    expect(readyAtMs(partly)).toBeUndefined();
    const came = after(here, sent, arrived, collected({ b: 1 }, 'fo-arrival', promisedMs));
    const [, done] = decideFacts(came, [given({ a: 2 }, 'fo-store')], promisedMs);
    expect(done).toMatchObject({ type: 'orders.OrderDelivered' });
  });

  it('is the customer’s if the store gave the goods out although their time was over', () => {
    const late = after(here, given({ a: 2 }, 'fo-store'), collected({ a: 2 }, 'late', promisedMs));
    expect(late.lines[0]?.counters).toMatchObject({ cancelled: 0, shipped: 2, delivered: 2 });
  });
});
