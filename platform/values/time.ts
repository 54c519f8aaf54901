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

function parse<T>(read: () => T, field: string, expected: string): T {
  try {
    return read();
  } catch {
    throw codedError('BAD_USER_INPUT', `${field} must be ${expected}.`, { field });
  }
}
