import type { LocationFacts } from '../facts.ts';

const yearMs = 366 * 86_400_000;

/** First and last year that the closing days of places speak of; null when no place has named any. */
export function calendarYears(places: Iterable<LocationFacts>): { first: number; last: number } | null {
  const years = new Set(
    [...places].flatMap(({ closedDays }) => closedDays.map((day) => Number(day.slice(0, 4)))),
  );
  return years.size === 0 ? null : { first: Math.min(...years), last: Math.max(...years) };
}

/**
 * The dates a promise can be asked for: the years for which holidays are known, and a year around now in any case, as a
 * retailer that has not named next year's holidays yet still sells. Null: no calendar says anything, so any date.
 */
export function calendarRange(
  years: { readonly first: number; readonly last: number } | null,
  nowMs: number,
): readonly [first: string, last: string] | null {
  if (years === null) return null;
  const date = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const [first, last] = [`${years.first}-01-01`, `${years.last}-12-31`];
  const [before, after] = [date(nowMs - yearMs), date(nowMs + yearMs)];
  return [first < before ? first : before, last > after ? last : after];
}
