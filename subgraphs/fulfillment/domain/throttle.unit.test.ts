import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf } from './work.fixture.ts';
import { intakeNow, type Load, type ThrottleTerms } from './throttle.ts';
import { checkedHours, checkedLimits, checkedUntil } from './throttleInput.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Half past ten in Paris. */
const nowMs = Date.UTC(2026, 2, 10, 9, 30);
const zone = 'Europe/Paris';
const idle: Load = { cameAtMs: [], atStep: {} };
const at = (terms: ThrottleTerms, load = idle, ms = nowMs) => intakeNow(terms, load, ms, zone);
const limits = (more: object) => ({ limits: { untilMs: nowMs + 10 * hourMs, maxPerStep: [], ...more } });

describe('what holds back new orders', () => {
  it('is nothing where nobody said anything', () => {
    expect(at({})).toEqual({ intake: { takesOrders: true }, nextMs: undefined });
  });
  it('is a pause until its very end', () => {
    const terms = { pausedUntilMs: nowMs + hourMs };
    expect(at(terms)).toEqual({
      intake: { takesOrders: false, heldBackBy: 'PAUSED' },
      nextMs: nowMs + hourMs,
    });
    expect(at(terms, idle, nowMs + hourMs).intake).toEqual({ takesOrders: true });
  });
  it('is a full hour until the order leaves it that made it full', () => {
    const cameAtMs = [50, 40, 5].map((minutes) => nowMs - minutes * minuteMs);
    const full = at(limits({ maxPerHour: 2 }), { cameAtMs, atStep: {} });
    expect(full).toEqual({
      intake: { takesOrders: false, heldBackBy: 'HOUR_FULL' },
      nextMs: nowMs + 20 * minuteMs,
    });
    const later = at(limits({ maxPerHour: 2 }), { cameAtMs, atStep: {} }, nowMs + 20 * minuteMs);
    expect(later.intake.takesOrders).toBe(true);
    expect(at(limits({ maxPerHour: 4 }), { cameAtMs, atStep: {} }).intake.takesOrders).toBe(true);
  });
  it('is a full step until work moves on or the limit ends', () => {
    const terms = limits({ maxPerStep: [{ step: 'TO_PICK', most: 3 }] });
    expect(at(terms, { cameAtMs: [], atStep: { TO_PICK: 2, PICKING: 9 } }).intake.takesOrders).toBe(true);
    const full = at(terms, { cameAtMs: [], atStep: { TO_PICK: 3 } });
    expect(full.intake.heldBackBy).toBe('STEP_FULL');
    expect(full.nextMs).toBe(nowMs + 10 * hourMs);
    expect(at(terms, { cameAtMs: [], atStep: { TO_PICK: 3 } }, nowMs + 10 * hourMs).intake.takesOrders).toBe(
      true,
    );
  });
  it('tells the opening hours of a day on that day only, whatever the clocks do that night', () => {
    const today = { day: '2026-03-28', hours: [{ opensAt: '10:00', closesAt: '12:00' }] };
    const evening = Date.UTC(2026, 2, 28, 22, 30);
    const during = at({ today }, idle, evening);
    expect(during.intake).toEqual({ takesOrders: true, today });
    expect(during.nextMs).toBe(Date.UTC(2026, 2, 28, 23));
    expect(at({ today }, idle, Date.UTC(2026, 2, 28, 23)).intake).toEqual({ takesOrders: true });
  });
  it('always changes when it says that it does, and never before', () => {
    const minutes = fc.integer({ min: -120, max: 240 });
    const terms = fc.record({
      pause: minutes,
      until: minutes,
      most: fc.integer({ min: 1, max: 3 }),
      came: fc.array(fc.integer({ min: 0, max: 70 }), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(terms, ({ pause, until, most, came }) => {
        const given: ThrottleTerms = {
          pausedUntilMs: nowMs + pause * minuteMs,
          limits: { untilMs: nowMs + until * minuteMs, maxPerHour: most, maxPerStep: [] },
        };
        const load = { cameAtMs: came.map((ago) => nowMs - ago * minuteMs), atStep: {} };
        const { intake, nextMs } = at(given, load);
        const end = nextMs ?? nowMs + 24 * hourMs;
        for (let ms = nowMs; ms < end; ms += 7 * minuteMs) expect(at(given, load, ms).intake).toEqual(intake);
      }),
    );
  });
});

describe('what somebody asks for', () => {
  it.each([nowMs, nowMs - 1, nowMs + 31 * 86_400_000])('does not end at %d', (untilMs) => {
    expect(codeOf(() => checkedUntil(untilMs, nowMs))).toBe('BAD_USER_INPUT');
  });
  it.each([
    [{ maxPerHour: 0, maxPerStep: [] }, 'INVALID_QUANTITY'],
    [{ maxPerStep: [{ step: 'TO_PICK' as const, most: 0 }] }, 'INVALID_QUANTITY'],
    [{ maxPerStep: [{ step: 'COLLECTED' as const, most: 1 }] }, 'BAD_USER_INPUT'],
    [
      {
        maxPerStep: [
          { step: 'PICKED' as const, most: 1 },
          { step: 'PICKED' as const, most: 2 },
        ],
      },
      'BAD_USER_INPUT',
    ],
  ])('is refused when it limits %j', (asked, code) => {
    expect(codeOf(() => checkedLimits(asked, nowMs))).toBe(code);
  });
  it('may be no limit any more', () => {
    expect(checkedLimits({ maxPerHour: null, maxPerStep: [] }, nowMs)).toBeUndefined();
  });
  it.each([
    [[{ opensAt: '12:00', closesAt: '10:00' }]],
    [[{ opensAt: '9:00', closesAt: '10:00' }]],
    [
      [
        { opensAt: '10:00', closesAt: '14:00' },
        { opensAt: '13:00', closesAt: '18:00' },
      ],
    ],
  ])('is refused with hours %j', (hours) => {
    expect(codeOf(() => checkedHours(hours))).toBe('BAD_USER_INPUT');
  });
  it('may be closed', () => {
    expect(checkedHours([])).toEqual([]);
  });
});
