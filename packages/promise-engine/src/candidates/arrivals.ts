import type { Lanes } from '../network/lanes.ts';
import type { CarrierCalendar } from '../time/carrierCalendar.ts';
import { weekdayOf } from '../time/zoneClock.ts';
import type { Ask } from '../question/ask.ts';
import { WHY, type Why } from './refusals.ts';

/** How a method turns an arrival into a date. */
export interface ArrivalRule {
  /** Only this local day counts (same day); NaN = any. */
  readonly onlyDay: number;
  readonly weekendOnly: boolean;
  /** null = by the end of the service's delivery hours. */
  readonly settling: Settling | null;
}

/** A method's own adjustment of arrivals: windows, opening hours of a store. */
export interface Settling {
  /** The latest instant for what a service brings on a local day; NaN when there is none. */
  latest(service: number, day: number, dispatchMs: number): number;
}

/** Whenever the service brings it. */
export const ANY_DAY: ArrivalRule = { onlyDay: NaN, weekendOnly: false, settling: null };

/** Transit days whose arrivals are remembered while one service is worked through. */
const REMEMBERED = 32;

/**
 * When parcels of one service arrive. Its candidates leave on few different days and travel few different numbers of
 * days, so what each pair leads to is worked out once.
 */
export class Arrivals {
  /** The local day and the latest instant of the arrival asked for last. */
  day = 0;
  latestMs = 0;
  #ask: Ask | null = null;
  #lanes: Lanes | null = null;
  #calendar: CarrierCalendar | null = null;
  #rule: ArrivalRule | null = null;
  #s = 0;
  #horizonMs = 0;
  /** What is remembered holds for one service of one question: its number here tells which. */
  #run = 0;
  /** By transit days: the collection day last seen, and what it led to. */
  readonly #runOf = new Float64Array(REMEMBERED);
  readonly #dispatchDay = new Int32Array(REMEMBERED);
  readonly #arrivalDay = new Int32Array(REMEMBERED);
  readonly #latest = new Float64Array(REMEMBERED);
  /** By transit days: days late at the earliest. */
  readonly #lateRunOf = new Float64Array(REMEMBERED);
  readonly #late = new Int32Array(REMEMBERED);

  /** Starts a service. */
  begin(ask: Ask, lanes: Lanes, s: number, rule: ArrivalRule): void {
    this.#ask = ask;
    this.#lanes = lanes;
    this.#calendar = lanes.calendars[s]!;
    this.#rule = rule;
    this.#s = s;
    this.#horizonMs = Math.min(ask.latestAllowedMs, ask.horizonMs);
    this.#run++;
  }

  /** Days late of a parcel that travels `days` and leaves at once; whatever happens to it only makes it later. */
  earliestLate(days: number): number {
    if (days >= REMEMBERED) return 0;
    if (this.#lateRunOf[days] === this.#run) return this.#late[days]!;
    const ask = this.#ask!;
    this.#lateRunOf[days] = this.#run;
    const late = this.#calendar!.arrival(ask.startDay, days) - ask.lateFromDay;
    return (this.#late[days] = late > 0 ? late : 0);
  }

  /** Works out the arrival of a collection; the reason when there is none. Fills `day` and `latestMs`. */
  reach(days: number, dispatchDay: number, pickupMs: number): Why | null {
    // Those that travel no day, or more than are remembered, are worked out each time.
    const slot = days < REMEMBERED ? days : 0;
    if (slot === 0 || this.#runOf[slot] !== this.#run || this.#dispatchDay[slot] !== dispatchDay) {
      const refusal = this.#arrive(dispatchDay, days, pickupMs);
      this.#runOf[slot] = refusal === null ? this.#run : this.#run - 1;
      if (refusal !== null) return refusal;
      this.#dispatchDay[slot] = dispatchDay;
      this.#arrivalDay[slot] = this.day;
      this.#latest[slot] = this.latestMs;
      return null;
    }
    this.day = this.#arrivalDay[slot]!;
    this.latestMs = this.#latest[slot]!;
    return null;
  }

  #arrive(dispatchDay: number, days: number, pickupMs: number): Why | null {
    const { addDays, latestAllowedMs } = this.#ask!;
    const calendar = this.#calendar!;
    const rule = this.#rule!;
    let day = calendar.arrival(dispatchDay, days);
    if (addDays > 0 && day >= 0) day = calendar.deliveryDay(day + addDays);
    if (rule.weekendOnly) day = weekendDay(day, calendar);
    if (day < 0) return WHY.BEYOND_HORIZON;
    if (rule.onlyDay === rule.onlyDay && day !== rule.onlyDay) return WHY.CUT_OFF_PASSED;
    const { clock, untilMinute } = this.#lanes!;
    const latest = rule.settling
      ? rule.settling.latest(this.#s, day, pickupMs)
      : clock.at(day, untilMinute[this.#s]!);
    if (!(latest >= 0)) return WHY.WINDOWS_SOLD;
    if (latest > this.#horizonMs) return latest > latestAllowedMs ? WHY.TOO_LATE : WHY.BEYOND_HORIZON;
    this.latestMs = latest;
    this.day = rule.settling ? clock.dayOf(latest) : day;
    return null;
  }
}

/** The first Saturday or Sunday not before `day` on which the service delivers; -1 when it never does. */
function weekendDay(day: number, calendar: CarrierCalendar): number {
  for (let d = day, i = 0; d >= 0 && i < 14; i++) {
    if (weekdayOf(d) >= 5) return d;
    d = calendar.deliveryDay(d + 1);
  }
  return -1;
}
