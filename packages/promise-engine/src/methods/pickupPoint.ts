import { ANY_DAY } from '../candidates/arrivals.ts';
import type { Ask } from '../question/ask.ts';
import { Refusals } from '../candidates/refusals.ts';
import type { Scratch } from '../workspace/scratch.ts';
import type { Lanes } from '../network/lanes.ts';
import type { MethodConfig, PickupPointConfig } from '../model/networkConfig.ts';
import type { Plan } from '../solver/problem.ts';
import { traceProblem } from '../trace/traceProblem.ts';
import { DAY_MS } from '../time/zoneClock.ts';
import type { DeliveryOption } from '../model/types.ts';
import { methodColumns } from '../plans/methodColumns.ts';
import { solveColumns, type CartVectors } from '../plans/methodPlan.ts';
import { fits, nearbyPoints, placesWanted } from './nearby.ts';
import { optionOf, priceOf } from './option.ts';
import { refused, refusedBecause, type MethodOutcome } from './outcome.ts';
import { shipTo, writePlan, type WrittenPlan } from './shipments.ts';

const DEFAULT_HOLD_DAYS = 7;

/** A carrier's plan, written out. */
interface CarrierPlan {
  readonly plan: Plan;
  readonly written: WrittenPlan;
}

/** Delivery to pickup points or lockers: one plan per carrier, offered at the nearest points it runs. */
export function pickupPoint(
  ask: Ask,
  scratch: Scratch,
  vectors: CartVectors,
  method: MethodConfig,
  lanes: Lanes,
): MethodOutcome {
  const price = priceOf(ask, method);
  if (price === null) return refused(method, 'NO_PRICE_IN_CURRENCY');
  const carriers = ask.index.methodTable.servicesByCarrier(method);
  const plans = new Map<string, CarrierPlan | null>();
  const refusals = new Refusals(ask.tracer !== null);
  const options: DeliveryOption[] = [];
  const wanted = placesWanted(ask);
  let any = false;
  for (const { place, km } of nearbyPoints(ask, method)) {
    const services = carriers.get(place.carrier);
    if (services === undefined || !fits(ask, place)) continue;
    any = true;
    let found = plans.get(place.carrier);
    if (found === undefined) {
      found = carrierPlan(ask, scratch, vectors, method, services, lanes, refusals);
      plans.set(place.carrier, found);
    }
    if (found === null) continue;
    const option = atPoint(ask, method, found, price, place, km);
    if (option) options.push(option);
    if (options.length >= wanted) break;
  }
  if (!any) return refused(method, 'NO_PICKUP_NEARBY');
  return options.length > 0 ? { options, unavailable: [] } : refusedBecause(ask, method, refusals);
}

/** The best plan with one carrier's services into the destination's area. */
function carrierPlan(
  ask: Ask,
  scratch: Scratch,
  vectors: CartVectors,
  method: MethodConfig,
  services: readonly number[],
  lanes: Lanes,
  refusals: Refusals,
): CarrierPlan | null {
  scratch.beginMethod();
  methodColumns(ask, scratch, vectors, method, services, lanes, ANY_DAY, refusals);
  const plan = solveColumns(ask, scratch, vectors, method, refusals);
  if (ask.tracer) traceProblem(ask, scratch, vectors, method, lanes, plan, refusals);
  return plan && { plan, written: writePlan(ask, scratch, lanes, plan, null) };
}

/** The plan as an option at one point: dates move to when the customer can get in. */
function atPoint(
  ask: Ask,
  method: MethodConfig,
  { plan, written }: CarrierPlan,
  price: number,
  place: PickupPointConfig,
  km: number,
): DeliveryOption | null {
  const hours = ask.index.places.hoursOf(place);
  const latestMs = hours.nextOpen(written.latestMs);
  const earliestMs = hours.nextOpen(written.earliestMs);
  if (!(latestMs <= ask.latestAllowedMs)) return null;
  const holdUntilMs = latestMs + (method.holdDays ?? DEFAULT_HOLD_DAYS) * DAY_MS;
  const pickup = { kind: place.kind, id: place.id, name: place.name, distanceKm: km, holdUntilMs };
  const shipments = written.shipments.map((s) => shipTo(s, place.id));
  const extras = { timeZone: place.timeZone, pickup, windows: null, earliestMs, latestMs };
  return optionOf(ask, method, plan, written, price, extras, shipments);
}
