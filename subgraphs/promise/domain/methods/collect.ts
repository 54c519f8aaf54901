import { ruleMask, type Ask } from '../candidates/ask.ts';
import { capacityLeft, NO_CAP } from '../candidates/columns.ts';
import { Refusals } from '../candidates/refusals.ts';
import type { Scratch } from '../candidates/scratch.ts';
import type { Lanes, LaneTarget } from '../network/lanes.ts';
import type { MethodConfig } from '../networkConfig.ts';
import type { Plan } from '../solver/problem.ts';
import { traceProblem } from '../trace/traceProblem.ts';
import { DAY_MS, MINUTE_MS } from '../time/zoneClock.ts';
import type { DeliveryOption, UnavailableOption } from '../types.ts';
import { methodColumns } from './methodColumns.ts';
import { solveColumns, type CartVectors } from './methodPlan.ts';
import { nearbyStores, placesWanted, type Near } from './nearby.ts';
import { optionOf, priceOf } from './option.ts';
import { refused, refusedBecause, type MethodOutcome } from './outcome.ts';
import { LOCAL, writePlan, type WrittenPlan } from './shipments.ts';

/** Working minutes a store needs to receive goods from elsewhere and put them out for collection. */
const RECEIVING_MS = 30 * MINUTE_MS;
const DEFAULT_HOLD_DAYS = 7;
/** Stores tried before giving up on offering as many as wanted. */
const MAX_TRIES = 12;

/** Collection in stores near the customer: from the store's own stock, or sent there first. */
export function collectInStore(
  ask: Ask,
  scratch: Scratch,
  vectors: CartVectors,
  method: MethodConfig,
): MethodOutcome {
  const price = priceOf(ask, method);
  if (price === null) return refused(method, 'NO_PRICE_IN_CURRENCY');
  const stores = nearbyStores(ask, method);
  if (stores.length === 0) return refused(method, 'NO_PICKUP_NEARBY');
  const options: DeliveryOption[] = [];
  const unavailable: UnavailableOption[] = [];
  for (const near of stores.slice(0, MAX_TRIES)) {
    const outcome = collectAt(ask, scratch, vectors, method, near, price);
    options.push(...outcome.options);
    if (unavailable.length < placesWanted(ask)) unavailable.push(...outcome.unavailable);
    if (options.length >= placesWanted(ask)) break;
  }
  return { options, unavailable: options.length > 0 ? [] : unavailable };
}

const earliestOf = ({ shipments }: WrittenPlan): number =>
  shipments.reduce((max, { earliestMs }) => Math.max(max, earliestMs), -Infinity);

/** A store as the end of lanes: its carrier area, in the store's own time. */
export function storeTarget(index: Ask['index'], l: number): LaneTarget {
  const area = index.origins[index.originOf[l]!]!;
  return { id: area.id, country: area.country, centre: area.centre, timeZone: index.locations[l]!.timeZone };
}

function collectAt(
  ask: Ask,
  scratch: Scratch,
  vectors: CartVectors,
  method: MethodConfig,
  near: Near<number>,
  price: number,
): MethodOutcome {
  const l = near.place;
  const location = ask.index.locations[l]!;
  const refusals = new Refusals(ask.tracer !== null);
  const lanes = ask.network.lanes(storeTarget(ask.index, l), ask.today);
  scratch.beginMethod();
  localColumns(ask, scratch, method, l, refusals);
  const ownStock = method.methodType === 'RESERVE_AND_COLLECT';
  let plan: Plan | null = null;
  if (scratch.columns > 0 && (ownStock || localIsBest(ask, scratch, vectors, method, lanes))) {
    plan = solveColumns(ask, scratch, vectors, method, refusals);
  }
  if (!plan && !ownStock) {
    transferColumns(ask, scratch, vectors, method, l, lanes, refusals);
    plan = solveColumns(ask, scratch, vectors, method, refusals);
  }
  if (ask.tracer) traceProblem(ask, scratch, vectors, method, lanes, plan, refusals, location.id);
  if (!plan) {
    // Without a service that brings goods to stores, what counts is what the store holds.
    if (ownStock || method.serviceIds.length === 0) refusals.add('NO_STOCK_AT_STORE');
    return refusedBecause(ask, method, refusals, location.id);
  }
  const written = writePlan(ask, scratch, lanes, plan, location.id);
  const latestMs = written.shipments.reduce((max, s) => Math.max(max, s.latestMs), 0);
  const holdUntilMs = latestMs + (method.holdDays ?? DEFAULT_HOLD_DAYS) * DAY_MS;
  const pickup = {
    kind: 'STORE' as const,
    id: location.id,
    name: location.name,
    distanceKm: near.km,
    holdUntilMs,
  };
  const sent = written.shipments.some(({ serviceId }) => serviceId !== null);
  // What the carrier brings before the doors open can be collected once it has been put out.
  const earliestMs = sent ? ask.index.hours[l]!.addWork(earliestOf(written), RECEIVING_MS) : NaN;
  const earliest = earliestMs < latestMs ? { earliestMs } : {};
  const extras = { timeZone: location.timeZone, pickup, ...earliest };
  return { options: [optionOf(ask, method, plan, written, price, extras)], unavailable: [] };
}

/** The store's own stock, picked in opening hours and ready there. */
function localColumns(ask: Ask, scratch: Scratch, method: MethodConfig, l: number, refusals: Refusals): void {
  const mask = ruleMask(ask, method, null);
  if (mask !== null && mask.denied[l]! > 0) {
    return refusals.byRule(mask.rules[mask.denied[l]! - 1]!.id, l, -1);
  }
  for (let k = 0; k < scratch.touchedCount; k++) {
    const row = scratch.touched[k]!;
    if (scratch.rowLocation[row] === l)
      addLocalColumn(ask, scratch, row, l, refusals, mask?.penalty?.[l] ?? 0);
  }
}

function addLocalColumn(
  ask: Ask,
  scratch: Scratch,
  row: number,
  l: number,
  refusals: Refusals,
  penalty: number,
): void {
  const { index, policy } = ask;
  const hours = index.hours[l]!;
  const work = index.handlingMs[l]!;
  let start = scratch.rowStart[row]!;
  let most = 0;
  for (let slot = 0; slot < 12; slot++) {
    const ready = hours.addWork(start, work);
    if (!(ready <= ask.horizonMs))
      return refusals.add('BEYOND_HORIZON', l, -1, ready);
    const day = hours.clock.dayOf(ready);
    const left = index.hasCapacity[l] === 0 ? NO_CAP : capacityLeft(ask, l, day);
    const lastStart = hours.latestStart(hours.lastClose(ready), work);
    if (left <= 0) refusals.add('CAPACITY_SOLD', l, -1, ready);
    else if (ready > ask.latestAllowedMs) return refusals.add('TOO_LATE', l, -1, ready);
    else if (left > most) {
      // A later day is of use only with more room.
      most = left;
      const c = scratch.addColumn();
      scratch.colRow[c] = row;
      scratch.colService[c] = LOCAL;
      scratch.colCap[c] = left;
      scratch.colDispatch[c] = ready;
      scratch.colLastStart[c] = lastStart;
      scratch.colLatest[c] = ready + ask.addDays * DAY_MS;
      scratch.colDay[c] = day;
      scratch.colLate[c] = Math.max(0, day + ask.addDays - ask.lateFromDay);
      scratch.colFixed[c] = policy.locationScore[l]! + policy.weights.cost * penalty;
      scratch.colPerKg[c] = 0;
      scratch.colPerUnit[c] = policy.unitScore[l]!;
      if (left >= ask.cart.units) return;
    }
    start = Math.max(lastStart, start) + 1;
  }
}

/** Whether nothing sent from elsewhere can beat the store's own stock: then there is no need to look. */
function localIsBest(
  ask: Ask,
  scratch: Scratch,
  vectors: CartVectors,
  method: MethodConfig,
  lanes: Lanes,
): boolean {
  if (vectors.adjust) return false;
  const { policy, index, cart } = ask;
  let whole = Infinity;
  let unit = Infinity;
  for (const id of method.serviceIds) {
    const s = index.serviceNumber.get(id);
    if (s === undefined || !lanes.serves(s)) continue;
    whole = Math.min(whole, lanes.leastShipment(policy, s, cart.units));
    unit = Math.min(unit, lanes.leastShipment(policy, s, 1));
  }
  // All of it from elsewhere, or a unit from there and the rest from here.
  let elsewhere = whole;
  for (let c = 0; c < scratch.columns && cart.units > 1; c++) {
    const rest = scratch.colFixed[c]! + (cart.units - 1) * scratch.colPerUnit[c]!;
    elsewhere = Math.min(elsewhere, unit + rest);
  }
  for (let c = 0; c < scratch.columns; c++) {
    if (scratch.fullCount[scratch.colRow[c]!] !== scratch.width || scratch.colCap[c]! < ask.cart.units)
      continue;
    const score =
      scratch.colFixed[c]! +
      scratch.colPerUnit[c]! * ask.cart.units +
      scratch.colLate[c]! * policy.weights.late;
    if (score <= elsewhere) return true;
  }
  return false;
}

/** Goods from other locations, moved to the store by the method's services. */
function transferColumns(
  ask: Ask,
  scratch: Scratch,
  vectors: CartVectors,
  method: MethodConfig,
  l: number,
  lanes: Lanes,
  refusals: Refusals,
): void {
  const hours = ask.index.hours[l]!;
  // Every candidate arrives on one of a few days: the store's readiness is worked out once per day and service.
  const ready = new Map<number, number>();
  const settle = (s: number, day: number): number => {
    const key = day * ask.index.services.length + s;
    let at = ready.get(key);
    if (at === undefined) {
      at = hours.addWork(lanes.clock.at(day, lanes.untilMinute[s]!), RECEIVING_MS);
      ready.set(key, at);
    }
    return at;
  };
  methodColumns(
    ask,
    scratch,
    vectors,
    method,
    lanes,
    { onlyDay: NaN, weekendOnly: false, settle },
    refusals,
    l,
  );
}
