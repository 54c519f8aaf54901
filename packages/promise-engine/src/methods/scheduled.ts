import type { MethodRun } from '../candidates/methodRun.ts';
import { traceProblem } from '../trace/traceProblem.ts';
import { isPrecise, refusedAsVague } from './precision.ts';
import { methodColumns } from '../plans/methodColumns.ts';
import { solveColumns } from '../plans/methodPlan.ts';
import { optionOf, priceOf } from './option.ts';
import { refused, refusedBecause, type MethodOutcome } from './outcome.ts';
import { writePlan } from './shipments.ts';
import { commonWindows, WindowSettling } from './windows.ts';

/** Delivery in a window the customer chooses. */
export function scheduled(run: MethodRun): MethodOutcome {
  const { ask, scratch, method, lanes } = run;
  const price = priceOf(ask, method);
  if (price === null) return refused(method, 'NO_PRICE_IN_CURRENCY');
  if (!isPrecise(ask, method)) return refusedAsVague(ask, method);
  scratch.beginMethod();
  const rule = { onlyDay: NaN, weekendOnly: false, settling: new WindowSettling(ask, lanes) };
  const services = ask.index.methodTable.servicesOf(method);
  methodColumns(run, services, rule);
  const plan = solveColumns(run);
  if (ask.tracer) traceProblem(run, plan);
  if (!plan) return refusedBecause(run);
  const written = writePlan(run, plan, null);
  const windows = commonWindows(ask, lanes, written.shipments, written.latestMs);
  if (windows.length === 0) return refused(method, 'WINDOWS_SOLD');
  const first = windows.find((w) => w.fromMs === ask.windowStartMs) ?? windows[0]!;
  const extras = {
    price,
    timeZone: ask.zone.timeZone,
    pickup: null,
    windows,
    earliestMs: first.fromMs,
    latestMs: first.untilMs,
  };
  return { options: [optionOf(run, plan, written, extras)], unavailable: [] };
}
