import type { OpeningCalendar, OpenSpan } from '../model/networkConfig.ts';
import {
  dayOfIso,
  isoOfDay,
  minutesOf,
  weekdayOf,
  zoneClock,
  type ZoneClock,
  MINUTE_MS,
} from './zoneClock.ts';

/** Open spans of a stretch of days, as instants, with the working time before each. */
interface Block {
  /** The block answers for instants from here on, and before there. */
  readonly fromMs: number;
  readonly untilMs: number;
  readonly open: Float64Array;
  readonly close: Float64Array;
  readonly before: Float64Array;
  readonly count: number;
}

const STEP = 64;
const LEAD = 32;
const LENGTH = 192;

/** Working time of one calendar: adds and subtracts minutes that count only while the place is open. */
export class OpenHours {
  readonly clock: ZoneClock;
  /** Read once: a block of months asks for them day by day. */
  readonly #weekly: readonly (readonly Minutes[])[];
  readonly #exceptions: ReadonlyMap<string, readonly Minutes[]>;
  readonly #closed: ReadonlySet<number>;
  readonly #blocks = new Map<number, Block>();
  /** The block asked for last: nearly always the one asked for next. */
  #last: Block | null = null;

  constructor(calendar: OpeningCalendar, timeZone: string) {
    this.clock = zoneClock(timeZone);
    this.#weekly = calendar.weekly.map(inMinutes);
    const exceptions = Object.entries(calendar.exceptions ?? {});
    this.#exceptions = new Map(exceptions.map(([date, spans]) => [date, inMinutes(spans)]));
    this.#closed = new Set((calendar.closedDates ?? []).map(dayOfIso));
  }

  /** Instant at which `workMs` of work begun at `startMs` is done; NaN when the place stays closed for months. */
  addWork(startMs: number, workMs: number): number {
    const b = this.#blockAt(startMs);
    let i = firstAbove(b.close, b.count, startMs);
    if (i >= b.count) return NaN;
    const target = b.before[i]! + Math.max(0, startMs - b.open[i]!) + workMs;
    while (i < b.count && b.before[i]! + (b.close[i]! - b.open[i]!) < target) i++;
    return i >= b.count ? NaN : b.open[i]! + (target - b.before[i]!);
  }

  /** Latest start from which `workMs` (> 0) of work is done by `deadlineMs`; NaN when there is none. */
  latestStart(deadlineMs: number, workMs: number): number {
    const b = this.#blockAt(deadlineMs);
    let i = firstAbove(b.open, b.count, deadlineMs - 1) - 1;
    if (i < 0) return NaN;
    const target = b.before[i]! + Math.min(deadlineMs, b.close[i]!) - b.open[i]! - workMs;
    while (i >= 0 && b.before[i]! > target) i--;
    return i < 0 ? NaN : b.open[i]! + (target - b.before[i]!);
  }

  /** First instant at or after `ms` at which the place is open; NaN when it stays closed for months. */
  nextOpen(ms: number): number {
    const b = this.#blockAt(ms);
    const i = firstAbove(b.close, b.count, ms);
    return i >= b.count ? NaN : Math.max(ms, b.open[i]!);
  }

  /** Whether the place opens at all on a local day. */
  opensOn(day: number): boolean {
    return !Number.isNaN(this.lastClose(this.clock.dayStart(day)));
  }

  /** Last closing instant of the local day of `ms`; NaN when closed all day. */
  lastClose(ms: number): number {
    const b = this.#blockAt(ms);
    const dayEnd = this.clock.dayStart(this.clock.dayOf(ms) + 1);
    const i = firstAbove(b.open, b.count, dayEnd - 1) - 1;
    return i < 0 || b.close[i]! <= this.clock.dayStart(this.clock.dayOf(ms)) ? NaN : b.close[i]!;
  }

  #blockAt(ms: number): Block {
    const last = this.#last;
    if (last !== null && ms >= last.fromMs && ms < last.untilMs) return last;
    const key = Math.floor(this.clock.dayOf(ms) / STEP);
    let block = this.#blocks.get(key);
    if (!block) {
      // A running system only moves forward: the oldest stretch is the one nobody asks for again.
      if (this.#blocks.size >= 3) this.#blocks.delete(this.#blocks.keys().next().value!);
      block = this.#build(key * STEP);
      this.#blocks.set(key, block);
    }
    return (this.#last = block);
  }

  #build(keyDay: number): Block {
    const firstDay = keyDay - LEAD;
    const spans: [number, number][] = [];
    for (let day = firstDay; day < firstDay + LENGTH; day++) {
      for (const [from, until] of this.#hoursOf(day)) {
        const open = this.clock.at(day, from);
        const close = this.clock.at(day, until);
        if (close > open) spans.push([open, close]);
      }
    }
    spans.sort((a, b) => a[0] - b[0]);
    return toBlock(mergeSpans(spans), this.clock.dayStart(keyDay), this.clock.dayStart(keyDay + STEP));
  }

  /** Opening and closing minutes of a local day. */
  #hoursOf(day: number): readonly Minutes[] {
    const exception = this.#exceptions.size > 0 ? this.#exceptions.get(isoOfDay(day)) : undefined;
    if (exception) return exception;
    return this.#closed.has(day) ? [] : (this.#weekly[weekdayOf(day)] ?? []);
  }
}

/** Opening and closing minute of a span. */
type Minutes = readonly [open: number, close: number];

const inMinutes = (spans: readonly OpenSpan[]): Minutes[] =>
  spans.map(({ open, close }) => [minutesOf(open), minutesOf(close)]);

/** Joins spans that touch or overlap, so that a place open around the clock is one span per stretch. */
function mergeSpans(spans: readonly [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [open, close] of spans) {
    const last = merged.at(-1);
    if (last && open < last[1]) last[1] = Math.max(last[1], close);
    else merged.push([open, close]);
  }
  return merged;
}

function toBlock(spans: readonly [number, number][], fromMs: number, untilMs: number): Block {
  const n = spans.length;
  const block = {
    fromMs,
    untilMs,
    open: new Float64Array(n),
    close: new Float64Array(n),
    before: new Float64Array(n),
    count: n,
  };
  let worked = 0;
  spans.forEach(([open, close], i) => {
    block.open[i] = open;
    block.close[i] = close;
    block.before[i] = worked;
    worked += close - open;
  });
  return block;
}

/** Index of the first element above `x` in an ascending array. */
export function firstAbove(values: Float64Array, count: number, x: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (values[mid]! > x) high = mid;
    else low = mid + 1;
  }
  return low;
}

/** Minutes to milliseconds, at least one minute: work without duration would have no deadline. */
export const workMs = (minutes: number): number => Math.max(1, minutes) * MINUTE_MS;
