import type { Ask } from '../candidates/ask.ts';
import { Refusals } from '../candidates/refusals.ts';
import type { Scratch } from '../candidates/scratch.ts';
import type { MethodConfig, PickupPointConfig } from '../networkConfig.ts';
import type { Plan } from '../solver/problem.ts';
import { traceProblem } from '../trace/traceProblem.ts';
import { DAY_MS } from '../time/zoneClock.ts';
import type { DeliveryOption } from '../types.ts';
import { methodColumns } from './methodColumns.ts';
import { solveColumns, type CartVectors } from './methodPlan.ts';
import { nearbyPoints, placesWanted } from './nearby.ts';
import { optionOf, priceOf } from './option.ts';
import { refused, refusedBecause, type MethodOutcome } from './outcome.ts';
import { writePlan, type WrittenPlan } from './shipments.ts';

const DEFAULT_HOLD_DAYS = 7;

/** Delivery to pickup points or lockers: one plan per carrier, offered at the nearest points it runs. */
export function pickupPoint(
  ask: Ask,
  scratch: Scratch,
  vectors: CartVectors,
  method: MethodConfig,
): MethodOutcome {
  const price = priceOf(ask, method);
  if (price === null) return refused(method, 'NO_PRICE_IN_CURRENCY');
  const carriers = new Set(method.serviceIds.map((id) => serviceCarrier(ask, id)));
  const points = nearbyPoints(ask, method).filter((n) => carriers.has(n.place.carrier));
  if (points.length === 0) return refused(method, 'NO_PICKUP_NEARBY');
  const plans = new Map<string, { plan: Plan; written: WrittenPlan } | null>();
  const refusals = new Refusals(ask.tracer !== null);
  const options: DeliveryOption[] = [];
  for (const { place, km } of points) {
    const { carrier } = place;
    if (!plans.has(carrier))
      plans.set(carrier, carrierPlan(ask, scratch, vectors, method, carrier, refusals));
    const found = plans.get(carrier);
    if (!found) continue;
    const option = atPoint(ask, method, found.plan, found.written, price, place, km);
    if (option) options.push(option);
    if (options.length >= placesWanted(ask)) break;
  }
  return options.length > 0 ? { options, unavailable: [] } : refusedBecause(ask, method, refusals);
}

const serviceCarrier = (ask: Ask, id: string): string | undefined => {
  const s = ask.index.serviceNumber.get(id);
  return s === undefined ? undefined : ask.index.services[s]!.carrier;
};

/** The best plan with one carrier's services into the destination's area. */
function carrierPlan(
  ask: Ask,
  scratch: Scratch,
  vectors: CartVectors,
  method: MethodConfig,
  carrier: string,
  refusals: Refusals,
): { plan: Plan; written: WrittenPlan } | null {
  const zone = ask.index.zones[ask.zone.zoneIndex]!;
  const lanes = ask.network.lanes(zone, ask.today);
  const only = {
    ...method,
    serviceIds: method.serviceIds.filter((id) => serviceCarrier(ask, id) === carrier),
  };
  scratch.beginMethod();
  methodColumns(
    ask,
    scratch,
    vectors,
    only,
    lanes,
    { onlyDay: NaN, weekendOnly: false, settle: null },
    refusals,
  );
  const plan = solveColumns(ask, scratch, vectors, method, refusals);
  if (ask.tracer) traceProblem(ask, scratch, vectors, method, lanes, plan, refusals);
  return plan && { plan, written: writePlan(ask, scratch, lanes, plan, null) };
}

/** The plan as an option at one point: dates move to when the customer can get in. */
function atPoint(
  ask: Ask,
  method: MethodConfig,
  plan: Plan,
  written: WrittenPlan,
  price: number,
  place: PickupPointConfig,
  km: number,
): DeliveryOption | null {
  const hours = ask.index.pointHours(place);
  const latestMs = hours.nextOpen(written.shipments.reduce((max, s) => Math.max(max, s.latestMs), 0));
  const earliestMs = hours.nextOpen(written.shipments.reduce((max, s) => Math.max(max, s.earliestMs), 0));
  if (!(latestMs <= ask.latestAllowedMs)) return null;
  const holdUntilMs = latestMs + (method.holdDays ?? DEFAULT_HOLD_DAYS) * DAY_MS;
  const pickup = { kind: place.kind, id: place.id, name: place.name, distanceKm: km, holdUntilMs };
  const shipments = written.shipments.map((s) => ({ ...s, toId: place.id }));
  const extras = { timeZone: place.timeZone, pickup, earliestMs, latestMs };
  return optionOf(ask, method, plan, { ...written, shipments }, price, extras);
}
