import { describe, expect, it } from 'vitest';
import { sellsFrom } from './place.ts';
import { countFault, onHandByCount, shortOf } from './stockCount.ts';

const terms = { nowMs: 1_000_000_000, keptMs: 100_000_000 };

describe('a count', () => {
  it.each([
    ['of today', { onHand: 3, countedAtMs: 999_999_000 }, undefined, undefined],
    ['without an instant, after another', { onHand: 3 }, 1_000_000_500, undefined],
    [
      'of the instant of the last one',
      { onHand: 3, countedAtMs: 5_000 + 900_000_000 },
      900_005_000,
      undefined,
    ],
    ['before a later one', { onHand: 3, countedAtMs: 999_999_000 }, 999_999_001, 'COUNT_OUTDATED'],
    ['older than what is remembered', { onHand: 3, countedAtMs: 899_999_999 }, undefined, 'COUNT_OUTDATED'],
    ['of tomorrow', { onHand: 3, countedAtMs: 1_000_060_001 }, undefined, 'BAD_USER_INPUT'],
    ['below zero', { onHand: -1 }, undefined, 'INVALID_QUANTITY'],
    ['beyond all bounds', { onHand: 1_000_001 }, undefined, 'INVALID_QUANTITY'],
    ['with half a unit of safety', { onHand: 1, safetyStock: 0.5 }, undefined, 'INVALID_QUANTITY'],
  ])('%s', (_what, count, last, code) => {
    expect(countFault(count, last, terms)?.code).toBe(code);
  });
  it('is brought up to date with what has moved since, within what a position holds', () => {
    expect([onHandByCount(10, -3), onHandByCount(10, 5), onHandByCount(2, -5)]).toEqual([7, 15, 0]);
    expect(onHandByCount(999_999, 5)).toBe(1_000_000);
  });
  it('leaves a position short by what is held and not there', () => {
    expect(shortOf({ onHand: 3, reserved: 7, softReserved: 1 })).toBe(5);
    expect(shortOf({ onHand: 9, reserved: 7, softReserved: 1 })).toBe(0);
  });
});

describe('a place', () => {
  const open = { id: 'p', kind: 'STORE', active: true, abilities: ['SHIP'] };
  it('sells from what is open and holds stock', () => {
    const others = [{ active: false }, { kind: 'PICKUP_POINT' }, { abilities: ['CUSTOMISE'] }];
    expect(sellsFrom(open)).toBe(true);
    expect(sellsFrom({ ...open, abilities: ['COLLECT'] })).toBe(true);
    expect(others.map((more) => sellsFrom({ ...open, ...more }))).toEqual([false, false, false]);
    expect(sellsFrom(undefined)).toBe(false);
  });
});
