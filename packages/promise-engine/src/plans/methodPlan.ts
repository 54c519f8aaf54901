import type { Lanes } from '../network/lanes.ts';
import type { MethodConfig } from '../model/networkConfig.ts';
import type { Ask } from '../question/ask.ts';
import { WHY, type Refusals } from '../candidates/refusals.ts';
import type { Scratch } from '../workspace/scratch.ts';
import { solve, UNDECIDED } from '../solver/solve.ts';
import type { Plan, SolveOptions } from '../solver/problem.ts';

/** A solved method: the plan over the scratch's columns, still to be written out. */
export interface MethodPlan {
  readonly method: MethodConfig;
  readonly lanes: Lanes;
  readonly plan: Plan;
}

/** Solver input that is the same for every method of an answer. */
export interface CartVectors {
  readonly need: Int32Array;
  readonly kg: Float64Array;
  readonly adjust: ReadonlyMap<number, Float64Array> | null;
}

/** Needs, weights and markdown savings of a cart as arrays. */
export function cartVectors(ask: Ask): CartVectors {
  const { items } = ask.cart;
  const need = new Int32Array(items.length);
  const kg = new Float64Array(items.length);
  for (let i = 0; i < items.length; i++) {
    need[i] = items[i]!.need;
    kg[i] = items[i]!.kg;
  }
  return {
    need,
    kg,
    adjust: markdownSavings(ask),
  };
}

function markdownSavings(ask: Ask): Map<number, Float64Array> | null {
  const weight = ask.policy.weights.markdown;
  if (weight === 0 || !ask.cart.items.some((i) => i.variant.markdown)) return null;
  const savings = new Map<number, Float64Array>();
  ask.cart.items.forEach((item, i) => {
    for (const [id, amount] of Object.entries(item.variant.markdown ?? {})) {
      const l = ask.network.findLocation(id);
      if (l === undefined) continue;
      const row = savings.get(l) ?? new Float64Array(ask.cart.items.length);
      row[i] = -weight * amount;
      savings.set(l, row);
    }
  });
  return savings;
}

/** Solver options of a method. */
export function solveOptions(ask: Ask, vectors: CartVectors, method: MethodConfig): SolveOptions {
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
export function solveColumns(
  ask: Ask,
  scratch: Scratch,
  vectors: CartVectors,
  method: MethodConfig,
  refusals: Refusals,
): Plan | null {
  const options = solveOptions(ask, vectors, method);
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
