import type { PickupSchedule } from '../model/networkConfig.ts';
import { firstAbove, type OpenHours } from './openHours.ts';
import { dayOfIso, minutesOf, weekdayOf, MINUTE_MS } from './zoneClock.ts';

/** Collections of a stretch of days. `lastStart[i]`: work begun later misses collection i. */
export interface DispatchBlock {
  /** The block answers for work begun from here on, and before there. */
  readonly fromMs: number;
  readonly untilMs: number;
  readonly pickup: Float64Array;
  readonly lastStart: Float64Array;
  readonly day: Int32Array;
  readonly count: number;
}

const STEP = 32;
const AHEAD = 72;

/**
 * When parcels of one location leave with one service: for every collection the latest start of work that
 * still makes it, from opening hours, handling time, the carrier's schedule and the order cut-off. Built once
 * per stretch of days; the question "which collection does work begun at t make" is then a search in an array.
 */
export class DispatchTable {
  readonly #hours: OpenHours;
  readonly #schedule: PickupSchedule;
  readonly #workMs: number;
  readonly #releaseMs: number;
  readonly #closed: ReadonlySet<number>;
  /** Minutes of the collections by weekday, in order. */
  readonly #minutes: readonly (readonly number[])[];
  readonly #blocks = new Map<number, DispatchBlock>();
  /** The block asked for last: nearly always the one asked for next. */
  #last: DispatchBlock | null = null;

  /** @param workMs handling in working time. @param releaseMs from order to start of work. */
  constructor(hours: OpenHours, schedule: PickupSchedule, workMs: number, releaseMs: number) {
    this.#hours = hours;
    this.#schedule = schedule;
    this.#workMs = workMs;
    this.#releaseMs = releaseMs;
    this.#minutes = schedule.weekly.map((times) => times.toSorted().map(minutesOf));
    this.#closed = new Set((schedule.closedDates ?? []).map(dayOfIso));
  }

  /** The stretch that holds the collections after `startMs`. */
  blockAt(startMs: number): DispatchBlock {
    const last = this.#last;
    if (last !== null && startMs >= last.fromMs && startMs < last.untilMs) return last;
    const key = Math.floor(this.#hours.clock.dayOf(startMs) / STEP);
    let block = this.#blocks.get(key);
    if (!block) {
      if (this.#blocks.size >= 2) this.#blocks.delete(this.#blocks.keys().next().value!);
      block = this.#build(key * STEP);
      this.#blocks.set(key, block);
    }
    return (this.#last = block);
  }

  /** Index in `block` of the first collection that work begun at `startMs` makes; `count` when none. */
  first(block: DispatchBlock, startMs: number): number {
    const i = firstAbove(block.lastStart, block.count, startMs);
    return i > 0 && block.lastStart[i - 1] === startMs ? i - 1 : i;
  }

  #build(firstDay: number): DispatchBlock {
    const { clock } = this.#hours;
    const before = (this.#schedule.readyMinutesBefore ?? 0) * MINUTE_MS;
    const { orderCutOff } = this.#schedule;
    const cutOff = orderCutOff === undefined ? undefined : minutesOf(orderCutOff);
    const rows: [number, number, number][] = [];
    let best = -Infinity;
    for (let day = firstDay; day < firstDay + AHEAD; day++) {
      // Nobody hands anything over at a place that does not open that day, whatever the carrier's schedule says.
      if (this.#closed.has(day) || !this.#hours.opensOn(day)) continue;
      for (const minute of this.#minutes[weekdayOf(day)] ?? []) {
        const pickup = clock.at(day, minute);
        let lastStart = this.#hours.latestStart(pickup - before, this.#workMs);
        if (cutOff !== undefined) {
          lastStart = Math.min(lastStart, clock.at(day, cutOff) + this.#releaseMs);
        }
        // A collection that no later start can make better than an earlier one serves nobody.
        if (!(lastStart > best)) continue;
        best = lastStart;
        rows.push([pickup, lastStart, day]);
      }
    }
    return {
      fromMs: clock.dayStart(firstDay),
      untilMs: clock.dayStart(firstDay + STEP),
      pickup: Float64Array.from(rows, (r) => r[0]),
      lastStart: Float64Array.from(rows, (r) => r[1]),
      day: Int32Array.from(rows, (r) => r[2]),
      count: rows.length,
    };
  }
}
