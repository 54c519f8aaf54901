import type { Ask } from '../candidates/ask.ts';
import { Champions } from '../candidates/champions.ts';
import { ShippingColumns, type ArrivalRule } from '../candidates/columns.ts';
import { courierColumns } from '../candidates/courierColumns.ts';
import { PlanBound } from '../candidates/planBound.ts';
import type { Refusals } from '../candidates/refusals.ts';
import { barredEverywhere } from '../candidates/restrictions.ts';
import type { Scratch } from '../candidates/scratch.ts';
import type { Lanes } from '../network/lanes.ts';
import type { MethodConfig } from '../networkConfig.ts';
import { bestSingle } from '../solver/solve.ts';
import { solveOptions, type CartVectors } from './methodPlan.ts';

/** One method's columns are made at a time. */
const champions = new Champions();
const bound = new PlanBound();

/**
 * Columns of every service of a method towards the lanes' area. Places that have everything come first: when the
 * best of them cannot be beaten by any two shipments, the many that have a part of it need no look.
 */
export function methodColumns(
  ask: Ask,
  scratch: Scratch,
  vectors: CartVectors,
  method: MethodConfig,
  lanes: Lanes,
  rule: ArrivalRule,
  refusals: Refusals,
  skipLocation = -1,
): void {
  const barred = barredEverywhere(ask, method);
  if (barred) return refusals.add(barred);
  const local = scratch.columns;
  champions.begin(ask, scratch, method, lanes, vectors.adjust !== null);
  const add = (to: number, limit: PlanBound | null): void => {
    for (const id of method.serviceIds) {
      const s = ask.index.serviceNumber.get(id);
      if (s === undefined) continue;
      if (!lanes.serves(s)) refusals.add('NO_SERVICE_TO_DESTINATION', -1, s);
      else if (ask.index.services[s]!.courier) courierColumns(ask, scratch, method, s, lanes, refusals, to);
      else {
        const columns = new ShippingColumns(ask, scratch, s, lanes, rule, refusals, champions, limit);
        columns.run(method, skipLocation, to);
      }
    }
  };
  // An explanation shows every candidate; savings on single units fit no bound.
  if (ask.tracer !== null || vectors.adjust !== null) return add(scratch.touchedCount, null);
  bound.begin(ask, lanes, method.serviceIds, scratch);
  if (scratch.fullRows > 0) {
    add(scratch.fullRows, bound);
    const options = solveOptions(ask, vectors, method);
    bound.alone = bestSingle(scratch, options).score + options.splitScore;
    const found = bound.alone < Infinity;
    if (found && (options.maxShipments <= 1 || bound.alone <= bound.several())) return;
    // Several shipments may do better, and they could use a place that was passed over as the only one.
    scratch.columns = local;
  }
  bound.onlyAlone = false;
  add(scratch.touchedCount, bound);
}
