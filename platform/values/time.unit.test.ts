import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays, atWallClock, businessDayOnOrAfter, dateIn, isoOf, isTimeZone, parseDate, parseInstant,
} from './time.ts'; // prettier-ignore

const weekdaysOnly = { weekdays: new Set([1, 2, 3, 4, 5]), holidays: new Set(['2026-04-06', '2026-05-01']) };

describe('wall clocks', () => {
  it('moves a time that spring skips later by the gap', () => {
    expect(isoOf(atWallClock(parseDate('2026-03-29'), '02:30', 'Europe/Paris'))).toBe('2026-03-29T01:30:00Z');
  });
  it('takes the first of a time that autumn brings twice', () => {
    expect(isoOf(atWallClock(parseDate('2026-10-25'), '02:30', 'Europe/Paris'))).toBe('2026-10-25T00:30:00Z');
  });
  it('knows the date of a place, not of the machine', () => {
    const ms = parseInstant('2026-03-28T23:30:00Z');
    expect(dateIn(ms, 'Europe/Paris').toString()).toBe('2026-03-29');
    expect(dateIn(ms, 'America/New_York').toString()).toBe('2026-03-28');
  });
  it.each(['Europe/Paris', 'America/Sao_Paulo'])('knows %s', (zone) => expect(isTimeZone(zone)).toBe(true));
  it.each(['Mars/Base', '+02:00', ''])('does not take %j for a time zone', (zone) =>
    expect(isTimeZone(zone)).toBe(false),
  );
});

describe('parsing', () => {
  it.each(['2026-02-30', '26-01-01', 'tomorrow', ''])('refuses the date %j', (text) => {
    expect(() => parseDate(text)).toThrow('YYYY-MM-DD');
  });
  it.each(['2026-02-03T10:00:00', '2026-02-03', 'now'])('refuses the instant %j', (text) => {
    expect(() => parseInstant(text)).toThrow('ISO 8601');
  });
});

describe('business days', () => {
  it('steps over weekends and holidays', () => {
    expect(businessDayOnOrAfter(parseDate('2026-04-04'), weekdaysOnly)?.toString()).toBe('2026-04-07');
    expect(addBusinessDays(parseDate('2026-04-30'), 1, weekdaysOnly)?.toString()).toBe('2026-05-04');
    expect(addBusinessDays(parseDate('2026-04-04'), 0, weekdaysOnly)?.toString()).toBe('2026-04-07');
  });
  it('says so when no day is ever open', () => {
    expect(
      businessDayOnOrAfter(parseDate('2026-01-01'), { weekdays: new Set(), holidays: new Set() }),
    ).toBeUndefined();
  });
  it('adding days one by one is adding them at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 30 }), (offset, days) => {
        const start = parseDate('2026-01-01').add({ days: offset });
        let day = addBusinessDays(start, 0, weekdaysOnly);
        for (let step = 0; step < days && day !== undefined; step++)
          day = addBusinessDays(day, 1, weekdaysOnly);
        return day?.toString() === addBusinessDays(start, days, weekdaysOnly)?.toString();
      }),
      { numRuns: 60 },
    );
  });
});
