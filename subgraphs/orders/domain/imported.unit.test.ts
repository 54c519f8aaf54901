import { describe, expect, it } from 'vitest';
import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import { requireTerms, wayFor, type ImportedTerms, type Way } from './imported.ts';

const day = 86_400_000;
const nowMs = 100 * day;
const fine: ImportedTerms = {
  ...{ placedAtMs: nowMs - day, latestAtMs: nowMs + day, deliveryMinor: 490 },
  payments: [{ amountMinor: 1_000, receipt: 'R', takenAtMs: nowMs - day }],
};

describe('an order from elsewhere', () => {
  it('is taken as it is', () => expect(() => requireTerms(fine, 1_000, nowMs)).not.toThrow());
  it.each<[string, ImportedTerms]>([
    ['placed too long ago', { ...fine, placedAtMs: nowMs - 91 * day }],
    ['placed in the future', { ...fine, placedAtMs: nowMs + day }],
    ['promised for the past', { ...fine, latestAtMs: nowMs - 1 }],
    ['with a negative delivery', { ...fine, deliveryMinor: -1 }],
    [
      'paid in halves of a cent',
      { ...fine, payments: [{ amountMinor: 0.5, receipt: 'R', takenAtMs: nowMs }] },
    ],
    ['paid by no receipt', { ...fine, payments: [{ amountMinor: 1, receipt: ' ', takenAtMs: nowMs }] }],
    [
      'paid before it was placed',
      { ...fine, payments: [{ amountMinor: 1, receipt: 'R', takenAtMs: nowMs - 2 * day }] },
    ],
    ['paid in the future', { ...fine, payments: [{ amountMinor: 1, receipt: 'R', takenAtMs: nowMs + day }] }],
    ['paid too much', { ...fine, payments: [{ amountMinor: 1_001, receipt: 'R', takenAtMs: nowMs }] }],
  ])('%s is refused', (_what, terms) => {
    let code: string | undefined;
    try {
      requireTerms(terms, 1_000, nowMs);
    } catch (error) {
      code = errorCodeOf(error);
    }
    expect(code).toBe('BAD_USER_INPUT');
  });

  const way = (handle: string, latestAtMs: number, priceMinor: number, collectAtId?: string): Way => ({
    ...{ handle, latestAtMs, priceMinor, collectAtId },
  });
  const ways = [
    way('slow', 9, 100),
    way('fast', 2, 900),
    way('middle', 5, 300),
    way('store', 1, 0, 'store-1'),
  ];
  it.each([
    [10, undefined, 'store'],
    [undefined, undefined, 'store'],
    [6, 'store-1', 'store'],
    [6, 'store-2', undefined],
  ] as const)('promised until %s, collected at %s, goes by %s', (latest, at, handle) =>
    expect(wayFor(ways, latest, at)?.handle).toBe(handle),
  );
  it('goes the cheapest way in time, or else the earliest', () => {
    const sent = ways.slice(0, 3);
    expect([wayFor(sent, 6, undefined)?.handle, wayFor(sent, 1, undefined)?.handle]).toEqual([
      'middle',
      'fast',
    ]);
    expect(wayFor([], 6, undefined)).toBeUndefined();
  });
});
