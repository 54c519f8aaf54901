import { MINUTE_MS } from '../time/zoneClock.ts';
import type { Settling } from '../candidates/arrivals.ts';
import type { Ask } from '../question/ask.ts';
import type { Lanes } from '../network/lanes.ts';
import { MAX_WINDOW_DAYS, ServiceWindows } from './serviceWindows.ts';
import type { DeliveryWindow, PlannedShipment } from '../model/types.ts';

/** A parcel that travels no day at all still needs this long from collection to the first delivery, ms. */
const sameDayTravelMs = ({ network }: Ask): number => network.terms.sameDayTravelMinutes * MINUTE_MS;

/** Arrivals in the first free window, or in the one the customer chose. */
export class WindowSettling implements Settling {
  readonly #ask: Ask;
  readonly #windows: ServiceWindows;

  constructor(ask: Ask, lanes: Lanes) {
    this.#ask = ask;
    this.#windows = new ServiceWindows(ask, lanes);
  }

  /** End of the window; NaN when none is free, or the chosen one cannot be met. */
  latest(s: number, day: number, dispatchMs: number): number {
    const earliest = dispatchMs + sameDayTravelMs(this.#ask);
    const wanted = this.#ask.windowStartMs;
    if (wanted !== null) return this.#windows.chosen(s, day, earliest, wanted);
    return this.#windows.free(s, day, earliest, 1)[0]?.untilMs ?? NaN;
  }
}

/** Windows every shipment of a plan can meet, with the last instant to order for each. */
export function commonWindows(
  ask: Ask,
  lanes: Lanes,
  shipments: readonly PlannedShipment[],
  latestMs: number,
): readonly DeliveryWindow[] {
  const days = Math.max(1, Math.min(MAX_WINDOW_DAYS, ask.limits.windowDays ?? ask.network.terms.windowDays));
  const firstDay = lanes.clock.dayOf(latestMs);
  let common = windowsOf(ask, lanes, shipments[0]!, firstDay, days);
  for (let m = 1; m < shipments.length; m++)
    common = meeting(common, windowsOf(ask, lanes, shipments[m]!, firstDay, days));
  return common;
}

/** Windows both can meet, by the order that both need. */
function meeting(common: readonly DeliveryWindow[], others: readonly DeliveryWindow[]): DeliveryWindow[] {
  const both: DeliveryWindow[] = [];
  for (const { fromMs, untilMs, orderByMs } of common) {
    const same = others.find((o) => o.fromMs === fromMs && o.untilMs === untilMs);
    if (same) both.push({ fromMs, untilMs, orderByMs: Math.min(same.orderByMs, orderByMs) });
  }
  return both;
}

/** Windows one shipment can meet. */
function windowsOf(
  ask: Ask,
  lanes: Lanes,
  shipment: PlannedShipment,
  firstDay: number,
  days: number,
): DeliveryWindow[] {
  const s = ask.index.serviceNumber.get(shipment.serviceId ?? '');
  if (s === undefined) return [];
  const until = lanes.clock.dayStart(firstDay + days);
  const earliest = shipment.dispatchMs + sameDayTravelMs(ask);
  const pair = ask.index.pair(ask.network.findLocation(shipment.locationId)!, s);
  const windows: DeliveryWindow[] = [];
  let knownDay = NaN;
  let lastDay = NaN;
  for (const { fromMs, untilMs } of new ServiceWindows(ask, lanes).free(
    s,
    firstDay,
    earliest,
    24 * days,
    until,
  )) {
    const day = lanes.clock.dayOf(fromMs);
    // Windows of one day share the last day of collection.
    if (day !== knownDay) lastDay = lanes.calendars[s]!.latestDispatchDay(day, shipment.transitDays);
    knownDay = day;
    windows.push({ fromMs, untilMs, orderByMs: orderByFor(ask, pair, shipment, fromMs, lastDay) });
  }
  return windows;
}

/** Last instant to order for a window: the last collection that still arrives on its day. */
function orderByFor(
  ask: Ask,
  pair: number,
  shipment: PlannedShipment,
  fromMs: number,
  lastDay: number,
): number {
  const { day, pickup, lastStart, count } = ask.index.tables[pair]!.blockAt(shipment.startMs);
  // Collections, and the work begun for them, are in order of time: from the first that is too late on, all are.
  const travelMs = sameDayTravelMs(ask);
  let low = 0;
  let high = count;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (day[mid]! > lastDay || pickup[mid]! + travelMs > fromMs) high = mid;
    else low = mid + 1;
  }
  if (low === 0) return shipment.orderByMs;
  return Math.max(shipment.orderByMs, lastStart[low - 1]! - ask.index.releaseMs);
}
