import { describe, expect, it } from 'vitest';
import { invariantsAtRest, ledgerFaults } from './invariants.ts';
import { TestLedger } from './ledger.fixture.ts';
import { countsOf, statusOfUnits } from './views.ts';

const paid = (quantity = 2) =>
  new TestLedger({ lines: [{ lineId: 'a', quantity, unitPriceMinor: 1_000 }], deliveryMinor: 490 })
    .fact('Shipped', 'fo1', { a: quantity }, { shipmentId: 's1' })
    .answer();
const asked = (
  order: TestLedger,
  quantity: number,
  trouble: 'LOST' | 'DAMAGED' = 'LOST',
  causeId = 'again',
) =>
  order.do([
    { type: 'ReshipAsked', data: { causeId, trouble, units: [{ lineId: 'a', quantity }], shipmentId: 's1' } },
  ]);
const made = (order: TestLedger, quantity: number, causeId = 'again') =>
  order.do([
    { type: 'Reshipped', data: { causeId } },
    {
      type: 'UnitsAdded',
      data: {
        ...{ causeId, sources: [] },
        lots: [
          {
            ...{ lotId: 'a2', kind: 'GOODS', lineId: 'a2', sku: 'a', quantity, paidFrom: causeId },
            ...{
              listMinor: 1_000 * quantity,
              discountMinor: 0,
              taxMinor: Math.round((1_000 * quantity) / 6),
            },
          },
        ],
      },
    },
  ]);
const atRest = (order: TestLedger) => ledgerFaults(order.ledger, invariantsAtRest);

describe('W2: units that were lost and are sent again', () => {
  it('are paid with the money of those that were lost: nothing is refunded and nothing charged', () => {
    const order = made(asked(paid(), 2), 2).answer();
    expect([order.amounts('CAPTURE'), order.amounts('REFUND')]).toEqual([[2_490], []]);
    expect(countsOf(order.ledger, 'a')).toMatchObject({ writtenOff: 2, shipped: 2 });
    order.fact('Shipped', 'fo2', { a2: 2 }, { shipmentId: 's2' }).fact('Delivered', 's2', { a2: 2 }).answer();
    expect([order.amounts('CAPTURE'), order.amounts('REFUND'), atRest(order)]).toEqual([[2_490], [], []]);
  });

  it('wait for the outcome: no money moves and nothing is given up before it', () => {
    const order = asked(paid(), 1).answer();
    expect(order.amounts('REFUND')).toEqual([]);
    expect([countsOf(order.ledger).writtenOff, statusOfUnits(order.ledger)]).toEqual([0, 'SHIPPED']);
  });

  it('are refunded when they cannot be sent, those that arrived broken, too', () => {
    const refused = { type: 'ReshipRefused', data: { causeId: 'again' } } as const;
    expect(asked(paid(), 1).do([refused]).answer().amounts('REFUND')).toEqual([1_000]);
    const broken = paid().fact('Delivered', 's1', { a: 2 }, { workId: 'fo1' });
    expect(asked(broken, 1, 'DAMAGED').do([refused]).answer().amounts('REFUND')).toEqual([1_000]);
  });

  it('that turn up before others are sent are simply delivered', () => {
    const order = asked(paid(), 2).fact('Delivered', 's1', { a: 2 }, { workId: 'fo1' });
    order.do([{ type: 'ReshipRefused', data: { causeId: 'again' } }]).answer();
    expect(countsOf(order.ledger)).toMatchObject({ delivered: 2, found: 0 });
    expect(order.amounts('REFUND')).toEqual([]);
  });

  it('that turn up after others were sent wait for a decision, and are charged only if they are kept', () => {
    const order = made(asked(paid(1), 1), 1)
      .fact('Delivered', 's1', { a: 1 }, { workId: 'fo1' })
      .answer();
    expect([countsOf(order.ledger).found, order.amounts('CAPTURE')]).toEqual([1, [1_490]]);
    const units = [{ lineId: 'a', quantity: 1 }];
    order.do([{ type: 'FoundDecided', data: { causeId: 'keep', units, decision: 'KEEP' } }]).answer();
    expect([order.amounts('CAPTURE'), order.amounts('REFUND')]).toEqual([[1_490], []]);
  });

  it('broken at the customer: a later return takes the good unit, not the one that was replaced', () => {
    const order = paid().fact('Delivered', 's1', { a: 2 }, { workId: 'fo1' });
    made(asked(order, 1, 'DAMAGED'), 1).answer();
    const entries = [{ lineId: 'a', quantity: 1 }];
    order.do([
      { type: 'ReturnRequested', data: { causeId: 'r1', returnId: 'r1', entries } },
      { type: 'Returned', data: { causeId: 'r1', returnId: 'r1', entries } },
      { type: 'RefundGranted', data: { causeId: 'r1', returnId: 'r1' } },
    ]);
    expect(order.answer().amounts('REFUND')).toEqual([1_000]);
  });
});
