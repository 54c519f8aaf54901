import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import {
  maxLines,
  pricedLine,
  subtotal,
  withLine,
  withQuantity,
  type CartLine,
  type SoldVariant,
} from './cart.ts';

const variant = (more: Partial<SoldVariant> = {}): SoldVariant => ({
  price: { amountMinor: 1_000, currency: 'EUR' },
  taxBasisPoints: 2_000,
  customisable: false,
  ...more,
});
const line = (sku: string, quantity = 1, more: Partial<CartLine> = {}): CartLine => ({
  ...{ id: `${sku}-line`, sku, quantity, unitPriceMinor: 1_000, taxBasisPoints: 2_000 },
  ...more,
});
const codeOf = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return errorCodeOf(error);
  }
  return undefined;
};

describe('a cart', () => {
  it('adds units of the same SKU and customisation up, at the price of today, and keeps others apart', () => {
    const lines = [line('shoe', 1), line('shoe', 1, { id: 'other', customisation: 'AB' })];
    const again = line('shoe', 2, { id: 'new', unitPriceMinor: 1_100 });
    expect(withLine(lines, again)).toEqual([
      line('shoe', 3, { unitPriceMinor: 1_100 }),
      line('shoe', 1, { id: 'other', customisation: 'AB' }),
    ]);
  });
  it('has so many lines and no more, yet takes more units of a line it has', () => {
    const full = Array.from({ length: maxLines }, (_, i) => line(`sku-${i}`));
    expect(codeOf(() => withLine(full, line('one-more')))).toBe('BAD_USER_INPUT');
    expect(withLine(full, line('sku-7', 4, { id: 'x' }))[7]).toMatchObject({ id: 'sku-7-line', quantity: 5 });
  });
  it.each([
    ['a variant nobody sells', 'UNKNOWN_SKU', {}, null],
    ['another currency', 'CURRENCY_MISMATCH', {}, variant({ price: { amountMinor: 1, currency: 'USD' } })],
    ['a text on what takes none', 'BAD_USER_INPUT', { customisation: 'AB' }, variant()],
    [
      'too long a text',
      'BAD_USER_INPUT',
      { customisation: 'A'.repeat(501) },
      variant({ customisable: true }),
    ],
    ['no units', 'INVALID_QUANTITY', { quantity: 0 }, variant()],
    ['part of a unit', 'INVALID_QUANTITY', { quantity: 1.5 }, variant()],
    ['too many units', 'INVALID_QUANTITY', { quantity: 100_000 }, variant()],
  ] as const)('refuses %s', (_what, code, more, sold) => {
    const wanted = { id: 'a', sku: 'shoe', quantity: 1, ...more };
    expect(codeOf(() => pricedLine('EUR', wanted, sold))).toBe(code);
  });
  it('keeps a line without a text free of one', () => {
    const wanted = { id: 'a', sku: 'shoe', quantity: 2, customisation: '' };
    expect(pricedLine('EUR', wanted, variant())).toEqual(line('shoe', 2, { id: 'a' }));
  });
  it('changes the units of a line it has, and drops it with none', () => {
    const lines = [line('shoe', 1), line('lace', 2)];
    expect(withQuantity(lines, 'lace-line', 5)).toEqual([line('shoe', 1), line('lace', 5)]);
    expect(withQuantity(lines, 'lace-line', 0)).toEqual([line('shoe', 1)]);
    expect(codeOf(() => withQuantity(lines, 'gone', 1))).toBe('NOT_FOUND');
    expect(codeOf(() => withQuantity(lines, 'lace-line', -1))).toBe('INVALID_QUANTITY');
  });
  it.each([
    [9_007_199_254_740_991, 2],
    [1e14, 2],
    [1e12, 99_999],
  ])('never has a sum nobody can tell: %d x %d', (unitPriceMinor, quantity) => {
    const dear = line('gold', quantity, { unitPriceMinor });
    expect(codeOf(() => withLine([], dear))).toBe('BAD_USER_INPUT');
    const one = line('gold', 1, { unitPriceMinor: Math.min(unitPriceMinor, 1e14) });
    expect(codeOf(() => withQuantity([one], 'gold-line', quantity))).toBe('BAD_USER_INPUT');
    expect(
      codeOf(() => withLine([line('shoe', 1, { unitPriceMinor: 1 })], { ...one, unitPriceMinor: 1e14 })),
    ).toBe('BAD_USER_INPUT');
  });
  it('costs the same in whatever order and portions its units came in', () => {
    const unit = fc.record({
      sku: fc.constantFrom('a', 'b', 'c'),
      quantity: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const wanted = units.map(({ sku, quantity }) => line(sku, quantity));
        const lines = wanted.reduce<CartLine[]>(withLine, []);
        const count = units.reduce((sum, { quantity }) => sum + quantity, 0);
        expect(subtotal(lines)).toBe(count * 1_000);
        expect(subtotal(wanted)).toBe(subtotal(lines));
        expect(new Set(lines.map(({ sku }) => sku)).size).toBe(lines.length);
      }),
    );
  });
});
