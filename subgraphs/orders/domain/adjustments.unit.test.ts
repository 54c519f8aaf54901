import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import {
  adjustedDelivery,
  cartSums,
  lotsOfLines,
  requireAdjustments,
  type PriceAdjustment,
} from './adjustments.ts';
import { payableOf } from './ledger/lots.ts';

const line = (id: string, quantity: number, unitPriceMinor: number) => ({
  ...{ id, sku: id, quantity, unitPriceMinor, taxBasisPoints: 2_000 },
});
const code = (lines: Parameters<typeof requireAdjustments>[0], adjustments: PriceAdjustment[]): unknown => {
  try {
    requireAdjustments(lines, adjustments);
    return undefined;
  } catch (error) {
    return errorCodeOf(error);
  }
};
const two = [line('a', 1, 10_000), line('b', 1, 10_000)];
const order = (amountMinor: number): PriceAdjustment => ({ code: 'SPRING', amountMinor });

describe('discounts and surcharges of a cart', () => {
  it('of the order are divided over the lines by their price, and sum to the whole', () => {
    expect(lotsOfLines(two, [order(-2_000)]).map((lot) => payableOf(lot))).toEqual([9_000, 9_000]);
    const sums = cartSums({ lines: two, adjustments: [order(-2_000)] }, { amountMinor: 490, taxMinor: 82 });
    expect(sums).toEqual({
      ...{ linesMinor: 20_000, adjustmentsMinor: -2_000, deliveryMinor: 490 },
      ...{ taxMinor: 1_500 + 1_500 + 82, totalMinor: 18_490 },
    });
  });

  it('sum exactly, whatever the lines, and each line alone is its own', () => {
    const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 99_999 })), {
      ...{ minLength: 1, maxLength: 8 },
    });
    fc.assert(
      fc.property(lines, fc.double({ min: -1, max: 1, noNaN: true }), (drawn, share) => {
        const all = drawn.map(([quantity, price], at) => line(`l${at}`, quantity, price));
        const whole = all.reduce((sum, each) => sum + each.quantity * each.unitPriceMinor, 0);
        const change = Math.trunc(whole * share);
        const lots = lotsOfLines(all, [order(change)]);
        expect(lots.reduce((sum, lot) => sum + payableOf(lot), 0)).toBe(whole + change);
        expect(lots.every((lot) => payableOf(lot) >= 0)).toBe(true);
      }),
    );
  });

  it.each([
    ['a line nobody has', 'NOT_FOUND', [{ code: 'X', amountMinor: -1, lineId: 'c' }]],
    ['more than a line costs', 'BAD_USER_INPUT', [{ code: 'X', amountMinor: -10_001, lineId: 'a' }]],
    ['more than the order costs', 'BAD_USER_INPUT', [order(-20_001)]],
    ['more than both cost together', 'BAD_USER_INPUT', [order(-15_000), order(-5_001)]],
    [
      'a line and the delivery',
      'BAD_USER_INPUT',
      [{ code: 'X', amountMinor: -1, lineId: 'a', delivery: true }],
    ],
    ['a code of spaces', 'BAD_USER_INPUT', [{ code: 'A B', amountMinor: -1 }]],
    ['half a cent', 'BAD_USER_INPUT', [order(-0.5)]],
    ['what no sum can hold', 'BAD_USER_INPUT', [order(9_007_199_254_740_991)]],
    ['too many', 'BAD_USER_INPUT', Array.from({ length: 101 }, () => order(-1))],
  ] satisfies [string, string, PriceAdjustment[]][])('are none for %s', (_what, expected, adjustments) => {
    expect(code(two, adjustments)).toBe(expected);
  });

  it('of an empty cart are those of its delivery alone', () => {
    expect(code([], [order(-1)])).toBe('BAD_USER_INPUT');
    expect(code([], [{ code: 'FREE', amountMinor: -490, delivery: true }])).toBeUndefined();
  });

  it('of the delivery take its tax along, and never more than its price', () => {
    const delivery = { amountMinor: 490, taxMinor: 82 };
    const off = (amountMinor: number): PriceAdjustment => ({ code: 'FREE', amountMinor, delivery: true });
    expect(adjustedDelivery(delivery, [off(-490)])).toEqual({ amountMinor: 0, taxMinor: 0 });
    expect(adjustedDelivery(delivery, [off(-9_999)])).toEqual({ amountMinor: 0, taxMinor: 0 });
    expect(adjustedDelivery(delivery, [off(-245)])).toEqual({ amountMinor: 245, taxMinor: 41 });
    expect(adjustedDelivery(delivery, [off(490), order(-100)])).toEqual({ amountMinor: 980, taxMinor: 164 });
    expect(adjustedDelivery({ amountMinor: 0, taxMinor: 0 }, [off(100)])).toEqual({
      amountMinor: 100,
      taxMinor: 0,
    });
  });
});
