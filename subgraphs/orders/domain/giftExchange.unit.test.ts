import { describe, expect, it } from 'vitest';
import { exchangeAdjustments, giftExchangeCode, withoutExchange } from './giftExchange.ts';

const products = new Map([
  ['scarf-s', 'scarf'],
  ['scarf-l', 'scarf'],
  ['hat', 'hats'],
]);
const line = (id: string, sku: string, quantity: number, unitPriceMinor: number, more: object = {}) => ({
  ...{ id, sku, quantity, unitPriceMinor },
  ...more,
});
const given = [
  { sku: 'scarf-s', paidMinor: 3_000 },
  { sku: 'scarf-s', paidMinor: 2_999 },
];
const adjusted = (lines: Parameters<typeof exchangeAdjustments>[0]) =>
  exchangeAdjustments(lines, given, products).map(({ lineId, amountMinor }) => [lineId, amountMinor]);

describe('a gift exchanged for another size', () => {
  it('costs what it did, one for one, whether dearer or cheaper now', () => {
    expect(adjusted([line('a', 'scarf-l', 1, 3_500)])).toEqual([['a', -500]]);
    expect(adjusted([line('a', 'scarf-l', 2, 2_500)])).toEqual([['a', 999]]);
    expect(adjusted([line('a', 'scarf-l', 3, 3_500)])).toEqual([['a', -1_001]]);
  });
  it('is shared by the lines of its product, each unit once', () => {
    const lines = [line('a', 'scarf-l', 1, 3_500), line('b', 'scarf-s', 4, 3_500)];
    expect(adjusted(lines)).toEqual([
      ['a', -500],
      ['b', -501],
    ]);
    expect(given).toHaveLength(2);
  });
  it('leaves other products, what is made for somebody, and equal prices as they are', () => {
    expect(adjusted([line('a', 'hat', 1, 4_000)])).toEqual([]);
    expect(adjusted([line('a', 'scarf-l', 1, 3_500, { customisation: 'Anna' })])).toEqual([]);
    expect(adjusted([line('a', 'unknown', 1, 3_500)])).toEqual([]);
    expect(adjusted([line('a', 'scarf-l', 1, 3_000)])).toEqual([]);
  });
  it('takes the place of an earlier one and of no other discount', () => {
    const spring = { code: 'SPRING', amountMinor: -10 };
    expect(withoutExchange([{ code: giftExchangeCode, amountMinor: -1, lineId: 'a' }, spring])).toEqual([
      spring,
    ]);
    expect(withoutExchange(undefined)).toEqual([]);
  });
});
