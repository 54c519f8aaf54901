import type { Ask } from '../candidates/ask.ts';
import { Refusals } from '../candidates/refusals.ts';
import type { Scratch } from '../candidates/scratch.ts';
import type { Lanes } from '../network/lanes.ts';
import type { MethodConfig } from '../networkConfig.ts';
import { traceProblem } from '../trace/traceProblem.ts';
import { MINUTE_MS } from '../time/zoneClock.ts';
import type { DeliveryWindow, PlannedShipment } from '../types.ts';
import { isPrecise } from './homeDelivery.ts';
import { methodColumns } from './methodColumns.ts';
import { solveColumns, type CartVectors } from './methodPlan.ts';
import { optionOf, priceOf } from './option.ts';
import { refused, refusedBecause, type MethodOutcome } from './outcome.ts';
import { writePlan } from './shipments.ts';

const DEFAULT_WINDOW_DAYS = 3;
/** How far ahead the first free window is looked for. */
const MAX_WINDOW_DAYS = 14;
/** A parcel that travels no day at all still needs this long from collection to the first door. */
const SAME_DAY_TRAVEL_MS = 60 * MINUTE_MS;

interface Window {
  readonly fromMs: number;
  readonly untilMs: number;
}

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
  const settle = (s: number, day: number, dispatchMs: number): number => {
    const earliest = dispatchMs + SAME_DAY_TRAVEL_MS;
    const wanted = ask.windowStartMs;
    if (wanted !== null) return chosenWindow(ask, lanes, s, day, earliest, wanted);
    return freeWindows(ask, lanes, s, day, earliest, 1)[0]?.untilMs ?? NaN;
  };
  methodColumns(ask, scratch, vectors, method, lanes, { onlyDay: NaN, weekendOnly: false, settle }, refusals);
  const plan = solveColumns(ask, scratch, vectors, method, refusals);
  if (ask.tracer) traceProblem(ask, scratch, vectors, method, lanes, plan, refusals);
  if (!plan) return refusedBecause(ask, method, refusals);
  const written = writePlan(ask, scratch, lanes, plan, null);
  const windows = commonWindows(ask, lanes, written.shipments);
  if (windows.length === 0) return refused(method, 'WINDOWS_SOLD');
  const first = windows.find((w) => w.fromMs === ask.windowStartMs) ?? windows[0]!;
  const extras = { timeZone: ask.zone.timeZone, windows, earliestMs: first.fromMs, latestMs: first.untilMs };
  return { options: [optionOf(ask, method, plan, written, price, extras)], unavailable: [] };
}

/** Windows of a service with capacity left, from a day on; the first `count`. */
function freeWindows(
  ask: Ask,
  lanes: Lanes,
  s: number,
  fromDay: number,
  earliestMs: number,
  count: number,
  beforeMs = Infinity,
): Window[] {
  const service = ask.index.services[s]!;
  const found: Window[] = [];
  const sold = ask.network.capacity.windowsOf(service.id, lanes.target.id);
  const lastDay = fromDay + MAX_WINDOW_DAYS;
  for (let day = lanes.calendars[s]!.deliveryDay(fromDay); day >= 0 && day <= lastDay;) {
    for (const window of ask.index.windows[s]!) {
      const fromMs = lanes.clock.at(day, window.fromMinute);
      if (fromMs >= beforeMs) return found;
      if (fromMs < earliestMs || fromMs < ask.at) continue;
      if (sold && (sold.get(day * 1440 + window.fromMinute) ?? 0) >= window.capacity) continue;
      found.push({ fromMs, untilMs: lanes.clock.at(day, window.untilMinute) });
      if (found.length >= count) return found;
    }
    day = lanes.calendars[s]!.deliveryDay(day + 1);
  }
  return found;
}

/** End of the window the customer chose, when this service can serve it; NaN otherwise. */
function chosenWindow(
  ask: Ask,
  lanes: Lanes,
  s: number,
  day: number,
  earliestMs: number,
  wanted: number,
): number {
  const wantedDay = lanes.clock.dayOf(wanted);
  if (day > wantedDay) return NaN;
  return (
    freeWindows(ask, lanes, s, wantedDay, earliestMs, 24).find((w) => w.fromMs === wanted)?.untilMs ?? NaN
  );
}

/** Windows every shipment of a plan can meet, with the last instant to order for each. */
function commonWindows(ask: Ask, lanes: Lanes, shipments: readonly PlannedShipment[]): DeliveryWindow[] {
  const days = Math.max(1, Math.min(MAX_WINDOW_DAYS, ask.limits.windowDays ?? DEFAULT_WINDOW_DAYS));
  const firstDay = shipments.reduce((max, sh) => Math.max(max, lanes.clock.dayOf(sh.latestMs)), 0);
  const perShipment = shipments.map((shipment): DeliveryWindow[] => {
    const s = ask.index.serviceNumber.get(shipment.serviceId ?? '');
    if (s === undefined) return [];
    const until = lanes.clock.dayStart(firstDay + days);
    return freeWindows(
      ask,
      lanes,
      s,
      firstDay,
      shipment.dispatchMs + SAME_DAY_TRAVEL_MS,
      24 * days,
      until,
    ).map(({ fromMs, untilMs }) => ({
      fromMs,
      untilMs,
      orderByMs: orderByFor(ask, lanes, s, shipment, fromMs),
    }));
  });
  return perShipment.reduce((common, windows) =>
    common.flatMap((w) => {
      const same = windows.find((o) => o.fromMs === w.fromMs && o.untilMs === w.untilMs);
      return same ? [{ ...w, orderByMs: Math.min(same.orderByMs, w.orderByMs) }] : [];
    }),
  );
}

/** Last instant to order for a window: the last collection that still arrives on its day. */
function orderByFor(ask: Ask, lanes: Lanes, s: number, shipment: PlannedShipment, fromMs: number): number {
  const l = ask.network.findLocation(shipment.locationId)!;
  const pair = ask.index.pair(l, s);
  const lastDay = lanes.calendars[s]!.latestDispatchDay(lanes.clock.dayOf(fromMs), shipment.transitDays);
  const block = ask.index.tables[pair]!.blockAt(shipment.startMs);
  let orderBy = shipment.orderByMs;
  // Collections are in order of time: from the first that is too late on, all are.
  for (let i = 0; i < block.count; i++) {
    if (block.day[i]! > lastDay || block.pickup[i]! + SAME_DAY_TRAVEL_MS > fromMs) break;
    orderBy = Math.max(orderBy, block.lastStart[i]! - ask.index.releaseMs);
  }
  return orderBy;
}
