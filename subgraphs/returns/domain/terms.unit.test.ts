import { describe, expect, it } from 'vitest';
import { refusalOf, type KnownLine } from './refusal.ts';
import { returnsSettings, type ReturnsSettings } from './settings.ts';
import { feeMinor, windowDays, windowEndsAtMs, type ReturnedUnits } from './terms.ts';

const { defaults } = returnsSettings;
const units = (more: Partial<ReturnedUnits> = {}): ReturnedUnits => ({
  ...{
    sku: 'shoe-42',
    productId: 'shoe',
    category: 'shoes',
    customised: false,
    channel: 'web',
    country: 'FR',
  },
  ...more,
});
const withWindows = (...returnWindows: ReturnsSettings['returnWindows']): ReturnsSettings => ({
  ...defaults,
  returnWindows,
});

describe('the window of a return', () => {
  it.each([
    ['the general one', [], {}, 30],
    [
      'of the SKU before its product',
      [
        { productId: 'shoe', days: 1 },
        { sku: 'shoe-42', days: 2 },
      ],
      {},
      2,
    ],
    [
      'of the product before its category',
      [
        { category: 'shoes', days: 1 },
        { productId: 'shoe', days: 2 },
      ],
      {},
      2,
    ],
    [
      'of the category before the channel',
      [
        { channel: 'web', days: 1 },
        { category: 'shoes', days: 2 },
      ],
      {},
      2,
    ],
    [
      'of the channel before the country',
      [
        { country: 'FR', days: 1 },
        { channel: 'web', days: 2 },
      ],
      {},
      2,
    ],
    [
      'of more conditions before fewer',
      [
        { sku: 'shoe-42', days: 1 },
        { sku: 'shoe-42', country: 'FR', days: 2 },
      ],
      {},
      2,
    ],
    [
      'not of others',
      [
        { sku: 'boot', days: 1 },
        { channel: 'shop', days: 1 },
        { country: 'DE', days: 1 },
      ],
      {},
      30,
    ],
    ['not of goods collected, for a country', [{ country: 'FR', days: 1 }], { country: undefined }, 30],
    ['of a reason only with it', [{ reasons: ['DEFECTIVE' as const], days: 1 }], {}, 30],
  ])('is %s', (_what, rows, more, days) => {
    expect(windowDays(withWindows(...rows), units(more))).toBe(days);
  });

  it('is closed to goods made to order, unless the retailer is at fault', () => {
    const made = units({ customised: true });
    expect(windowEndsAtMs(defaults, 0, made)).toBeUndefined();
    expect(windowDays(defaults, { ...made, reason: 'CHANGED_MIND' })).toBe(0);
    expect(windowDays(defaults, { ...made, reason: 'DEFECTIVE' })).toBe(730);
  });
});

describe('a way back', () => {
  it.each([
    ['EUR', 290, 590],
    ['JPY', 500, 1_000],
    ['KWD', 900, 1_800],
    ['NOK', 0, 0],
  ])('costs in %s %i by parcel and %i picked up, and nothing in a store', (currency, dropOff, pickup) => {
    const to = { currency, country: 'FR' };
    expect(feeMinor(defaults, 'DROP_OFF', to)).toBe(dropOff);
    expect(feeMinor(defaults, 'PICKUP', to)).toBe(pickup);
    expect(feeMinor(defaults, 'IN_STORE', to)).toBe(0);
  });
  it('is free when one unit is faulty, and paid when none is', () => {
    const to = { currency: 'EUR', country: 'FR' };
    expect(feeMinor(defaults, 'DROP_OFF', to, ['CHANGED_MIND', 'DEFECTIVE'])).toBe(0);
    expect(feeMinor(defaults, 'DROP_OFF', to, ['CHANGED_MIND', 'DOES_NOT_FIT'])).toBe(290);
  });
});

describe('units asked to send back', () => {
  const line: KnownLine = { ...units(), id: 'a', delivered: 3 };
  const refusal = (asked: readonly [number, 'DAMAGED' | 'CHANGED_MIND'][], taken = 0, nowMs = 1) =>
    refusalOf(
      asked.map(([quantity, reason]) => ({ lineId: 'a', quantity, reason })),
      [line, { ...line, id: 'made', customised: true }],
      { deliveredAtMs: 0, taken: new Map([['a', taken]]), nowMs, settings: defaults },
    )?.code;
  it('add up over the entries of a line', () => {
    expect(
      refusal([
        [2, 'DAMAGED'],
        [1, 'CHANGED_MIND'],
      ]),
    ).toBeUndefined();
    expect(
      refusal([
        [2, 'DAMAGED'],
        [2, 'CHANGED_MIND'],
      ]),
    ).toBe('NOT_DELIVERED');
    expect(
      refusal(
        [
          [1, 'DAMAGED'],
          [1, 'CHANGED_MIND'],
        ],
        2,
      ),
    ).toBe('ALREADY_RETURNED');
  });
  it('are judged by the window of their own reason', () => {
    const later = 31 * 86_400_000;
    expect(refusal([[1, 'DAMAGED']], 0, later)).toBe('WINDOW_CLOSED');
    const settings = { ...defaults, returnWindowDaysByReason: { DAMAGED: 730 } };
    const known = { deliveredAtMs: 0, taken: new Map(), nowMs: later, settings };
    expect(refusalOf([{ lineId: 'a', quantity: 1, reason: 'DAMAGED' }], [line], known)).toBeUndefined();
    expect(refusalOf([{ lineId: 'a', quantity: 1, reason: 'CHANGED_MIND' }], [line], known)?.code).toBe(
      'WINDOW_CLOSED',
    );
  });
  it('of a line nobody ordered are not found', () => {
    const known = { deliveredAtMs: 0, taken: new Map(), nowMs: 1, settings: defaults };
    expect(() => refusalOf([{ lineId: 'b', quantity: 1, reason: 'DAMAGED' }], [line], known)).toThrow(
      /order line/,
    );
  });
});
