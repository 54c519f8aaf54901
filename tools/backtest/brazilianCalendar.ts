import Holidays from 'date-holidays';
import type { DayCalendar } from '@promesse/promise-engine/learning/facts';
import { DAY_MS, weekdayOf } from '@promesse/promise-engine/learning/facts';

/** National holidays of Brazil, carnival's Monday and Tuesday included, years inclusive. */
export function brazilianCalendar(firstYear: number, lastYear: number): DayCalendar {
  const source = new Holidays('BR');
  const holidays = new Set<number>();
  for (let year = firstYear; year <= lastYear; year++) {
    for (const holiday of source.getHolidays(year)) {
      if (holiday.type !== 'public' && !/carnaval/i.test(holiday.name)) continue;
      const day = Date.parse(`${holiday.date.slice(0, 10)}T00:00:00Z`) / DAY_MS;
      // Elections and carnival's Saturday fall on days that are quiet anyway.
      if (weekdayOf(day) !== 0 && weekdayOf(day) !== 6) holidays.add(day);
    }
  }
  return { isHoliday: (day) => holidays.has(day) };
}
