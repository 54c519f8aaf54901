import type { MethodRun } from '../candidates/methodRun.ts';
import { WHY } from '../candidates/refusals.ts';
import type { Ask } from '../question/ask.ts';
import type { Plan, SolveOptions } from '../solver/problem.ts';
import { solve, UNDECIDED } from '../solver/solve.ts';
import type { Scratch } from '../workspace/scratch.ts';

/** Solver options of a method. */
export function solveOptions({ ask, vectors, method }: MethodRun): SolveOptions {
  const { set, weights } = ask.policy;
  const stage = set.stages[ask.stage];
  const splits = Math.min(
    stage?.maxSplits ?? set.maxSplits,
    method.maxSplits ?? Infinity,
    ask.limits.maxSplits ?? Infinity,
  );
  return {
    need: vectors.need,
    kg: vectors.kg,
    adjust: vectors.adjust,
    units: ask.cart.units,
    totalKg: ask.cart.kg,
    maxShipments: 1 + Math.max(0, splits),
    splitScore: weights.split,
    lateScore: weights.late,
    effort: ask.effort,
  };
}

/** Solves the columns in the scratch; null with a reason noted when no plan exists. */
export function solveColumns(run: MethodRun): Plan | null {
  const { ask, scratch, refusals } = run;
  const options = solveOptions(run);
  const plan = solve(scratch, options);
  if (plan === UNDECIDED) {
    refusals.undecided = true;
    return null;
  }
  if (!plan && scratch.columns > 0)
    refusals.add(servable(ask, scratch) ? WHY.SPLIT_LIMIT : WHY.NOT_ENOUGH_STOCK);
  return plan;
}

/** Whether the candidates together have every unit: if so, only the limit on shipments stands in the way. */
function servable(ask: Ask, scratch: Scratch): boolean {
  return ask.cart.items.every((item, i) => {
    const most = new Map<number, number>();
    let units = 0;
    for (let c = 0; c < scratch.columns && units < item.need; c++) {
      const row = scratch.colRow[c]!;
      const l = scratch.rowLocation[row]!;
      const has = Math.min(scratch.avail[row * scratch.width + i]!, scratch.colCap[c]!);
      const before = most.get(l) ?? 0;
      if (has <= before) continue;
      units += has - before;
      most.set(l, has);
    }
    return units >= item.need;
  });
}
