import { describe, expect, it } from 'vitest';
import { evolveOrder } from './evolve.ts';
import { decideReceiptLate, type LateReceipt } from './lateReceipt.ts';
import { linesOf, placedAtMs, placedEvent, promisedMs } from './order.fixture.ts';
import { orderEvent, type OrderEvent, type OrderState } from './order.ts';

const dayMs = 86_400_000;
const expectedMs = placedAtMs + dayMs;
/** Its shoes are awaited in the warehouse, to be there by a moment if a plan says so. */
function awaiting(neededByMs?: number, ...more: readonly OrderEvent[]): OrderState {
  const milestones = neededByMs === undefined ? [] : [{ code: 'RELEASED' as const, dueAtMs: neededByMs }];
  const shipments = [
    {
      ...{ locationId: 'warehouse', serviceCode: 'parcel', milestones },
      lines: [{ lineId: 'a', sku: 'shoe', quantity: 2, future: true }],
    },
    {
      ...{ locationId: 'store', serviceCode: 'parcel', milestones: [] },
      lines: [{ lineId: 'b', sku: 'coat', quantity: 1, future: false }],
    },
  ];
  return more.reduce<OrderState>(
    (state, event) => evolveOrder(state, event, placedAtMs),
    evolveOrder(undefined, placedEvent({ shipments }), placedAtMs),
  );
}
const late = (byMs: number, more: Partial<LateReceipt> = {}): LateReceipt => ({
  ...{
    sku: 'shoe',
    locationId: 'warehouse',
    previousExpectedAtMs: expectedMs,
    expectedAtMs: expectedMs + byMs,
  },
  ...more,
});
const datesOf = (events: readonly OrderEvent[]) =>
  events.flatMap(({ type, data }) =>
    type === 'orders.OrderRepromised' ? [[data.latestAtMs, data.cause]] : [],
  );

describe('an order that awaits units of a late receipt', () => {
  it('is promised anew by as many whole days as they are too late, once', () => {
    const order = awaiting();
    const moved = decideReceiptLate(order, late(2.5 * dayMs));
    expect(datesOf(moved)).toEqual([[promisedMs + 3 * dayMs, 'RECEIPT_LATE']]);
    const after = moved.reduce((state, event) => evolveOrder(state, event, placedAtMs), order);
    expect(decideReceiptLate(after, late(2.5 * dayMs))).toEqual([]);
    // The next delay counts from the plan, not from the delay before.
    const again = late(5 * dayMs, { previousExpectedAtMs: expectedMs + 2.5 * dayMs });
    expect(datesOf(decideReceiptLate(awaiting(expectedMs), again))).toEqual([
      [promisedMs + 5 * dayMs, 'RECEIPT_LATE'],
    ]);
  });

  it('keeps its date where they still come in time', () => {
    const order = awaiting(expectedMs + dayMs);
    expect(decideReceiptLate(order, late(dayMs))).toEqual([]);
    expect(datesOf(decideReceiptLate(order, late(dayMs + 1)))).toEqual([
      [promisedMs + dayMs, 'RECEIPT_LATE'],
    ]);
  });

  it('is not concerned by units that it does not await, or not any more', () => {
    expect(decideReceiptLate(awaiting(), late(dayMs, { sku: 'coat', locationId: 'store' }))).toEqual([]);
    expect(decideReceiptLate(awaiting(), late(dayMs, { locationId: 'store' }))).toEqual([]);
    const units = { orderId: 'o1', lines: linesOf({ a: 2 }), causeId: 'c' };
    const arrived = orderEvent('orders.LinesArrived', { ...units, locationId: 'warehouse' });
    expect(decideReceiptLate(awaiting(undefined, arrived), late(dayMs))).toEqual([]);
    const cancelled = orderEvent('orders.LinesCancelled', { ...units, reason: 'r', by: 'CUSTOMER' });
    expect(decideReceiptLate(awaiting(undefined, cancelled), late(dayMs))).toEqual([]);
  });
});
