import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/random.ts';
import { seededIds, uuidIds } from './ids.ts';

const v7Pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('ids', () => {
  it('are UUIDs of version 7 that sort by birth', () => {
    const newId = uuidIds();
    const made = Array.from({ length: 500 }, newId);
    expect(made.every((id) => v7Pattern.test(id))).toBe(true);
    expect([...made].sort()).toEqual(made);
  });
  it('repeat under one seed and differ under another', () => {
    const clock = { nowMs: () => 1_700_000_000_000 };
    const take = (seed: string): string[] => Array.from({ length: 50 }, seededIds(seed, clock));
    expect(take('a')).toEqual(take('a'));
    expect(new Set([...take('a'), ...take('b')]).size).toBe(100);
    expect(take('a').every((id) => v7Pattern.test(id))).toBe(true);
  });
});

describe('seeded chance', () => {
  it('repeats, stays in range and spreads', () => {
    const a = seededRandom('x');
    const b = seededRandom('x');
    const buckets = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 10_000; draw++) {
      const value = a.int(10);
      expect(value).toBe(b.int(10));
      buckets[value] = (buckets[value] ?? 0) + 1;
    }
    expect(Math.min(...buckets)).toBeGreaterThan(850);
  });
  it('refuses to pick from nothing', () => {
    expect(() => seededRandom(1).pick([])).toThrow('empty');
  });
});
