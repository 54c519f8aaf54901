import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, firstOfTwo, shareOfUnits, taxWithin } from './apportion.ts';
import { TestLedger } from './ledger.fixture.ts';
import { lotsOf, partsOf, payableOf } from './lots.ts';

const amount = fc.integer({ min: 0, max: 2 ** 46 });
const weights = fc.array(fc.integer({ min: 0, max: 2 ** 40 }), { minLength: 1, maxLength: 30 });
const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);

describe('apportion', () => {
  it('gives parts that sum to the total, each its exact share rounded down or up', () => {
    fc.assert(
      fc.property(amount, weights, (total, of) => {
        const parts = apportion(total, of);
        expect(sum(parts)).toBe(total);
        const whole = BigInt(sum(of));
        if (whole === 0n) return;
        for (const [at, part] of parts.entries()) {
          const exact = BigInt(total) * BigInt(of[at] ?? 0);
          expect(BigInt(part) >= exact / whole && BigInt(part) * whole < exact + whole).toBe(true);
        }
      }),
    );
  });
  it('gives nobody more than its weight while the total is within them', () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
        const parts = apportion(Math.floor(sum(of) * share), of);
        for (const [at, part] of parts.entries())
          if (sum(of) > 0) expect(part).toBeLessThanOrEqual(of[at] ?? 0);
      }),
    );
  });
  it('agrees with its short forms', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(60), (total, of, x, y) => {
        const [from, to] = [Math.min(x, y, of), Math.min(Math.max(x, y), of)];
        const parts = apportion(
          total,
          Array.from({ length: of }, () => 1),
        );
        expect(shareOfUnits(total, from, to, of)).toBe(sum(parts.slice(from, to)));
        expect(shareOfUnits(-total, from, to, of) + shareOfUnits(total, from, to, of)).toBe(0);
      }),
    );
    fc.assert(
      fc.property(amount, amount, amount, (total, left, right) => {
        expect(firstOfTwo(total, left, right)).toBe(apportion(total, [left, right])[0]);
      }),
    );
  });
  it('breaks ties for the first', () => {
    expect(apportion(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(apportion(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(apportion(5, [0, 0])).toEqual([5, 0]);
    expect(() => apportion(1, [])).toThrow(RangeError);
    expect(() => apportion(1, [-1])).toThrow(RangeError);
  });
});

describe('M9: a discount of the order', () => {
  it.each([
    ['2000 off 10000 + 10000', [10_000, 10_000], -2000, [9000, 9000]],
    ['1000 off three of 3333', [3333, 3333, 3333], -1000, [2999, 3000, 3000]],
    ['1 yen off 100 and 200', [100, 200], -1, [100, 199]],
  ] as const)(
    '%s comes back as it was given, whatever is cancelled or returned',
    (_name, prices, amountMinor, left) => {
      const lines = prices.map((unitPriceMinor, at) => ({ lineId: `l${at}`, unitPriceMinor }));
      const adjustments = [{ code: 'ORDER', amountMinor }];
      const order = new TestLedger({ lines, adjustments, dueWhen: 'CONFIRMED' }).answer();
      expect(order.sum('CAPTURE')).toBe(sum(left));
      for (const [at, price] of left.entries())
        expect(
          order
            .fact('Cancelled', `c${at}`, { [`l${at}`]: 1 })
            .answer()
            .amounts('REFUND')
            .at(-1),
        ).toBe(price);
      expect(order.sum('REFUND')).toBe(order.sum('CAPTURE'));
    },
  );
  it('splits over the units of a line, part by part', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.nat(100_000),
        fc.nat(100_000),
        (quantity, price, off) => {
          const amountMinor = -Math.min(off, quantity * price);
          const line = {
            lotId: 'a',
            lineId: 'a',
            sku: 'A',
            quantity,
            unitPriceMinor: price,
            tax: { basisPoints: 550 },
          };
          const [lot] = lotsOf([line], [{ code: 'X', amountMinor }]);
          if (lot === undefined) throw new Error('There is a lot.');
          const units = Array.from({ length: quantity }, (_, at) => partsOf(lot, at, at + 1));
          expect(sum(units.map((unit) => unit.payableMinor))).toBe(quantity * price + amountMinor);
          expect(sum(units.map((unit) => unit.taxMinor))).toBe(taxWithin(payableOf(lot), 550));
          expect(Math.min(...units.map((unit) => unit.payableMinor))).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('M10: tax of parts', () => {
  const parcels = (quantity: number, unitPriceMinor: number, currency: string, basisPoints = 2000) => {
    const tax = { basisPoints };
    const order = new TestLedger({ lines: [{ lineId: 'a', quantity, unitPriceMinor, tax }], currency });
    for (let at = 0; at < quantity; at++) order.fact('Shipped', `fo${at}`, { a: 1 }).answer();
    return order.ledger.movements.filter((each) => each.kind === 'CAPTURE').map((each) => each.taxMinor);
  };
  it('10 x 3823 at 20 %, ten parcels of one unit: the taxes sum to 6372', () => {
    const taxes = parcels(10, 3823, 'EUR');
    expect([taxes.length, sum(taxes)]).toEqual([10, 6372]);
    expect(Math.max(...taxes) - Math.min(...taxes)).toBeLessThanOrEqual(1);
  });
  it.each([
    ['JPY', 7, 333, 1000],
    ['KWD', 13, 12_345, 550],
    ['EUR', 3, 1, 2000],
  ] as const)('in %s, too', (currency, quantity, price, basisPoints) => {
    expect(sum(parcels(quantity, price, currency, basisPoints))).toBe(
      taxWithin(quantity * price, basisPoints),
    );
  });
  it('comes back in full when all is returned one by one', () => {
    const order = new TestLedger({ lines: [{ lineId: 'a', quantity: 10, unitPriceMinor: 3823 }] });
    order.fact('Shipped', 'fo', { a: 10 }, { shipmentId: 's' }).answer();
    for (let at = 0; at < 10; at++)
      order
        .do([
          {
            type: 'Lost',
            data: { causeId: `lost${at}`, shipmentId: 's', units: [{ lineId: 'a', quantity: at + 1 }] },
          },
        ])
        .answer();
    const refunds = order.ledger.movements.filter((each) => each.kind === 'REFUND');
    expect([refunds.length, sum(refunds.map((each) => each.taxMinor))]).toEqual([10, 6372]);
  });
});
