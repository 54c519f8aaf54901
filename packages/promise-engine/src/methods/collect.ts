import { mergeRefusals } from '../model/mergeReasons.ts';
import { DAY_MS, MINUTE_MS } from '../time/zoneClock.ts';
import type { CartVectors } from '../candidates/cartVectors.ts';
import type { Settling } from '../candidates/arrivals.ts';
import type { Ask } from '../question/ask.ts';
import { methodRun } from '../candidates/methodRun.ts';
import { WHY } from '../candidates/refusals.ts';
import type { Near } from '../geo/latitudeList.ts';
import type { Lanes, LaneTarget } from '../network/lanes.ts';
import type { MethodConfig } from '../model/networkConfig.ts';
import type { OpenHours } from '../time/openHours.ts';
import type { Plan } from '../solver/problem.ts';
import { traceProblem } from '../trace/traceProblem.ts';
import type { DeliveryOption } from '../model/types.ts';
import type { UnavailableOption } from '../model/reasons.ts';
import { localColumns, localIsBest } from './localColumns.ts';
import { methodColumns } from '../plans/methodColumns.ts';
import { solveColumns } from '../plans/methodPlan.ts';
import { nearbyStores, placesWanted } from './nearby.ts';
import { optionOf, priceOf } from './option.ts';
import { isPrecise, refusedAsVague } from './precision.ts';
import { refused, refusedBecause, type MethodOutcome } from './outcome.ts';
import { LOCAL, writePlan } from './shipments.ts';

/** Stores tried before giving up on offering as many as wanted. */
const MAX_TRIES = 12;

/** Collection in stores near the customer: from the store's own stock, or sent there first. */
export function collectInStore(ask: Ask, vectors: CartVectors, method: MethodConfig): MethodOutcome {
  const price = priceOf(ask, method);
  if (price === null) return refused(method, 'NO_PRICE_IN_CURRENCY');
  // Places asked for by name are where they are, wherever the customer lives.
  if (!ask.limits.pickupIds && !isPrecise(ask, method)) return refusedAsVague(ask, method);
  const stores = nearbyStores(ask, method);
  if (stores.length === 0) return refused(method, 'NO_PICKUP_NEARBY');
  const options: DeliveryOption[] = [];
  const unavailable: UnavailableOption[] = [];
  const wanted = placesWanted(ask);
  for (let n = 0; n < stores.length && n < MAX_TRIES; n++) {
    const outcome = collectAt(ask, vectors, method, stores[n]!, price);
    options.push(...outcome.options);
    if (unavailable.length < wanted) unavailable.push(...outcome.unavailable);
    if (options.length >= wanted) break;
  }
  return { options, unavailable: options.length > 0 ? [] : mergeRefusals(unavailable) };
}

/** A store as the end of lanes: its carrier area, in the store's own time. */
export function storeTarget(index: Ask['index'], l: number): LaneTarget {
  const area = index.origins[index.originOf[l]!]!;
  return { id: area.id, country: area.country, centre: area.centre, timeZone: index.locations[l]!.timeZone };
}

function collectAt(
  ask: Ask,
  vectors: CartVectors,
  method: MethodConfig,
  near: Near<number>,
  price: number,
): MethodOutcome {
  const l = near.place;
  const location = ask.index.locations[l]!;
  const lanes = ask.network.lanes(storeTarget(ask.index, l), ask.today);
  const run = methodRun(ask, vectors, method, lanes);
  const { scratch } = run;
  const { terms } = ask.network;
  const receivingMs = terms.receivingMinutes * MINUTE_MS;
  scratch.beginMethod();
  localColumns(run, l);
  const services = ask.index.methodTable.servicesOf(method);
  const ownStock = method.methodType === 'RESERVE_AND_COLLECT';
  let plan: Plan | null = null;
  if (scratch.columns > 0 && (ownStock || localIsBest(run, services))) {
    plan = solveColumns(run);
  }
  if (!plan && !ownStock) {
    const settling = new StoreSettling(lanes, ask.index.hours[l]!, receivingMs);
    const rule = { onlyDay: NaN, weekendOnly: false, settling };
    methodColumns(run, services, rule, l);
    plan = solveColumns(run);
  }
  if (ask.tracer) traceProblem(run, plan, location.id);
  if (!plan) {
    // Without a service that brings goods to stores, what counts is what the store holds.
    if (ownStock || method.serviceIds.length === 0) run.refusals.add(WHY.NO_STOCK_AT_STORE);
    return refusedBecause(run, location.id);
  }
  const written = writePlan(run, plan, location.id);
  const { latestMs } = written;
  const holdUntilMs = latestMs + (method.holdDays ?? terms.holdDays) * DAY_MS;
  const pickup = {
    kind: 'STORE' as const,
    id: location.id,
    name: location.name,
    distanceKm: near.km,
    holdUntilMs,
  };
  // What the carrier brings before the store opens can be collected once it has been put out.
  const sent = plan.columns.some((c) => scratch.colService[c] !== LOCAL);
  const putOut = sent ? ask.index.hours[l]!.addWork(written.earliestMs, receivingMs) : NaN;
  const earliestMs = putOut < latestMs ? putOut : written.earliestMs;
  const extras = { price, timeZone: location.timeZone, pickup, windows: null, earliestMs, latestMs };
  return { options: [optionOf(run, plan, written, extras)], unavailable: [] };
}

/** Goods from elsewhere are there once the store has received them, in its opening hours. */
class StoreSettling implements Settling {
  readonly #lanes: Lanes;
  readonly #hours: OpenHours;
  readonly #receivingMs: number;

  constructor(lanes: Lanes, hours: OpenHours, receivingMs: number) {
    this.#receivingMs = receivingMs;
    this.#lanes = lanes;
    this.#hours = hours;
  }

  latest(s: number, day: number): number {
    const { clock, untilMinute } = this.#lanes;
    return this.#hours.addWork(clock.at(day, untilMinute[s]!), this.#receivingMs);
  }
}
