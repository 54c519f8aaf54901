import type { MethodRun } from '../candidates/methodRun.ts';
import { ANY_DAY, type ArrivalRule } from '../candidates/arrivals.ts';
import { promisedBefore } from '../candidates/courierColumns.ts';
import { methodColumns } from '../plans/methodColumns.ts';
import { solveColumns } from '../plans/methodPlan.ts';
import { optionOf, priceOf } from './option.ts';
import { isPrecise, refusedAsVague } from './precision.ts';
import { refused, refusedBecause, type MethodOutcome } from './outcome.ts';
import { writePlan } from './shipments.ts';
import type { Plan } from '../solver/problem.ts';
import { traceProblem } from '../trace/traceProblem.ts';

const WEEKEND: ArrivalRule = { onlyDay: NaN, weekendOnly: true, settling: null };

/** Home delivery of one method: standard, express, weekend, same day, instant. */
export function homeDelivery(run: MethodRun): MethodOutcome {
  const { ask, scratch, method } = run;
  const price = priceOf(ask, method);
  if (price === null) return refused(method, 'NO_PRICE_IN_CURRENCY');
  const today = method.methodType === 'SAME_DAY' || method.methodType === 'INSTANT';
  if (!isPrecise(ask, method)) return refusedAsVague(ask, method);
  scratch.beginMethod();
  const weekend = method.methodType === 'WEEKEND';
  const rule = today ? onlyOn(ask.today) : weekend ? WEEKEND : ANY_DAY;
  const services = ask.index.methodTable.servicesOf(method);
  methodColumns(run, services, rule);
  const plan = solveColumns(run);
  if (ask.tracer) traceProblem(run, plan);
  if (!plan) return refusedBecause(run);
  const written = writePlan(run, plan, null);
  if (written.latestMs > promisedBefore(ask, method)) return refused(method, 'TOO_LATE');
  const extras = {
    price,
    timeZone: ask.zone.timeZone,
    pickup: null,
    windows: null,
    // A weekend promise is one day: the day its last shipment arrives.
    earliestMs: weekend ? lastMorning(run, plan) : written.earliestMs,
    latestMs: written.latestMs,
  };
  return { options: [optionOf(run, plan, written, extras)], unavailable: [] };
}

const onlyOn = (onlyDay: number): ArrivalRule => ({ onlyDay, weekendOnly: false, settling: null });

/** Start of the delivery hours on the day the last shipment of a plan arrives. */
function lastMorning({ scratch, lanes }: MethodRun, plan: Plan): number {
  const last = plan.columns.reduce((a, b) => (scratch.colLatest[b]! > scratch.colLatest[a]! ? b : a));
  return lanes.clock.at(scratch.colDay[last]!, lanes.fromMinute[scratch.colService[last]!]!);
}
