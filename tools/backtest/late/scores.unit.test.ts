import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../platform/random/random.ts';
import {
  brier,
  deciles,
  decilesByChance,
  meanDecileOf,
  rank,
  recallAtTop10,
  warned,
  worstDecileOf,
  type Judged,
} from './scores.ts';

const judged = (...pairs: readonly (readonly [number, 0 | 1])[]): Judged[] =>
  pairs.map(([chance, late]) => ({ chance, late: late === 1 }));

describe('scores', () => {
  it('rank a perfect order 1, the reverse 0, and equal chances one half, whatever the order of the input', () => {
    expect(rank(judged([0.9, 1], [0.8, 1], [0.2, 0]))).toEqual({ auc: 1, ap: 1 });
    expect(rank(judged([0.1, 1], [0.8, 0], [0.9, 0])).auc).toBe(0);
    for (const set of [judged([0.5, 1], [0.5, 0], [0.5, 0]), judged([0.5, 0], [0.5, 0], [0.5, 1])])
      expect(rank(set)).toEqual({ auc: 0.5, ap: 1 / 3 });
  });

  it('weigh pairs: of 2 late and 3 in time, 5 of 6 pairs in order', () => {
    // Late ones on places 1 and 3: precision 1/1 and 2/3.
    const set = judged([0.9, 1], [0.8, 0], [0.7, 1], [0.6, 0], [0.5, 0]);
    expect(rank(set).auc).toBeCloseTo(5 / 6, 12);
    expect(rank(set).ap).toBeCloseTo((1 + 2 / 3) / 2, 12);
  });

  it('say nothing where all were late, or none', () => {
    expect(rank(judged([0.9, 1], [0.8, 1])).auc).toBeNaN();
    expect(rank([]).ap).toBeNaN();
  });

  it('count the warned, the threshold included', () => {
    const set = judged([0.5, 1], [0.6, 0], [0.49, 1], [0.1, 0]);
    expect(warned(set, 0.5)).toEqual({ precision: 0.5, recall: 0.5 });
    expect(warned(set, 0.99).precision).toBeNaN();
  });

  it('find the late in the top tenth', () => {
    const set = Array.from({ length: 40 }, (_, n) => ({ chance: n / 40, late: n % 20 === 19 || n === 38 }));
    expect(recallAtTop10(set)).toBeCloseTo(2 / 3, 12);
  });

  it('compare chances given with what came, by tenths', () => {
    const set = Array.from({ length: 100 }, (_, n) => ({ chance: n / 100, late: n >= 90 }));
    const tenths = deciles(set);
    expect(tenths[0]).toEqual({ given: expect.closeTo(0.045, 12) as number, came: 0 });
    expect(tenths[9]).toEqual({ given: expect.closeTo(0.945, 12) as number, came: 1 });
  });

  it('say how far right chances stray by luck: less in larger groups, and not at all where nothing is open', () => {
    const sure = Array.from({ length: 100 }, (_, n) => ({ chance: n < 50 ? 0 : 1, late: n < 50 }));
    expect(worstDecileOf(deciles(sure))).toBe(1);
    expect(meanDecileOf(deciles(sure))).toBe(1);
    expect(brier(sure)).toBe(1);
    expect(decilesByChance(sure, seededRandom(1))).toEqual({ worst: 0, worstInNineOfTen: 0, mean: 0 });
    const open = (count: number) => Array.from({ length: count }, () => ({ chance: 0.5, late: true }));
    const [few, many] = [open(100), open(10_000)].map((set) => {
      const luck = decilesByChance(set, seededRandom(1));
      expect(luck.mean).toBeLessThan(luck.worst);
      expect(luck.worst).toBeLessThan(luck.worstInNineOfTen);
      return luck.worst;
    });
    // Ten groups of ten: the farthest of ten strays by about one and a half deviations of 0.16.
    expect(few).toBeGreaterThan(0.2);
    expect(few).toBeLessThan(0.35);
    expect(many).toBeLessThan(0.035);
  });
});
