import type { Scratch } from '../workspace/scratch.ts';
import { compactColumns, floorOf } from './compact.ts';
import { solveExact } from './exact.ts';
import { solveLarge } from './large.ts';
import { EXACT_ITEMS, type Choice, type Compact, type Plan, type SolveOptions } from './problem.ts';
import { sieve } from './sieve.ts';

/** The best single shipment of everything; column -1 when nobody has everything. */
export function bestSingle(s: Scratch, o: SolveOptions): { column: number; score: number } {
  const q = o.need.length;
  let column = -1;
  let score = Infinity;
  for (let c = 0; c < s.columns; c++) {
    const row = s.colRow[c]!;
    if (s.fullCount[row] !== q || s.colCap[c]! < o.units) continue;
    let total =
      s.colFixed[c]! -
      o.splitScore +
      s.colPerKg[c]! * o.totalKg +
      s.colPerUnit[c]! * o.units +
      s.colLate[c]! * o.lateScore;
    if (o.adjust) {
      const adjust = o.adjust.get(s.rowLocation[row]!);
      if (adjust) for (let i = 0; i < q; i++) total += adjust[i]! * o.need[i]!;
    }
    if (total < score || (total === score && s.colLatest[c]! < s.colLatest[column]!)) {
      column = c;
      score = total;
    }
  }
  return { column, score };
}

/** The search ended within its effort without a plan, and without proof that there is none. */
export const UNDECIDED = 'UNDECIDED';

/** The best plan over the scratch's columns; null when no allowed set of shipments has everything. */
export function solve(scratch: Scratch, o: SolveOptions): Plan | typeof UNDECIDED | null {
  if (scratch.columns === 0) return null;
  const single = bestSingle(scratch, o);
  const floor = floorOf(scratch, o);
  // Two shipments cost at least this: usually more than one, which settles the question at once.
  const several = 2 * floor.fixed - o.splitScore + floor.units + floor.late * o.lateScore;
  if (
    single.column >= 0 &&
    (o.maxShipments <= 1 || o.need.length + o.units <= 2 || single.score <= several)
  ) {
    return singlePlan(single.column, single.score, o);
  }
  if (o.maxShipments <= 1) return null;
  if (single.column >= 0 && several >= single.score) return singlePlan(single.column, single.score, o);
  // Scores of single units change who is cheapest within a set; carts of many articles have too many sets.
  const sieved = o.need.length <= EXACT_ITEMS && !o.adjust ? sieve(scratch, o, single.score) : null;
  const limit = sieved?.limit ?? single.score;
  const compact = compactColumns(scratch, o, limit, sieved?.beside ?? floor.fixed + floor.units);
  const known = sieved?.plan ?? (single.column >= 0 ? singlePlan(single.column, single.score, o) : null);
  if (!compact) return known && { ...known, lowerBound: known.score, proven: true };
  const exact = o.need.length <= EXACT_ITEMS;
  const result = exact ? solveExact(compact, o, limit, sieved?.least) : solveLarge(compact, o, limit, floor);
  if (result.choice) return planOf(compact, result.choice, result.score, result.lowerBound, result.complete);
  if (!known) return result.complete ? null : UNDECIDED;
  return { ...known, lowerBound: Math.min(known.score, result.lowerBound), proven: result.complete };
}

const singlePlan = (column: number, score: number, o: SolveOptions): Plan => ({
  columns: [column],
  units: [[...o.need]],
  score,
  lowerBound: score,
  proven: true,
});

function planOf(c: Compact, choice: Choice, score: number, lowerBound: number, proven: boolean): Plan {
  const used = choice.members.map((_, m) => m).filter((m) => choice.units[m]!.some((u) => u > 0));
  return {
    columns: used.map((m) => c.column[choice.members[m]!]!),
    units: used.map((m) => choice.units[m]!),
    score,
    lowerBound,
    proven,
  };
}
