import { DAY_MS } from '../time/zoneClock.ts';
import type { MethodRun } from '../candidates/methodRun.ts';
import { ANY_DAY } from '../candidates/arrivals.ts';
import type { PickupPointConfig } from '../model/networkConfig.ts';
import type { Plan } from '../solver/problem.ts';
import { traceProblem } from '../trace/traceProblem.ts';
import type { DeliveryOption } from '../model/types.ts';
import { methodColumns } from '../plans/methodColumns.ts';
import { solveColumns } from '../plans/methodPlan.ts';
import { fits, nearbyPoints, placesWanted } from './nearby.ts';
import { optionOf, priceOf } from './option.ts';
import { isPrecise, refusedAsVague } from './precision.ts';
import { refused, refusedBecause, type MethodOutcome } from './outcome.ts';
import { shipTo, writePlan, type WrittenPlan } from './shipments.ts';

/** A carrier's plan, written out. */
interface CarrierPlan {
  readonly plan: Plan;
  readonly written: WrittenPlan;
}

/** Delivery to pickup points or lockers: one plan per carrier, offered at the nearest points it runs. */
export function pickupPoint(run: MethodRun): MethodOutcome {
  const { ask, method } = run;
  const price = priceOf(ask, method);
  if (price === null) return refused(method, 'NO_PRICE_IN_CURRENCY');
  // Places asked for by name are where they are, wherever the customer lives.
  if (!ask.limits.pickupIds && !isPrecise(ask, method)) return refusedAsVague(ask, method);
  const carriers = ask.index.methodTable.servicesByCarrier(method);
  const plans = new Map<string, CarrierPlan | null>();
  const options: DeliveryOption[] = [];
  const wanted = placesWanted(ask);
  let any = false;
  for (const { place, km } of nearbyPoints(ask, method)) {
    const services = carriers.get(place.carrier);
    if (services === undefined || !fits(ask, place)) continue;
    any = true;
    let found = plans.get(place.carrier);
    if (found === undefined) {
      found = carrierPlan(run, services);
      plans.set(place.carrier, found);
    }
    if (found === null) continue;
    const option = atPoint(run, found, price, place, km);
    if (option) options.push(option);
    if (options.length >= wanted) break;
  }
  if (!any) return refused(method, 'NO_PICKUP_NEARBY');
  return options.length > 0 ? { options, unavailable: [] } : refusedBecause(run);
}

/** The best plan with one carrier's services into the destination's area. */
function carrierPlan(run: MethodRun, services: readonly number[]): CarrierPlan | null {
  run.scratch.beginMethod();
  methodColumns(run, services, ANY_DAY);
  const plan = solveColumns(run);
  if (run.ask.tracer) traceProblem(run, plan);
  return plan && { plan, written: writePlan(run, plan, null) };
}

/** The plan as an option at one point: dates move to when the customer can get in. */
function atPoint(
  run: MethodRun,
  { plan, written }: CarrierPlan,
  price: number,
  place: PickupPointConfig,
  km: number,
): DeliveryOption | null {
  const { ask, method } = run;
  const hours = ask.index.places.hoursOf(place);
  const latestMs = hours.nextOpen(written.latestMs);
  const earliestMs = hours.nextOpen(written.earliestMs);
  if (!(latestMs <= ask.latestAllowedMs)) return null;
  const holdUntilMs = latestMs + (method.holdDays ?? ask.network.terms.holdDays) * DAY_MS;
  const pickup = { kind: place.kind, id: place.id, name: place.name, distanceKm: km, holdUntilMs };
  const shipments = written.shipments.map((s) => shipTo(s, place.id));
  const { timeZone } = place;
  const extras = { price, timeZone, pickup, windows: null, earliestMs, latestMs, shipments };
  return optionOf(run, plan, written, extras);
}
