import { describe, expect, it } from 'vitest';
import { Scratch } from '../workspace/scratch.ts';
import { compactColumns, floorOf } from './compact.ts';
import { solveExact } from './exact.ts';
import type { SolveOptions } from './problem.ts';
import { solve } from './solve.ts';

/** A candidate of one location: what opening it and each unit scores, what it has and how many units it may send. */
interface Candidate {
  readonly fixed: number;
  readonly perUnit: number;
  readonly has: readonly number[];
  readonly cap?: number;
  readonly late?: number;
}

function scratchOf(need: readonly number[], candidates: readonly Candidate[]): Scratch {
  const scratch = new Scratch();
  scratch.begin(0, need.length);
  candidates.forEach(({ fixed, perUnit, has, cap, late }, l) => {
    const row = scratch.addRow(l, 0);
    has.forEach((units, i) => {
      if (units > 0) scratch.put(row, i, units, need[i]!);
    });
    const c = scratch.addColumn();
    scratch.colRow[c] = row;
    scratch.colFixed[c] = fixed;
    scratch.colPerUnit[c] = perUnit;
    scratch.colPerKg[c] = 0;
    scratch.colCap[c] = cap ?? 0x3fffffff;
    scratch.colLate[c] = late ?? 0;
  });
  return scratch;
}

const optionsOf = (need: readonly number[], maxShipments: number): SolveOptions => ({
  need: Int32Array.from(need),
  kg: new Float64Array(need.length),
  units: need.reduce((sum, n) => sum + n, 0),
  totalKg: 0,
  maxShipments,
  splitScore: 0,
  lateScore: 0,
  adjust: null,
  effort: 1,
});

/** Numbers that look random and are the same every time. */
const mixed = (n: number): number => ((n * 2_654_435_761) >>> 7) % 1000;

/** Many places alike, each with a little of some articles: what a bound can tell least about. */
const adversary = (places: number, articles: number, cap?: number): Candidate[] =>
  Array.from({ length: places }, (_, l) => ({
    fixed: 1000 + mixed(l) / 20,
    perUnit: 30 + (mixed(l + 7919) % 30),
    has: Array.from({ length: articles }, (_has, i) => {
      const draw = mixed(l * articles + i + 104_729) % 10;
      return draw < 4 ? 1 + (draw % 3) : 0;
    }),
    ...(cap === undefined ? {} : { cap: cap + (mixed(l + 31) % 5) }),
  }));

describe('a search', () => {
  const need = [7, 6, 7, 5, 6, 7, 7, 6, 5, 7];

  it('ends within its effort however hard the instance, and states the gap', () => {
    const scratch = scratchOf(need, adversary(400, need.length));
    const o = optionsOf(need, 20);
    const floor = floorOf(scratch, o);
    const compact = compactColumns(scratch, o, Infinity, floor.fixed + floor.units)!;
    const maxSteps = 3_000_000;
    const result = solveExact(compact, o, Infinity, -Infinity, maxSteps);
    expect(result.choice).not.toBeNull();
    expect(result.complete).toBe(false);
    expect(result.lowerBound).toBeLessThan(result.score);
    expect(result.lowerBound).toBeGreaterThan(0);
    // What is begun is finished: one round of bounds beyond the limit.
    expect(result.steps).toBeLessThan(maxSteps * 1.5);
  });

  it('never says that there is no plan without a proof', () => {
    const scratch = scratchOf(need, adversary(400, need.length));
    const plan = solve(scratch, { ...optionsOf(need, 20), effort: 0 });
    expect(plan).toMatchObject({ proven: false });
  });

  it('counts capacity in units as an article of its own, without which it would not end', () => {
    const plan = solve(scratchOf(need, adversary(400, need.length, 3)), {
      ...optionsOf(need, 20),
      effort: 0,
    });
    expect(plan).toMatchObject({ proven: true });
    // What a search without that found too, in twenty times the steps.
    expect((plan as { score: number }).score).toBeCloseTo(11_240.35, 6);
  });

  it('serves from as many places as their capacity asks for', () => {
    const scratch = scratchOf(
      [4],
      [
        { fixed: 100, perUnit: 1, has: [4], cap: 3 },
        { fixed: 100, perUnit: 2, has: [4], cap: 2 },
        { fixed: 500, perUnit: 1, has: [4] },
      ],
    );
    const plan = solve(scratch, optionsOf([4], 3));
    expect(plan).toMatchObject({ proven: true, score: 205, columns: [0, 1], units: [[3], [1]] });
  });

  it('gives one shipment no more than its place has capacity for, though each of its parts would fit', () => {
    const scratch = scratchOf(
      [2, 2, 2],
      [
        { fixed: 100, perUnit: 0, has: [2, 0, 2], cap: 3 },
        { fixed: 100, perUnit: 1, has: [0, 2, 0] },
        { fixed: 400, perUnit: 0, has: [2, 0, 2] },
      ],
    );
    expect(solve(scratch, optionsOf([2, 2, 2], 3))).toMatchObject({
      proven: true,
      score: 502,
      columns: [1, 2],
    });
  });

  it('knows that no three of the places have capacity for all', () => {
    const places = Array.from({ length: 30 }, (_, l) => ({
      ...{ fixed: 100 + l, perUnit: 1, has: [5, 5], cap: 2 },
    }));
    expect(solve(scratchOf([4, 3], places), optionsOf([4, 3], 3))).toBeNull();
    expect(solve(scratchOf([4, 3], places), optionsOf([4, 3], 4))).toMatchObject({
      proven: true,
      score: 100 + 101 + 102 + 103 + 7,
    });
  });

  it('looks at later days when the first cannot serve all, however dear the later ones are', () => {
    const scratch = scratchOf(
      [3, 3],
      [
        { fixed: 10, perUnit: 1, has: [2, 2], cap: 3 },
        { fixed: 10, perUnit: 1, has: [2, 1], cap: 2 },
        { fixed: 5000, perUnit: 90, has: [3, 3], cap: 3, late: 4 },
      ],
    );
    const o = { ...optionsOf([3, 3], 3), lateScore: 1000 };
    const plan = solve(scratch, o);
    expect(plan).toMatchObject({ proven: true });
    expect((plan as { score: number }).score).toBe(10 + 10 + 5000 + 5 + 90 + 4000);
  });
});
