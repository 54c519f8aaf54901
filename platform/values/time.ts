import { Temporal } from 'temporal-polyfill';
import { codedError } from '../errors/codedError.ts';

/** Epoch ms to an instant. */
export function instantOf(ms: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(ms);
}

/** Epoch ms as ISO 8601 in UTC, such as 2026-03-29T01:00:00Z. */
export function isoOf(ms: number): string {
  if (!Number.isInteger(ms)) throw new RangeError('An instant is a whole number of milliseconds.');
  // Answers are full of instants: Date writes them many times faster than Temporal, but with idle zeros.
  const text = new Date(ms).toISOString();
  return ms % 1_000 === 0 ? `${text.slice(0, -5)}Z` : text.replace(/0+Z$/, 'Z');
}

/** Epoch ms of an ISO 8601 date-time with offset or Z; BAD_USER_INPUT otherwise. */
export function parseInstant(text: string, field = 'time'): number {
  return parse(() => Temporal.Instant.from(text).epochMilliseconds, field, 'an ISO 8601 time with an offset');
}

/** A calendar date from YYYY-MM-DD; BAD_USER_INPUT otherwise. */
export function parseDate(text: string, field = 'date'): Temporal.PlainDate {
  return parse(() => Temporal.PlainDate.from(text, { overflow: 'reject' }), field, 'a date as YYYY-MM-DD');
}

/** A wall-clock time from HH:MM or HH:MM:SS; BAD_USER_INPUT otherwise. */
export function parseTimeOfDay(text: string, field = 'time'): Temporal.PlainTime {
  return parse(() => Temporal.PlainTime.from(text, { overflow: 'reject' }), field, 'a time of day as HH:MM');
}

/** Does this machine know the IANA time zone? */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}

/** What clocks on a wall in `zone` show at `ms`. */
export function zonedOf(ms: number, zone: string): Temporal.ZonedDateTime {
  return instantOf(ms).toZonedDateTimeISO(zone);
}

/** The calendar date in `zone` at `ms`. */
export function dateIn(ms: number, zone: string): Temporal.PlainDate {
  return zonedOf(ms, zone).toPlainDate();
}

/**
 * Epoch ms of a wall-clock time in `zone`. A time the clocks skip (spring) is moved later by the gap; of a time that
 * comes twice (autumn) the first is taken.
 */
export function atWallClock(
  date: Temporal.PlainDate,
  time: Temporal.PlainTime | string,
  zone: string,
): number {
  const plainTime = typeof time === 'string' ? parseTimeOfDay(time) : time;
  return date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
}

/** Which days count. Weekdays are ISO numbers, 1 Monday to 7 Sunday; holidays are YYYY-MM-DD. */
export interface DayCalendar {
  readonly weekdays: ReadonlySet<number>;
  readonly holidays: ReadonlySet<string>;
}

/** Does work happen on this date in this calendar? */
export function isBusinessDay(date: Temporal.PlainDate, calendar: DayCalendar): boolean {
  return calendar.weekdays.has(date.dayOfWeek) && !calendar.holidays.has(date.toString());
}

/** Far enough for every real calendar; a calendar without any open day must not loop for ever. */
const horizonDays = 1_000;

/** `date` itself when it counts, otherwise the next date that does; undefined when none comes in 1,000 days. */
export function businessDayOnOrAfter(
  date: Temporal.PlainDate,
  calendar: DayCalendar,
): Temporal.PlainDate | undefined {
  let day = date;
  for (let hops = 0; hops < horizonDays; hops++, day = day.add({ days: 1 })) {
    if (isBusinessDay(day, calendar)) return day;
  }
  return undefined;
}

/** The date `days` business days after `date` (0: the first business day on or after it). */
export function addBusinessDays(
  date: Temporal.PlainDate,
  days: number,
  calendar: DayCalendar,
): Temporal.PlainDate | undefined {
  let day = businessDayOnOrAfter(date, calendar);
  for (let left = days; left > 0 && day !== undefined; left--) {
    day = businessDayOnOrAfter(day.add({ days: 1 }), calendar);
  }
  return day;
}

function parse<T>(read: () => T, field: string, expected: string): T {
  try {
    return read();
  } catch {
    throw codedError('BAD_USER_INPUT', `${field} must be ${expected}.`, { field });
  }
}
