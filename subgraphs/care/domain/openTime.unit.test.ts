import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOpenMs, openMsBetween, type DeskHours } from './openTime.ts';

const hourMs = 3_600_000;
const desk: DeskHours = {
  zone: 'Europe/Paris',
  hours: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opensAt: '09:00', closesAt: '12:00' },
    { weekday, opensAt: '13:00', closesAt: '18:00' },
  ]),
  closedDays: ['2026-04-06'],
};
const at = (iso: string): number => Date.parse(iso);

describe('the time of an open desk', () => {
  it.each([
    ['within a morning', '2026-03-10T09:00:00Z', 1, '2026-03-10T10:00:00Z'],
    ['over lunch', '2026-03-10T10:00:00Z', 2, '2026-03-10T13:00:00Z'],
    ['over a night', '2026-03-10T16:00:00Z', 2, '2026-03-11T09:00:00Z'],
    ['from before it opens', '2026-03-10T02:00:00Z', 1, '2026-03-10T09:00:00Z'],
    // Friday evening to Monday, over the night in which summer time begins.
    ['over a weekend with a change of the clock', '2026-03-27T16:00:00Z', 2, '2026-03-30T08:00:00Z'],
    // Easter Monday is closed.
    ['over a holiday', '2026-04-03T15:00:00Z', 2, '2026-04-07T08:00:00Z'],
  ])('passes %s', (_what, from, hours, until) => {
    expect(addOpenMs(at(from), hours * hourMs, desk)).toBe(at(until));
  });

  it('is the same counted forwards and between', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 * 24 }),
        fc.integer({ min: 1, max: 60 * 40 }),
        (startHour, minutes) => {
          const from = at('2026-01-01T00:00:00Z') + startHour * hourMs;
          const until = addOpenMs(from, minutes * 60_000, desk) ?? 0;
          expect(openMsBetween(from, until, desk)).toBe(minutes * 60_000);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never passes at a desk that is never open', () => {
    expect(addOpenMs(0, 1, { ...desk, hours: [] })).toBeUndefined();
  });
});
