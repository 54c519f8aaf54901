import { describe, expect, it } from 'vitest';
import { decideGoodwill } from './decideMoney.ts';
import { decideInspect, decideRefund, decideReturn } from './decideUnits.ts';
import { TestLedger } from './ledger.fixture.ts';
import { decideDeliveryBack } from './policy.ts';

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

describe('M8: the delivery of an order of which nothing is kept', () => {
  const order = (price: number, standard: number) => {
    const made = new TestLedger({
      lines: [{ lineId: 'a', quantity: 2, unitPriceMinor: 1000 }],
      deliveryMinor: price,
      standardMinor: standard,
    });
    return made.fact('Shipped', 'fo1', { a: 2 }, { shipmentId: 's1' }).answer();
  };
  const back = (made: TestLedger, country = 'FR') =>
    made.do(decideDeliveryBack(made.ledger, { causeId: 'end', country })).answer();
  const withdraw = (made: TestLedger, quantity: number) =>
    accept(
      sendBack(made.fact('Delivered', 's1', { a: 2 }), 'r1', [{ lineId: 'a', quantity }]),
      'r1',
      'a',
      quantity,
    );

  it('goes back after a full withdrawal, the standard part of it', () => {
    expect(back(withdraw(order(490, 490), 2)).sum('REFUND')).toBe(2490);
    expect(back(withdraw(order(990, 490), 2)).sum('REFUND')).toBe(2490);
  });
  it('stays after a partial withdrawal', () => {
    expect(back(withdraw(order(490, 490), 1)).sum('REFUND')).toBe(1000);
  });
  it('goes back in full when everything was lost', () => {
    expect(back(order(990, 490).fact('Lost', 's1', { a: 2 })).sum('REFUND')).toBe(2990);
  });
  it('goes back by the rules of the country', () => {
    const made = withdraw(order(490, 490), 2);
    const rules = [{ countries: ['CH'], retailersFault: 'ALL', withdrawal: 'NONE' }] as const;
    expect(decideDeliveryBack(made.ledger, { causeId: 'end', country: 'CH', rules })).toEqual([]);
  });
});

describe('goodwill', () => {
  const paid = () =>
    new TestLedger({ ...a5b3, deliveryMinor: 500 }).fact('Shipped', 'fo1', { a: 1, b: 1 }).answer();
  it.each([
    ['the order', undefined, 8500],
    ['a line', { lineId: 'b' }, 3000],
    ['the delivery', 'DELIVERY', 500],
  ] as const)('for %s is bounded by what was captured for it', (_name, of, most) => {
    const order = paid();
    expect(() => decideGoodwill(order.ledger, { causeId: 'g', amountMinor: most + 1, of }, 0)).toThrow(
      `${most}`,
    );
    expect(
      order
        .do(decideGoodwill(order.ledger, { causeId: 'g', amountMinor: most, of }, 0))
        .answer()
        .sum('REFUND'),
    ).toBe(most);
    expect(order.sum('CAPTURE')).toBe(8500);
  });
  it('is not asked for again, and a return after it gives back the rest', () => {
    const order = paid().fact('Delivered', 's1', { a: 1, b: 1 }, { workId: 'fo1' });
    order
      .do(decideGoodwill(order.ledger, { causeId: 'g', amountMinor: 1000, of: { lineId: 'a' } }, 0))
      .answer();
    sendBack(order, 'r1', [{ lineId: 'a', quantity: 1 }]);
    expect(accept(order, 'r1', 'a', 1).answer().amounts('REFUND')).toEqual([1000, 4000]);
  });
});
