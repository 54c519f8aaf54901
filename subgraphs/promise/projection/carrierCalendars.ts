import type { LocationFacts } from '../domain/facts.ts';
import { calendarRange, calendarYears } from '../domain/network/calendarRange.ts';
import { createHolidayBook } from '../../../platform/values/holidays.ts';

/** A promise looks at least so far ahead: holidays there must be known, too. */
const lookAheadDays = 10;
/** Carriers' calendars are laid out for questions no further from now. */
const furthestMs = 3 * 366 * 86_400_000;

const yearOf = (ms: number): number => new Date(ms).getUTCFullYear();

/** Public holidays by destination: carriers rest on them, whatever shops do. */
export class CarrierCalendars {
  readonly #book = createHolidayBook();
  readonly #holidayNumbers = new Set<number>();
  /** First and last year that calendars are laid out for. */
  #years: readonly [number, number] = [Infinity, -Infinity];
  /** Years for which shops have named the days they are closed; null: they name none. */
  #shopYears: ReturnType<typeof calendarYears> = null;

  /** Reaches out to now and an instant asked about; true when holidays must be laid out anew for it. */
  reach(nowMs: number, atMs: number): boolean {
    // Whoever asks about another century is refused; nothing is laid out for it.
    const nearMs = Math.min(Math.max(atMs, nowMs - furthestMs), nowMs + furthestMs);
    const asked = [yearOf(nowMs), yearOf(nearMs)];
    const [first, last] = [Math.min(...asked) - 1, Math.max(...asked) + 2];
    if (first >= this.#years[0] && last <= this.#years[1]) return false;
    this.#years = [Math.min(first, this.#years[0]), Math.max(last, this.#years[1])];
    return true;
  }

  /** Holidays of destinations as ISO dates, over the years reached. */
  layOut(destinations: Iterable<string>): Record<string, string[]> {
    const found: Record<string, string[]> = {};
    this.#holidayNumbers.clear();
    for (const destination of destinations) {
      const days = this.#daysOf(destination);
      found[destination] = days;
      for (const day of days) this.#holidayNumbers.add(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
    }
    return found;
  }

  /** Takes over which years shops speak for; gives the dates that can be promised, null for any. */
  rangeOf(shops: Iterable<LocationFacts>, nowMs: number): ReturnType<typeof calendarRange> {
    this.#shopYears = calendarYears(shops);
    return calendarRange(this.#shopYears, nowMs);
  }

  /** Whether holidays of a country are known at a day (days since 1970-01-01) and as far as a promise looks. */
  knows(country: string, day: number): boolean {
    return [day, day + lookAheadDays].every((each) => {
      const year = yearOf(each * 86_400_000);
      const shops = this.#shopYears;
      const byShops = shops === null || (shops.first <= year && year <= shops.last);
      return byShops && this.#book(country, year) !== undefined;
    });
  }

  /** Whether a day (days since 1970-01-01) is a public holiday in some country of the retailer. */
  isHoliday(day: number): boolean {
    return this.#holidayNumbers.has(day);
  }

  #daysOf(destination: string): string[] {
    const days: string[] = [];
    for (let year = this.#years[0]; year <= this.#years[1]; year++)
      days.push(...(this.#book(destination, year) ?? []));
    return days;
  }
}
