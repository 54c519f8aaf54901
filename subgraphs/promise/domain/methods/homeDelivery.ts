import { barredEverywhere } from '../candidates/restrictions.ts';
import { Refusals, type Ask } from '../candidates/ask.ts';
import { Champions } from '../candidates/champions.ts';
import { ShippingColumns, type ArrivalRule } from '../candidates/columns.ts';
import { courierColumns } from '../candidates/courierColumns.ts';
import type { Scratch } from '../candidates/scratch.ts';
import type { Lanes } from '../network/lanes.ts';
import type { MethodConfig } from '../networkConfig.ts';
import { solveColumns, solveOptions, type CartVectors } from './methodPlan.ts';
import { singleIsBest, type LeastShipment } from '../solver/solve.ts';
import { optionOf, priceOf } from './option.ts';
import { refused, refusedBecause, type MethodOutcome } from './outcome.ts';
import { writePlan } from './shipments.ts';
import type { Plan } from '../solver/problem.ts';
import { traceProblem } from '../trace/traceProblem.ts';

/** Method types whose promise is worth nothing without a known place. */
export const isPrecise = (ask: Ask): boolean =>
  ask.zone.precision === 'POSTCODE' || ask.zone.precision === 'COORDINATES';

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
  const local = scratch.columns > 0;
  champions.begin(ask, scratch, method, lanes, vectors.adjust !== null);
  const add = (from: number, to: number): void => {
    for (const id of method.serviceIds) {
      const s = ask.index.serviceNumber.get(id);
      if (s === undefined) continue;
      if (ask.index.services[s]!.courier) courierColumns(ask, scratch, method, s, lanes, refusals, from, to);
      else
        new ShippingColumns(ask, scratch, s, lanes, rule, refusals, champions).run(
          method,
          skipLocation,
          from,
          to,
        );
    }
  };
  add(0, scratch.fullRows);
  const all = ask.tracer !== null || scratch.columns === 0;
  if (all || !singleIsBest(scratch, solveOptions(ask, vectors, method), leastShipment(ask, method, local))) {
    add(scratch.fullRows, scratch.touchedCount);
  }
}

/** One method's columns are made at a time. */
const champions = new Champions();

/** What any shipment of a method scores at least, before anything is known of it. */
function leastShipment(ask: Ask, method: MethodConfig, local: boolean): LeastShipment {
  const { leastLocationScore, leastUnitScore, weights } = ask.policy;
  let base = local ? 0 : Infinity;
  let perKg = local ? 0 : Infinity;
  for (const id of method.serviceIds) {
    const s = ask.index.serviceNumber.get(id);
    if (s === undefined) continue;
    base = Math.min(base, ask.index.services[s]!.tariff.base);
    perKg = Math.min(perKg, ask.index.services[s]!.tariff.perKg);
  }
  return {
    fixed: leastLocationScore + weights.cost * base,
    perKg: weights.cost * perKg,
    perUnit: leastUnitScore,
  };
}

/** Home delivery of one method: standard, express, weekend, same day, instant. */
export function homeDelivery(
  ask: Ask,
  scratch: Scratch,
  vectors: CartVectors,
  method: MethodConfig,
  lanes: Lanes,
): MethodOutcome {
  const price = priceOf(ask, method);
  if (price === null) return refused(method, 'NO_PRICE_IN_CURRENCY');
  const today = method.methodType === 'SAME_DAY' || method.methodType === 'INSTANT';
  if (today && !isPrecise(ask)) return refused(method, 'NEEDS_PRECISE_DESTINATION');
  scratch.beginMethod();
  const refusals = new Refusals();
  const rule: ArrivalRule = {
    onlyDay: today ? ask.today : NaN,
    weekendOnly: method.methodType === 'WEEKEND',
    settle: null,
  };
  methodColumns(ask, scratch, vectors, method, lanes, rule, refusals);
  const plan = solveColumns(ask, scratch, vectors, method, refusals);
  if (ask.tracer) traceProblem(ask, scratch, vectors, method, lanes, plan);
  if (!plan) return refusedBecause(ask, method, refusals);
  const written = writePlan(ask, scratch, lanes, plan, null);
  const timeZone = ask.zone.timeZone;
  // A weekend promise is one day: the day its last shipment arrives.
  const earliestMs = rule.weekendOnly ? lastMorning(scratch, lanes, plan) : undefined;
  const extras = { timeZone, ...(earliestMs === undefined ? {} : { earliestMs }) };
  return { options: [optionOf(ask, method, plan, written, price, extras)], unavailable: [] };
}

/** Start of the delivery hours on the day the last shipment of a plan arrives. */
function lastMorning(scratch: Scratch, lanes: Lanes, plan: Plan): number {
  const last = plan.columns.reduce((a, b) => (scratch.colLatest[b]! > scratch.colLatest[a]! ? b : a));
  return lanes.clock.at(scratch.colDay[last]!, lanes.fromMinute[scratch.colService[last]!]!);
}
