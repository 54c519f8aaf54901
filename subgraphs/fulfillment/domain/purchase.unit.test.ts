import { describe, expect, it } from 'vitest';
import { answerByMs } from './purchase.ts';

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '08:00', closesAt: '17:00' }));
const supplier = { openingHours: weekdays, closedDays: ['2026-05-14'], timeZone: 'Europe/Paris' };
const at = (text: string): number => Date.parse(text);

describe('until when a supplier answers', () => {
  it.each([
    ['on a working day: a day later', '2026-05-11T10:00+02:00', 24, '2026-05-12T10:00+02:00'],
    ['before a closed day: the day after it', '2026-05-13T10:00+02:00', 24, '2026-05-15T10:00+02:00'],
    ['on Friday: on Monday', '2026-05-15T18:00+02:00', 24, '2026-05-18T18:00+02:00'],
    ['on Saturday: by the end of Monday', '2026-05-16T12:00+02:00', 24, '2026-05-19T00:00+02:00'],
    ['over the night when clocks go back', '2026-10-23T10:00+02:00', 24, '2026-10-26T10:00+01:00'],
    ['in a few hours', '2026-05-11T10:00+02:00', 4, '2026-05-11T14:00+02:00'],
  ])('%s', (_what, now, hours, by) => {
    expect(new Date(answerByMs(supplier, at(now), hours))).toEqual(new Date(by));
  });
  it('counts every hour where no opening hours are known, and ends where nobody ever works', () => {
    const now = at('2026-05-16T12:00Z');
    expect(answerByMs({ ...supplier, openingHours: [] }, now, 24)).toBe(now + 24 * 3_600_000);
    const [monday] = weekdays;
    const never = Array.from({ length: 400 }, (_, n) =>
      new Date(now + n * 86_400_000).toISOString().slice(0, 10),
    );
    const asleep = { ...supplier, openingHours: monday === undefined ? [] : [monday], closedDays: never };
    expect(answerByMs(asleep, now, 24)).toBeLessThan(now + 63 * 86_400_000);
  });
});
