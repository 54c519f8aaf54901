import type { Ask } from '../question/ask.ts';
import { Refusals } from '../candidates/refusals.ts';
import type { Scratch } from '../workspace/scratch.ts';
import type { Lanes } from '../network/lanes.ts';
import type { MethodConfig } from '../model/networkConfig.ts';
import { traceProblem } from '../trace/traceProblem.ts';
import { isPrecise } from './homeDelivery.ts';
import { methodColumns } from '../plans/methodColumns.ts';
import { solveColumns, type CartVectors } from '../plans/methodPlan.ts';
import { optionOf, priceOf } from './option.ts';
import { refused, refusedBecause, type MethodOutcome } from './outcome.ts';
import { writePlan } from './shipments.ts';
import { commonWindows, WindowSettling } from './windows.ts';

/** Delivery in a window the customer chooses. */
export function scheduled(
  ask: Ask,
  scratch: Scratch,
  vectors: CartVectors,
  method: MethodConfig,
  lanes: Lanes,
): MethodOutcome {
  const price = priceOf(ask, method);
  if (price === null) return refused(method, 'NO_PRICE_IN_CURRENCY');
  if (!isPrecise(ask)) return refused(method, 'NEEDS_PRECISE_DESTINATION');
  scratch.beginMethod();
  const refusals = new Refusals(ask.tracer !== null);
  const rule = { onlyDay: NaN, weekendOnly: false, settling: new WindowSettling(ask, lanes) };
  const services = ask.index.methodTable.servicesOf(method);
  methodColumns(ask, scratch, vectors, method, services, lanes, rule, refusals);
  const plan = solveColumns(ask, scratch, vectors, method, refusals);
  if (ask.tracer) traceProblem(ask, scratch, vectors, method, lanes, plan, refusals);
  if (!plan) return refusedBecause(ask, method, refusals);
  const written = writePlan(ask, scratch, lanes, plan, null);
  const windows = commonWindows(ask, lanes, written.shipments, written.latestMs);
  if (windows.length === 0) return refused(method, 'WINDOWS_SOLD');
  const first = windows.find((w) => w.fromMs === ask.windowStartMs) ?? windows[0]!;
  const extras = {
    timeZone: ask.zone.timeZone,
    pickup: null,
    windows,
    earliestMs: first.fromMs,
    latestMs: first.untilMs,
  };
  return { options: [optionOf(ask, method, plan, written, price, extras)], unavailable: [] };
}
