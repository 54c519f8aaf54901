import { describe, expect, it } from 'vitest';
import type { CartLine } from './cart.ts';
import { repriced, type PriceNow } from './prices.ts';

const line = (sku: string, quantity: number, unitPriceMinor: number): CartLine => ({
  ...{ id: `${sku}-line`, sku, quantity, unitPriceMinor, taxBasisPoints: 2_000 },
});
const price = (sku: string, amountMinor: number, currency = 'EUR'): PriceNow => ({
  ...{ sku, price: { amountMinor, currency }, taxBasisPoints: 2_000 },
});
const lines = [line('shoe', 2, 100), line('lace', 1, 250)];

describe('prices of a cart that is ordered', () => {
  it('that are still the same hold, named or not', () => {
    const now = [price('shoe', 100), price('lace', 250)];
    for (const accepted of [undefined, 450])
      expect(repriced('EUR', lines, now, accepted)).toEqual({ kind: 'same', lines });
  });

  it.each([
    ['dearer', 10_000, 20_250],
    ['cheaper', 1, 252],
    ['free', 0, 250],
  ])('that are %s by now are told, with old and new', (_how, shoe, nowMinor) => {
    const now = [price('shoe', shoe), price('lace', 250)];
    const told = {
      ...{ kind: 'changed', beforeMinor: 450, nowMinor },
      moves: [{ lineId: 'shoe-line', sku: 'shoe', beforeMinor: 100, nowMinor: shoe }],
    };
    expect(repriced('EUR', lines, now)).toEqual(told);
    // Accepting another sum accepts nothing.
    for (const accepted of [450, nowMinor + 1]) expect(repriced('EUR', lines, now, accepted)).toEqual(told);
    expect(repriced('EUR', lines, now, nowMinor)).toMatchObject({
      ...{ kind: 'accepted', lines: [{ unitPriceMinor: shoe, quantity: 2 }, { unitPriceMinor: 250 }] },
    });
  });

  it('that moved against each other are told, too: the sum is not all', () => {
    const now = [price('shoe', 125), price('lace', 200)];
    expect(repriced('EUR', lines, now)).toMatchObject({ kind: 'changed', beforeMinor: 450, nowMinor: 450 });
    expect(repriced('EUR', lines, now, 450)).toMatchObject({ kind: 'accepted' });
  });

  it('accepted at a sum that is not that of now are told, though nothing moved', () => {
    const now = [price('shoe', 100), price('lace', 250)];
    expect(repriced('EUR', lines, now, 449)).toMatchObject({ kind: 'changed', moves: [], nowMinor: 450 });
  });

  it('of what nobody sells any more, or in other money, are none', () => {
    expect(repriced('EUR', lines, [price('lace', 250)])).toEqual({ kind: 'gone', skus: ['shoe'] });
    const dollars = [price('shoe', 100, 'USD'), price('lace', 250)];
    expect(repriced('EUR', lines, dollars)).toEqual({ kind: 'gone', skus: ['shoe'] });
  });

  it('nobody can pay are refused', () => {
    const now = [price('shoe', 9_007_199_254_740_991), price('lace', 250)];
    expect(repriced('EUR', lines, now)).toMatchObject({ kind: 'tooLarge' });
  });
});
