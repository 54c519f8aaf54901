import { describe, expect, it } from 'vitest';
import {
  breakdownOf,
  daysLate,
  isKept,
  isOver,
  isWithdrawn,
  meanOf,
  promisedDays,
  shareOf,
  type Outcome,
} from './outcome.ts';

const dayMs = 86_400_000;
const promised: Outcome = {
  ...{ _id: 'o', owner: 's', channel: 'web', locationIds: [] },
  ...{ placedAtMs: 0, promisedLatestAtMs: 2 * dayMs },
};

describe('a promise', () => {
  it('is kept up to its last millisecond', () => {
    expect(isKept({ ...promised, deliveredAtMs: 2 * dayMs })).toBe(true);
    expect(isKept({ ...promised, deliveredAtMs: 2 * dayMs + 1 })).toBe(false);
    expect(isKept(promised)).toBe(false);
  });
  it('is judged once everything arrived or its date has passed', () => {
    expect([isOver(promised, 2 * dayMs), isOver(promised, 2 * dayMs + 1)]).toEqual([false, true]);
    expect(isOver({ ...promised, deliveredAtMs: 1 }, 1)).toBe(true);
  });
  it('counts days late as of now while nothing has arrived', () => {
    expect([
      daysLate(promised, 3 * dayMs),
      daysLate({ ...promised, deliveredAtMs: dayMs }, 9 * dayMs),
      promisedDays(promised),
    ]).toEqual([1, -1, 2]);
  });
});

describe('a promise nobody waits for any more', () => {
  it('is one of which all units were given up in time and nothing came', () => {
    const withdrawn = { ...promised, ordered: 3, withdrawn: 3 };
    expect(isWithdrawn(withdrawn)).toBe(true);
    expect(isWithdrawn({ ...withdrawn, withdrawn: 2 })).toBe(false);
    expect(isWithdrawn({ ...withdrawn, deliveredAtMs: 1 })).toBe(false);
    expect(isWithdrawn({ ...promised, ordered: 3 })).toBe(false);
    expect(isWithdrawn(promised)).toBe(false);
  });
});

describe('the scorecard', () => {
  it('has no rate without rows', () => {
    expect([shareOf([], () => true), meanOf([], () => 1), breakdownOf([])]).toEqual([null, null, []]);
  });
  it('breaks shipments down by service and by place, the most frequent first', () => {
    const row = (serviceCode: string, locationId: string, deliveredAtMs: number) => ({
      ...{ _id: 'x', orderId: 'o', serviceCode, locationId },
      promisedLatestAtMs: 10,
      deliveredAtMs,
    });
    expect(breakdownOf([row('a', 'lyon', 11), row('b', 'lyon', 9), row('b', 'paris', 11)])).toEqual([
      { dimension: 'SERVICE', key: 'b', shipments: 2, keptRate: 0.5 },
      { dimension: 'SERVICE', key: 'a', shipments: 1, keptRate: 0 },
      { dimension: 'LOCATION', key: 'lyon', shipments: 2, keptRate: 0.5 },
      { dimension: 'LOCATION', key: 'paris', shipments: 1, keptRate: 0 },
    ]);
  });
});
