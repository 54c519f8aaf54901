import { describe, expect, it } from 'vitest';
import { parseWallTime, wallDate, wallDay } from './wallTime.ts';

describe('parseWallTime', () => {
  it('reads a date with a time, and a date alone as its midnight', () => {
    expect(parseWallTime('2017-11-24 23:59:01')).toBe(Date.UTC(2017, 10, 24, 23, 59, 1));
    expect(parseWallTime('2016-02-29')).toBe(Date.UTC(2016, 1, 29));
  });

  it.each([
    '',
    '2017-02-29 00:00:00',
    '2017-13-01',
    '2017-1-1',
    '2017-01-01 24:00:00',
    '24/11/2017',
    '2017-01-01 10:0a:00',
  ])('refuses %j', (text) => {
    expect(parseWallTime(text)).toBeNaN();
  });

  it('gives calendar days and dates', () => {
    const lateEvening = parseWallTime('1970-01-03 23:59:59');
    expect(wallDay(lateEvening)).toBe(2);
    expect(wallDate(lateEvening)).toBe('1970-01-03');
  });
});
