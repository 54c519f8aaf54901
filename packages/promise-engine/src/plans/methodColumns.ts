import type { ArrivalRule } from '../candidates/arrivals.ts';
import { courierColumns } from '../candidates/courierColumns.ts';
import type { MethodRun } from '../candidates/methodRun.ts';
import { Pruning } from '../candidates/pruning.ts';
import { WHY } from '../candidates/refusals.ts';
import { barredEverywhere } from '../candidates/restrictions.ts';
import { shippingColumns, type ColumnTask } from '../candidates/shippingColumns.ts';
import { bestSingle } from '../solver/solve.ts';
import { solveOptions } from './methodPlan.ts';

/** One method's columns are made at a time. */
const pruning = new Pruning();

/**
 * Columns of services of a method towards the area of its lanes. Places that have everything come first: when the
 * best of them cannot be beaten by any two shipments, the many that have a part of it need no look.
 * @param skipLocation a location that does not ship to itself.
 */
export function methodColumns(
  run: MethodRun,
  services: readonly number[],
  rule: ArrivalRule,
  skipLocation = -1,
): void {
  const { ask, scratch, method, lanes, refusals } = run;
  const barred = barredEverywhere(ask, services);
  if (barred !== null) return refusals.add(barred);
  const { list } = scratch;
  const local = scratch.columns;
  pruning.begin(run, services);
  const { bound, champions } = pruning;
  const task: ColumnTask = { ask, scratch, method, lanes, rule, refusals, champions, bound, skipLocation };
  if (bound === null) return addColumns(task, services, list.count);
  if (list.full > 0) {
    addColumns(task, services, list.full);
    const options = solveOptions(run);
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
