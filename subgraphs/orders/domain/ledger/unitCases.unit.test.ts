import { describe, expect, it } from 'vitest';
import { uncovered } from './decideMoney.ts';
import {
  decideAdd,
  decideCancel,
  decideExchange,
  decideInspect,
  decideRefund,
  decideReturn,
} from './decideUnits.ts';
import { TestLedger } from './ledger.fixture.ts';
import { countsOf, moneyOf, paymentStatusOf, statusOfUnits } from './views.ts';

const a5b3 = {
  lines: [
    { lineId: 'a', unitPriceMinor: 5000 },
    { lineId: 'b', unitPriceMinor: 3000 },
  ],
};
const sendBack = (
  order: TestLedger,
  returnId: string,
  entries: { lineId: string; quantity: number; entryId?: string }[],
) => order.do(decideReturn(order.ledger, { returnId, entries }).events);

describe('M3, M4: cancelling what a location holds', () => {
  const three = () => new TestLedger({ lines: [{ lineId: 'a', quantity: 3, unitPriceMinor: 1000 }] });
  const ask = (order: TestLedger, quantity: number) =>
    order.do(decideCancel(order.ledger, { units: [{ lineId: 'a', quantity }], causeId: 'ask1' }).events);

  it('is asked for first: nothing is cancelled, nothing freed', () => {
    const order = ask(three().fact('Released', 'fo1', { a: 3 }), 3);
    expect(countsOf(order.ledger)).toMatchObject({ cancelled: 0, cancelAsked: 3 });
    expect(order.pending()).toEqual([]);
  });
  it('is refused for what has left: it stays sold and is captured', () => {
    const order = ask(three().fact('Released', 'fo1', { a: 3 }), 3).fact('Shipped', 'fo1', { a: 3 });
    order.fact('CancelRefused', 'fo1', { a: 3 }, { askId: 'ask1', causeId: 'no' }).answer();
    expect(countsOf(order.ledger)).toMatchObject({ cancelled: 0, cancelAsked: 0, shipped: 3 });
    expect([order.sum('CAPTURE'), order.sum('VOID')]).toEqual([3000, 0]);
  });
  it('once confirmed is not revoked by picking that is heard of later', () => {
    const order = ask(three().fact('Released', 'fo1', { a: 3 }), 1);
    order
      .fact('Cancelled', 'fo1', { a: 1 }, { askId: 'ask1', causeId: 'yes' })
      .fact('Picked', 'fo1', { a: 3 });
    order.fact('Packed', 'fo1', { a: 2 }).fact('Shipped', 'fo1', { a: 2 }).answer();
    expect(countsOf(order.ledger)).toMatchObject({ cancelled: 1, shipped: 2, cancelAsked: 0 });
    expect([statusOfUnits(order.ledger), order.sum('CAPTURE'), order.sum('VOID')]).toEqual([
      'SHIPPED',
      2000,
      1000,
    ]);
  });
  it('of goods a carrier scans all the same is paid: the parcel is the truth', () => {
    const order = ask(three().fact('Released', 'fo1', { a: 3 }), 3);
    order.fact('Delivered', 's1', { a: 3 }, { workId: 'fo1' });
    order.fact('Cancelled', 'fo1', { a: 3 }, { askId: 'ask1', causeId: 'yes' }).answer();
    expect(countsOf(order.ledger)).toMatchObject({ cancelled: 0, delivered: 3, cancelAsked: 0 });
    expect(order.sum('CAPTURE')).toBe(3000);
  });
});

describe('M7: entries of a return', () => {
  const two = () => {
    const order = new TestLedger({ lines: [{ lineId: 'a', quantity: 2, unitPriceMinor: 1500 }] });
    order.fact('Shipped', 'fo1', { a: 2 }).answer().fact('Delivered', 's1', { a: 2 }, { workId: 'fo1' });
    return sendBack(order, 'r1', [
      { lineId: 'a', quantity: 1, entryId: 'damaged' },
      { lineId: 'a', quantity: 1, entryId: 'changed' },
    ]);
  };
  it('add up: a third unit cannot be asked for', () => {
    const more = decideReturn(two().ledger, { returnId: 'r2', entries: [{ lineId: 'a', quantity: 1 }] });
    expect(more).toEqual({ events: [], tooMany: { lineId: 'a', returnable: 0 } });
  });
  it('with one finding leave the other open, to be found later', () => {
    const order = two();
    const look = (entryId: string, causeId: string) => {
      const findings = [{ lineId: 'a', entryId, quantity: 1, accepted: true }];
      order.do(decideInspect(order.ledger, { returnId: 'r1', causeId, findings }));
      order.do(decideRefund(order.ledger, { returnId: 'r1', causeId })).answer();
    };
    look('damaged', 'i1');
    expect([order.amounts('REFUND'), countsOf(order.ledger).returnRequested]).toEqual([[1500], 1]);
    look('changed', 'i2');
    expect([order.amounts('REFUND'), statusOfUnits(order.ledger)]).toEqual([[1500, 1500], 'CLOSED']);
  });
  it('refuses more findings than an entry has units', () => {
    const findings = [{ lineId: 'a', entryId: 'damaged', quantity: 2, accepted: true }];
    expect(() => decideInspect(two().ledger, { returnId: 'r1', causeId: 'i', findings })).toThrow(/1 units/);
  });
  it('refused: it stays with the customer and can be asked for again', () => {
    const order = two();
    const findings = [{ lineId: 'a', entryId: 'changed', quantity: 1, accepted: false }];
    order.do(decideInspect(order.ledger, { returnId: 'r1', causeId: 'i', findings }));
    expect(countsOf(order.ledger)).toMatchObject({ delivered: 2, returnRequested: 1, returned: 0 });
    expect(
      decideReturn(order.ledger, { returnId: 'r2', entries: [{ lineId: 'a', quantity: 1 }] }).events,
    ).toHaveLength(1);
  });
});

describe('edits', () => {
  const line = (lotId: string, lineId: string, unitPriceMinor: number) =>
    ({ lotId, lineId, sku: lineId, quantity: 1, unitPriceMinor, tax: { basisPoints: 2000 } }) as const;
  const add = (order: TestLedger, lotId: string, lineId: string, price: number) =>
    order.do(decideAdd(order.ledger, { causeId: lotId, lines: [line(lotId, lineId, price)], sources: [] }));

  it('unpaid 1200, edited to 2 units: outstanding 2400', () => {
    const order = new TestLedger({ lines: [{ lineId: 'a', unitPriceMinor: 1200 }], authorisedMinor: 0 });
    expect(moneyOf(add(order, 'a2', 'a', 1200).ledger)).toMatchObject({
      outstandingMinor: 2400,
      totalMinor: 2400,
    });
  });
  it('paid, unit added and removed again: no refund, the same state', () => {
    const order = new TestLedger({
      lines: [{ lineId: 'a', unitPriceMinor: 1200 }],
      dueWhen: 'CONFIRMED',
    }).answer();
    add(order, 'b1', 'b', 700).fact('Cancelled', 'fo', { b: 1 }, { causeId: 'c' }).answer();
    expect([order.sum('REFUND'), moneyOf(order.ledger).outstandingMinor]).toEqual([0, 0]);
    expect([paymentStatusOf(order.ledger).charged, statusOfUnits(order.ledger)]).toEqual([
      'FULL',
      'CONFIRMED',
    ]);
  });
  it('paid, unit removed: its price back, no more', () => {
    const order = new TestLedger({ ...a5b3, dueWhen: 'CONFIRMED' }).answer();
    expect(order.fact('Cancelled', 'fo', { b: 1 }, { causeId: 'c' }).answer().amounts('REFUND')).toEqual([
      3000,
    ]);
  });
});

describe('exchanges', () => {
  const delivered = () =>
    new TestLedger({ lines: [{ lineId: 'a', unitPriceMinor: 5000 }] })
      .fact('Shipped', 'fo1', { a: 1 })
      .answer()
      .fact('Delivered', 's1', { a: 1 }, { workId: 'fo1' });
  const exchange = (price: number, credit: 'AT_ONCE' | 'ON_RECEIPT' = 'AT_ONCE') => {
    const order = sendBack(delivered(), 'r1', [{ lineId: 'a', quantity: 1 }]);
    const lines = [
      { lotId: 'x', lineId: 'x', sku: 'x', quantity: 1, unitPriceMinor: price, tax: { basisPoints: 2000 } },
    ];
    return order.do(
      decideExchange(order.ledger, { exchangeId: 'e1', returnId: 'r1', lines, sources: [], credit }),
    );
  };
  it('even: nothing is charged or refunded', () => {
    const order = exchange(5000).answer();
    expect([order.sum('TRANSFER'), order.sum('REFUND'), moneyOf(order.ledger).outstandingMinor]).toEqual([
      5000, 0, 0,
    ]);
  });
  it('for something cheaper: the difference goes back', () => {
    expect(exchange(3500).answer().amounts('REFUND')).toEqual([1500]);
  });
  it('for something dearer: the difference is asked for', () => {
    expect(uncovered(exchange(6200).ledger)).toBe(1200);
  });
  it('on receipt: the credit comes when the units have come', () => {
    const order = exchange(5000, 'ON_RECEIPT');
    expect([order.sum('TRANSFER'), uncovered(order.ledger)]).toEqual([0, 5000]);
    const findings = [{ lineId: 'a', quantity: 1, accepted: true }];
    order.do(decideInspect(order.ledger, { returnId: 'r1', causeId: 'i', findings }));
    order.do(decideRefund(order.ledger, { returnId: 'r1', causeId: 'e1' }));
    expect([order.sum('TRANSFER'), uncovered(order.ledger)]).toEqual([5000, 0]);
  });
});
