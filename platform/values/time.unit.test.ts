import { describe, expect, it } from 'vitest';
import { dateIn, isTimeZone, parseDate, parseInstant } from './time.ts';

describe('places', () => {
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
