import Holidays from 'date-holidays';
import { parentOf } from '@promesse/geography/territories';

/** Public holidays of a destination by year, as ISO dates; undefined where no calendar is known. */
export type HolidayBook = (destination: string, year: number) => readonly string[] | undefined;

/** Parts of a country that the calendars know as its regions. */
const regions: Readonly<Record<string, readonly [country: string, region: string]>> = {
  'GB-NIR': ['GB', 'NIR'],
  'PT-ACO': ['PT', '20'],
  'PT-MAD': ['PT', '30'],
};

const countries = new Holidays().getCountries();

function calendarOf(destination: string): Holidays | undefined {
  const region = regions[destination];
  if (region !== undefined) return new Holidays(...region);
  const code = [destination, parentOf(destination)].find((each) => countries[each] !== undefined);
  return code === undefined ? undefined : new Holidays(code);
}

/**
 * Public holidays from date-holidays, worked out once for each destination and year: carriers rest on them wherever
 * the retailer has shops or none.
 */
export function createHolidayBook(): HolidayBook {
  const calendars = new Map<string, Holidays | undefined>();
  const dates = new Map<string, readonly string[] | undefined>();
  return (destination, year) => {
    const key = `${destination} ${year}`;
    if (dates.has(key)) return dates.get(key);
    if (!calendars.has(destination)) calendars.set(destination, calendarOf(destination));
    const days = calendars
      .get(destination)
      ?.getHolidays(year, 'en')
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10));
    const known = days === undefined || days.length === 0 ? undefined : [...new Set(days)];
    dates.set(key, known);
    return known;
  };
}
