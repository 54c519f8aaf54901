import type { ArrivalRule } from '../candidates/arrivals.ts';
import type { Ask } from '../question/ask.ts';
import { Champions } from '../candidates/champions.ts';
import { courierColumns } from '../candidates/courierColumns.ts';
import { PlanBound } from '../candidates/planBound.ts';
import { WHY, type Refusals } from '../candidates/refusals.ts';
import { barredEverywhere } from '../candidates/restrictions.ts';
import type { Scratch } from '../workspace/scratch.ts';
import { shippingColumns, type ColumnTask } from '../candidates/shippingColumns.ts';
import type { Lanes } from '../network/lanes.ts';
import type { MethodConfig } from '../model/networkConfig.ts';
import { bestSingle } from '../solver/solve.ts';
import { solveOptions, type CartVectors } from './methodPlan.ts';

/** One method's columns are made at a time. */
const champions = new Champions();
const bound = new PlanBound();

/**
 * Columns of services of a method towards the lanes' area. Places that have everything come first: when the
 * best of them cannot be beaten by any two shipments, the many that have a part of it need no look.
 */
export function methodColumns(
  ask: Ask,
  scratch: Scratch,
  vectors: CartVectors,
  method: MethodConfig,
  services: readonly number[],
  lanes: Lanes,
  rule: ArrivalRule,
  refusals: Refusals,
  skipLocation = -1,
): void {
  const barred = barredEverywhere(ask, services);
  if (barred !== null) return refusals.add(barred);
  const { list } = scratch;
  const local = scratch.columns;
  champions.begin(ask, scratch, services, lanes, vectors.adjust !== null);
  // An explanation shows every candidate; savings on single units fit no bound.
  const bounded = ask.tracer === null && vectors.adjust === null;
  const task: ColumnTask = {
    ask,
    scratch,
    method,
    lanes,
    rule,
    refusals,
    champions,
    bound: bounded ? bound : null,
    skipLocation,
  };
  if (!bounded) return addColumns(task, services, list.count);
  bound.begin(ask, lanes, services, scratch);
  if (list.full > 0) {
    addColumns(task, services, list.full);
    const options = solveOptions(ask, vectors, method);
    bound.alone = bestSingle(scratch, options).score + options.splitScore;
    const found = bound.alone < Infinity;
    if (found && (options.maxShipments <= 1 || bound.alone <= bound.several())) return;
    // Several shipments may do better, and they could use a place that was passed over as the only one.
    scratch.columns = local;
  }
  bound.onlyAlone = false;
  addColumns(task, services, list.count);
}

/** Columns of every service from the first `to` rows listed. */
function addColumns(task: ColumnTask, services: readonly number[], to: number): void {
  const { isCourier } = task.ask.index.serviceTable;
  for (const s of services) {
    if (!task.lanes.serves(s)) task.refusals.add(WHY.NO_SERVICE_TO_DESTINATION, -1, s);
    else if (isCourier[s] === 1) courierColumns(task, s, to);
    else shippingColumns(task, s, to);
  }
}
