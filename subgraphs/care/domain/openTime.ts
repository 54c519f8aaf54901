import { Temporal } from 'temporal-polyfill';
import { zonedOf } from '../../../platform/values/time.ts';

/** When the desk is there. */
export interface DeskHours {
  /** IANA zone of its wall. */
  readonly zone: string;
  /** Weekday (1 is Monday) with opening and closing, HH:MM; several a day are allowed, none over midnight. */
  readonly hours: readonly {
    readonly weekday: number;
    readonly opensAt: string;
    readonly closesAt: string;
  }[];
  /** Local days, YYYY-MM-DD, on which it is closed. */
  readonly closedDays: readonly string[];
}

/** Furthest day that is looked at: a desk that never opens has no due time. */
const maxDays = 400;

interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

function* spansFrom(fromMs: number, desk: DeskHours): Generator<Span> {
  let day = zonedOf(fromMs, desk.zone).toPlainDate();
  for (let count = 0; count < maxDays; count += 1, day = day.add({ days: 1 })) {
    if (desk.closedDays.includes(day.toString())) continue;
    const today = desk.hours
      .filter(({ weekday }) => weekday === day.dayOfWeek)
      .sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1));
    for (const { opensAt, closesAt } of today) {
      const at = (plainTime: string): number =>
        day.toZonedDateTime({ timeZone: desk.zone, plainTime: Temporal.PlainTime.from(plainTime) })
          .epochMilliseconds;
      const span = { fromMs: Math.max(fromMs, at(opensAt)), untilMs: at(closesAt) };
      if (span.untilMs > span.fromMs) yield span;
    }
  }
}

/** When so much time of an open desk will have passed since `fromMs`; undefined if the desk never opens long enough. */
export function addOpenMs(fromMs: number, openMs: number, desk: DeskHours): number | undefined {
  let left = openMs;
  for (const { fromMs: opens, untilMs } of spansFrom(fromMs, desk)) {
    if (left <= untilMs - opens) return opens + left;
    left -= untilMs - opens;
  }
  return undefined;
}

/** How much time of an open desk lies between two moments. */
export function openMsBetween(fromMs: number, toMs: number, desk: DeskHours): number {
  let sum = 0;
  for (const span of spansFrom(fromMs, desk)) {
    if (span.fromMs >= toMs) break;
    sum += Math.min(span.untilMs, toMs) - span.fromMs;
  }
  return sum;
}
