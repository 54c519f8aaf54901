import { describe, expect, it } from 'vitest';
import { decideReceived, meansAdded, uncovered } from './decideMoney.ts';
import { decideFound, decideInspect, decideRefund, decideReturn } from './decideUnits.ts';
import { TestLedger } from './ledger.fixture.ts';
import { nextLook } from './reconcile.ts';
import { countsOf, moneyOf, paymentStatusOf } from './views.ts';

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
const accept = (
  order: TestLedger,
  returnId: string,
  lineId: string,
  quantity: number,
  causeId = `${returnId}:seen`,
) => {
  order.do(
    decideInspect(order.ledger, { returnId, causeId, findings: [{ lineId, quantity, accepted: true }] }),
  );
  return order.do(decideRefund(order.ledger, { returnId, causeId }));
};

describe('M1: money taken elsewhere', () => {
  const outside = {
    meansId: 'till',
    method: 'IN_STORE',
    kind: 'OUTSIDE',
    state: 'READY',
    amountMinor: 0,
  } as const;
  const inStore = () => new TestLedger({ ...a5b3, authorisedMinor: 0 }).do([meansAdded(outside)]);
  const paid = (order: TestLedger, movementId: string, amountMinor: number) =>
    order.do(
      decideReceived(order.ledger, { movementId, meansId: 'till', method: 'IN_STORE', amountMinor }, 0),
    );

  it('is not booked because goods left', () => {
    const order = inStore().fact('Shipped', 'fo1', { a: 1, b: 1 });
    expect(paymentStatusOf(order.ledger).charged).toBe('NONE');
    expect(moneyOf(order.ledger).outstandingMinor).toBe(8000);
  });
  it('is booked when somebody says so, in part or whole', () => {
    const order = paid(inStore(), 'r1', 6000);
    expect([paymentStatusOf(order.ledger).charged, moneyOf(order.ledger).outstandingMinor]).toEqual([
      'PARTIAL',
      2000,
    ]);
    expect(paymentStatusOf(paid(order, 'r2', 2000).ledger).charged).toBe('FULL');
  });
  it('is given back as far as it pays for nothing', () => {
    const order = paid(inStore(), 'r1', 9000);
    expect(order.pending().map((each) => [each.kind, each.amountMinor])).toEqual([['REFUND', 1000]]);
    expect(moneyOf(order.answer().ledger)).toMatchObject({ netMinor: 8000, creditMinor: 0 });
  });
});

describe('M2: several hand-overs at once', () => {
  it.each([
    [
      'two at once',
      [
        ['fo1', { a: 1 }],
        ['fo2', { b: 1 }],
      ],
      8000,
    ],
    ['one of both', [['fo1', { a: 1, b: 1 }]], 8000],
    ['only one so far', [['fo1', { a: 1 }]], 5000],
  ] as const)('%s are captured in full and nothing is freed before', (_name, hands, sum) => {
    const order = new TestLedger(a5b3);
    for (const [id, units] of hands) order.fact('Shipped', id, units);
    expect(order.pending().every((each) => each.kind === 'CAPTURE')).toBe(true);
    expect(order.answer().sum('CAPTURE')).toBe(sum);
    expect(order.sum('VOID')).toBe(0);
  });
  it('a capture that failed is tried again, while nothing is freed, and then an owner knows', () => {
    const order = new TestLedger(a5b3).fact('Shipped', 'fo1', { a: 1, b: 1 }).answer(false);
    expect([order.pending().length, order.sum('VOID')]).toEqual([0, 0]);
    for (let day = 0; day < 5; day++) order.wait(72).answer(false);
    expect(order.ledger.escalated).toEqual(['CAPTURE:fo1']);
    expect(moneyOf(order.ledger).outstandingMinor).toBe(8000);
    expect(order.wait(72).pending()).toEqual([]);
  });
  it('a capture that failed says when it is tried again; one that is done or given up says nothing', () => {
    const order = new TestLedger(a5b3).fact('Shipped', 'fo1', { a: 1, b: 1 });
    expect(nextLook(order.ledger)).toBe(60_000);
    order.answer(false);
    expect(nextLook(order.ledger)).toBe(5 * 60_000);
    order.wait(1).answer(false);
    expect(nextLook(order.ledger)).toBe(2 * 3_600_000);
    expect(nextLook(order.wait(1).answer().ledger)).toBeUndefined();
    const given = new TestLedger(a5b3).fact('Shipped', 'fo1', { a: 1, b: 1 }).answer(false);
    for (let day = 0; day < 5; day++) given.wait(72).answer(false);
    expect(nextLook(given.ledger)).toBeUndefined();
  });
  it('a delivery waits with the units whose capture failed', () => {
    const order = new TestLedger({ ...a5b3, deliveryMinor: 490 }).fact('Shipped', 'fo1', { a: 1 });
    expect(order.answer(false).pending()).toEqual([]);
    expect(order.wait(1).answer().amounts('CAPTURE')).toEqual([5490]);
  });
  it('a capture that failed once and then succeeds leaves nothing open', () => {
    const order = new TestLedger(a5b3).fact('Shipped', 'fo1', { a: 1 }).fact('Shipped', 'fo2', { b: 1 });
    order.answerOne('o:charge:fo1:card:1', false).answerOne('o:charge:fo2:card:1');
    expect(order.wait(1).answer().amounts('CAPTURE')).toEqual([3000, 5000]);
    expect([moneyOf(order.ledger).outstandingMinor, order.pending().length]).toEqual([0, 0]);
  });
});

describe('M5: a refund is bounded by what its own units captured', () => {
  it('A collected and paid, B lost on the way to the store: nothing back, the rest freed', () => {
    const order = new TestLedger({ ...a5b3, dueWhen: 'COLLECTED' }).fact(
      'Shipped',
      'fo2',
      { b: 1 },
      { shipmentId: 's2' },
    );
    order
      .fact('Shipped', 'fo1', { a: 1 }, { waiting: true })
      .fact('Delivered', 'till', { a: 1 }, { workId: 'fo1' });
    order.fact('Lost', 's2', { b: 1 }).answer();
    expect([order.amounts('CAPTURE'), order.sum('REFUND'), order.sum('VOID')]).toEqual([[5000], 0, 3000]);
  });
  it('both shipped and paid, B lost: 3000 back', () => {
    const order = new TestLedger(a5b3).fact('Shipped', 'fo1', { a: 1, b: 1 }, { shipmentId: 's1' }).answer();
    expect(order.fact('Lost', 's1', { b: 1 }).answer().amounts('REFUND')).toEqual([3000]);
  });
  it('B lost before its capture is answered: refunded once it is captured, never before', () => {
    const order = new TestLedger(a5b3)
      .fact('Shipped', 'fo1', { b: 1 }, { shipmentId: 's1' })
      .fact('Lost', 's1', { b: 1 });
    expect(order.pending().map((each) => each.kind)).toEqual(['CAPTURE']);
    expect(order.answer().amounts('REFUND')).toEqual([3000]);
  });
});

describe('M6: lost, refunded, found', () => {
  const found = () => {
    const order = new TestLedger(a5b3).fact('Shipped', 'fo1', { a: 1 }, { shipmentId: 's1' });
    order
      .fact('Shipped', 'fo2', { b: 1 }, { shipmentId: 's2' })
      .answer()
      .fact('Lost', 's1', { a: 1 })
      .answer();
    return order.fact('Delivered', 's1', { a: 1 });
  };
  const decide = (order: TestLedger, decision: 'PAY' | 'KEEP' | 'CALL_BACK') =>
    order.do(
      decideFound(order.ledger, {
        units: [{ lineId: 'a', quantity: 1 }],
        causeId: decision,
        decision,
        returnId: 'back',
      }),
    );

  it('waits for a decision', () => {
    expect(countsOf(found().ledger)).toMatchObject({ found: 1, delivered: 1, writtenOff: 0 });
  });
  it('and returned: no second refund', () => {
    const order = sendBack(found(), 'r1', [{ lineId: 'a', quantity: 1 }]);
    expect(accept(order, 'r1', 'a', 1).answer().amounts('REFUND')).toEqual([5000]);
  });
  it('kept and paid: asked for again, from that unit alone', () => {
    const order = decide(found(), 'PAY');
    expect([moneyOf(order.ledger).outstandingMinor, uncovered(order.ledger)]).toEqual([5000, 5000]);
    order.do([
      meansAdded({ meansId: 'card2', method: 'CARD', kind: 'PROVIDER', state: 'READY', amountMinor: 5000 }),
    ]);
    expect(order.answer().sum('CAPTURE')).toBe(13_000);
  });
  it('kept or called back: nothing moves', () => {
    expect(decide(found(), 'KEEP').answer().sum('REFUND')).toBe(5000);
    expect(moneyOf(decide(found(), 'CALL_BACK').answer().ledger)).toMatchObject({
      outstandingMinor: 0,
      netMinor: 3000,
    });
  });
  it('found while its refund is under way waits, too; before its capture was answered it is simply delivered', () => {
    const gone = () =>
      new TestLedger(a5b3)
        .fact('Shipped', 'fo1', { a: 1 }, { shipmentId: 's1' })
        .fact('Lost', 's1', { a: 1 });
    const refunding = gone().answerOne('o:charge:fo1:card:1').fact('Delivered', 's1', { a: 1 });
    expect(countsOf(refunding.answer().ledger)).toMatchObject({ found: 1 });
    const early = gone().fact('Delivered', 's1', { a: 1 }).answer();
    expect([countsOf(early.ledger).found, early.sum('CAPTURE'), early.sum('REFUND')]).toEqual([0, 5000, 0]);
  });
});

describe('several means', () => {
  it('a gift card pays first, the card the rest, and the card gets back first', () => {
    const order = new TestLedger({ ...a5b3, authorisedMinor: 0 }).do([
      meansAdded({
        meansId: 'gift',
        method: 'GIFT_CARD',
        kind: 'PROVIDER',
        state: 'READY',
        amountMinor: 700,
      }),
      meansAdded({ meansId: 'card', method: 'CARD', kind: 'PROVIDER', state: 'READY', amountMinor: 7300 }),
    ]);
    order.fact('Shipped', 'fo1', { a: 1, b: 1 }, { shipmentId: 's1' }).answer();
    expect(order.amounts('CAPTURE')).toEqual([700, 7300]);
    order.fact('Lost', 's1', { a: 1, b: 1 }).answer();
    expect(order.amounts('REFUND')).toEqual([7300, 700]);
  });
});

describe('M14: a payment answered after everything was cancelled', () => {
  it('frees what it set aside and captures nothing', () => {
    const order = new TestLedger({ ...a5b3, authorisedMinor: 0 });
    order.do([
      meansAdded({ meansId: 'late', method: 'CARD', kind: 'PROVIDER', state: 'PENDING', amountMinor: 8000 }),
    ]);
    order.fact('Cancelled', 'fo', { a: 1, b: 1 }, { causeId: 'c' });
    order.do([{ type: 'MeansAnswered', data: { meansId: 'late', approved: true } }]).answer();
    expect([order.sum('CAPTURE'), order.amounts('VOID')]).toEqual([0, [8000]]);
  });
});
