import { describe, expect, it } from 'vitest';
import { holdSeconds, holdsSince, isHeldFor, wantedOfHold, type CartHold } from './cartHold.ts';

const line = (sku: string, quantity: number, locationId = 'north', future = false) => ({
  ...{ sku, quantity, locationId, future },
});
const decision = {
  promise: {
    ...{ promiseId: 'p', methodType: 'SHIPPING' as const, code: 'c', title: 't', timeZone: 'Europe/Paris' },
    ...{ earliestAtMs: 0, latestAtMs: 1, confidence: 1, kgCO2e: 0, configVersion: 'v' },
  },
  ...{ deliveryMinor: 0, deliveryTaxMinor: 0, shipments: [] },
};
const held = (more: Partial<CartHold> = {}): CartHold => ({
  ...{ sinceMs: 1_000, untilMs: 601_000, handle: 'h1', decision, lines: [] },
  ...more,
});

describe('what a cart holds', () => {
  it('lasts some minutes, and not longer than allowed in one go', () => {
    const terms = { holdMs: 600_000, longestMs: 3_600_000 };
    expect(holdSeconds(0, terms, 0)).toBe(600);
    expect(holdSeconds(0, terms, 3_300_000)).toBe(300);
    expect(holdSeconds(0, terms, 3_599_500)).toBe(0);
    expect(holdSeconds(0, terms, 9_000_000)).toBe(0);
    expect(holdSeconds(0, { holdMs: 600_000, longestMs: 60_000 }, 0)).toBe(60);
  });

  it('goes on from where it began only while it lasts', () => {
    expect(holdsSince(held(), 600_999)).toBe(1_000);
    expect(holdsSince(held(), 601_000)).toBe(601_000);
    expect(holdsSince(undefined, 5)).toBe(5);
  });

  it('is for one option and its window', () => {
    expect(isHeldFor(held(), { handle: 'h1' }, 2_000)).toBe(true);
    expect(isHeldFor(held(), { handle: 'h2' }, 2_000)).toBe(false);
    expect(isHeldFor(held(), { handle: 'h1', windowStartAtMs: 7 }, 2_000)).toBe(false);
    expect(isHeldFor(held(), { handle: 'h1' }, 601_000)).toBe(false);
  });

  it('shrinks with the cart: never more of an article than its lines ask for, awaited units go first', () => {
    const all = [line('a', 2), line('a', 3, 'south'), line('b', 1, 'north', true), line('b', 1)];
    expect(
      wantedOfHold(all, [
        { sku: 'a', quantity: 3 },
        { sku: 'b', quantity: 1 },
      ]),
    ).toEqual([line('a', 2), line('a', 1, 'south'), line('b', 1)]);
    // Two lines of one article add up; more than is held asks for nothing more.
    const two = [
      { sku: 'a', quantity: 2 },
      { sku: 'a', quantity: 9 },
    ];
    expect(wantedOfHold(all, two)).toEqual([line('a', 2), line('a', 3, 'south')]);
    expect(wantedOfHold(all, [])).toEqual([]);
  });
});
