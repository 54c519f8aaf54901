import { describe, expect, it } from 'vitest';
import { chanceOfLate, silenceOfLost, type Journey, type TransitSample } from './transit.ts';
import type { OrderView, ParcelView } from './views.ts';
import { nextLookMs, watchOrder, watchParcel, type ParcelWatch } from './watch.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const start = Date.UTC(2026, 2, 10, 12);
const settings = {
  lateDispatchGraceHours: 4,
  labelNotScannedDays: 2,
  ...{ lostAfterSilenceDays: 7, customsSilentDays: 5, lostAfterCustomsDays: 30 },
  ...{ predictedLateFrom: 0.6, predictedLateEarlyFrom: 0.9, predictedLateHours: 36 },
};
const parcel: ParcelView = {
  ...{
    _id: 'p',
    orderId: 'o',
    toStore: false,
    serviceCode: 's',
    tracking: [],
    lines: [],
    createdAtMs: start,
  },
  ...{ labelledAtMs: start, promisedLatestAtMs: start + 4 * dayMs },
};
const order: OrderView = {
  ...{ _id: 'o', number: 'P-1', owner: 's', channel: 'web', locale: 'fr', country: 'FR', placedAtMs: start },
  ...{ timeZone: 'Europe/Paris', originalLatestAtMs: start, latestAtMs: start, ordered: 2, cancelled: 0 },
  ...{
    returnIds: [],
    total: { amountMinor: 100, currency: 'EUR' },
    lines: [],
    labelled: 0,
    planned: 1,
    dispatchDueAtMs: start,
  },
};
const nothing: TransitSample = { journeys: [] };
const found = (more: Partial<ParcelView>, nowMs: number, transit: ParcelWatch['transit'] = nothing) =>
  watchParcel({ parcel: { ...parcel, ...more }, nowMs, settings, transit }).map(({ type }) => type);
/** Forty parcels left after a day: half took two days, half six. */
const journeys = Array.from({ length: 40 }, (_, n): Journey => ({
  ...{ area: 'FR-75', handlingMs: dayMs, tookMs: (n < 20 ? 2 : 6) * dayMs },
}));
const transit: TransitSample = { journeys };

describe('a watched parcel', () => {
  it('whose label the carrier does not know is asked after on the second day', () => {
    expect(found({}, start + 2 * dayMs - 1)).toEqual([]);
    expect(found({}, start + 2 * dayMs)).toEqual(['LABEL_NOT_SCANNED']);
    expect(found({ lastScanAtMs: start + dayMs }, start + 2 * dayMs)).toEqual([]);
    expect(found({ handedOverAtMs: start + dayMs }, start + 2 * dayMs)).toEqual([]);
  });

  it('whose number its carrier does not know is one incident, until it is scanned', () => {
    const number = (trackingCode: string, days: number) => ({ trackingCode, atMs: start + days * dayMs });
    const unknown = { unknownNumbers: [number('T2', 2), number('T1', 1)] };
    const atMs = watchParcel({
      ...{ parcel: { ...parcel, ...unknown }, nowMs: start + 3 * dayMs, settings, transit: nothing },
    }).map((each) => each.atMs);
    expect(atMs).toEqual([start + dayMs]);
    expect(found(unknown, start + dayMs)).toEqual(['TRACKING_INVALID']);
    expect(found(unknown, start + 3 * dayMs)).toEqual(['TRACKING_INVALID']);
    expect(found({ ...unknown, voided: true }, start + 3 * dayMs)).toEqual([]);
    // Of several numbers each has to be reported, whatever was heard first.
    const scanned = { ...unknown, lastScanAtMs: start + 3 * dayMs };
    expect(found({ ...scanned, knownNumbers: ['T1'] }, start + 3 * dayMs)).toEqual(['TRACKING_INVALID']);
    expect(found({ ...scanned, knownNumbers: ['T1', 'T2'] }, start + 3 * dayMs)).toEqual([]);
  });

  it('that is silent for too long is lost, unless it waits for its customer', () => {
    const silent = { lastScanAtMs: start + dayMs };
    expect(found(silent, start + 8 * dayMs - 1)).toEqual(['LEAD_TIME_EXCEEDED']);
    expect(found(silent, start + 8 * dayMs)).toEqual(['LOST', 'LEAD_TIME_EXCEEDED']);
    expect(found({ ...silent, newestStep: 'AT_PICKUP_POINT' }, start + 8 * dayMs)).toEqual([]);
    expect(found({ ...silent, deliveredAtMs: start }, start + 8 * dayMs)).toEqual([]);
    // One the carrier took and never reported is silent from then on.
    expect(found({ handedOverAtMs: start + dayMs }, start + 8 * dayMs)).toEqual([
      ...['LABEL_NOT_SCANNED', 'LOST', 'LEAD_TIME_EXCEEDED'],
    ]);
  });

  it('whose date has passed is an incident from that moment until it arrives, and no guess any more', () => {
    const moving = { handedOverAtMs: start, lastScanAtMs: start + 3 * dayMs };
    const date = start + 4 * dayMs;
    expect(found(moving, date - 1, transit)).toEqual(['DELAY_PREDICTED']);
    expect(found(moving, date, transit)).toEqual(['LEAD_TIME_EXCEEDED']);
    expect(found({ ...moving, deliveredAtMs: date + 1 }, date + dayMs)).toEqual([]);
    expect(found({ ...moving, newestStep: 'AT_PICKUP_POINT' }, date + dayMs)).toEqual([]);
    // The date itself is looked at, so that it is known at once.
    expect(nextLookMs({ parcel: { ...parcel, ...moving }, nowMs: date - hourMs, settings, transit })).toBe(
      date,
    );
  });

  it('is lost after a silence that hardly any other survived, once enough others were seen', () => {
    const silences = (count: number): TransitSample => ({
      journeys: Array.from({ length: count }, (_, n) => ({
        area: '',
        tookMs: 1,
        silentMs: (n + 1) * hourMs,
      })),
    });
    expect(silenceOfLost(silences(199), '')).toBeUndefined();
    expect(silenceOfLost(silences(200), '')).toBe(199 * hourMs);
    const silent = { lastScanAtMs: start, handedOverAtMs: start };
    expect(found(silent, start + 199 * hourMs - 1, silences(200))).not.toContain('LOST');
    expect(found(silent, start + 199 * hourMs, silences(200))).toContain('LOST');
  });

  it('is late by the word of its carrier, and then not by guess too', () => {
    const etaMs = start + 5 * dayMs;
    const moving = { handedOverAtMs: start, lastScanAtMs: start + 3 * dayMs };
    expect(found({ ...moving, etaMs }, start + 3 * dayMs, transit)).toEqual(['DELAY_ANNOUNCED']);
    expect(found({ ...moving, etaMs: start + 4 * dayMs }, start + 3 * dayMs, nothing)).toEqual([]);
  });

  it('is foreseen to be late once those still under way mostly were', () => {
    const moving = { handedOverAtMs: start, lastScanAtMs: start + dayMs };
    // At first every second one comes in time; after the third day none of those left does.
    expect(found(moving, start + dayMs, transit)).toEqual([]);
    expect(found(moving, start + 3 * dayMs, transit)).toEqual(['DELAY_PREDICTED']);
    const nearly = { ...moving, newestStep: 'OUT_FOR_DELIVERY', newestStepAtMs: start + 3 * dayMs } as const;
    expect(found(nearly, start + 3 * dayMs, transit)).toEqual([]);
    // It was out for delivery yesterday, and did not come.
    expect(found({ ...nearly, newestStepAtMs: start + 2 * dayMs }, start + 3 * dayMs, transit)).toEqual([
      'DELAY_PREDICTED',
    ]);
    // Long before the date one waits until one is surer.
    const early = { ...moving, promisedLatestAtMs: start + 5 * dayMs };
    const most = { journeys: journeys.filter((_, n) => n > 13) };
    expect(found(early, start + dayMs, most)).toEqual([]);
    expect(found(early, start + 2.5 * dayMs, most)).toEqual(['DELAY_PREDICTED']);
    expect(found(moving, start + 3 * dayMs, { journeys: journeys.slice(0, 19) })).toEqual([]);
    // Nobody is told of a delay that has happened as if it were to come.
    expect(found(moving, start + 5 * dayMs, transit)).toEqual(['LEAD_TIME_EXCEEDED']);
  });

  it.each(['ATTEMPT_FAILED', 'EXCEPTION', 'DAMAGED'] as const)('in trouble is an incident: %s', (trouble) => {
    expect(found({ trouble, troubleAtMs: start, lastScanAtMs: start }, start + hourMs)).toEqual([trouble]);
  });

  it('that goes back or is reported lost is that alone', () => {
    const troubled = { trouble: 'EXCEPTION', troubleAtMs: start, lastScanAtMs: start } as const;
    expect(found({ ...troubled, returningAtMs: start }, start + 9 * dayMs)).toEqual(['RETURNING']);
    expect(found({ ...troubled, lostAtMs: start }, start + 9 * dayMs)).toEqual(['LOST']);
    // That it is broken says more than that it goes back.
    const broken = { ...troubled, trouble: 'DAMAGED', returningAtMs: start } as const;
    expect(found(broken, start + 9 * dayMs)).toEqual(['DAMAGED']);
    expect(found({ ...troubled, voided: true }, start + 9 * dayMs)).toEqual([]);
  });

  it('is looked at again when waiting may tell something, and never after its end', () => {
    const next = (nowMs: number, more: Partial<ParcelView> = {}) =>
      nextLookMs({ parcel: { ...parcel, ...more }, nowMs, settings, transit: nothing });
    expect(next(start)).toBe(start + 6 * hourMs);
    expect(next(start + 2 * dayMs - hourMs)).toBe(start + 2 * dayMs);
    expect(next(start, { deliveredAtMs: 1 })).toBeUndefined();
    // Long before the date: half-way, and often in the last days.
    const far = { promisedLatestAtMs: start + 10 * dayMs, lastScanAtMs: start + 2 * dayMs };
    expect(next(start + 2 * dayMs, far)).toBe(start + 4 * dayMs);
    expect(next(start + 4 * dayMs, far)).toBe(start + 4 * dayMs + 6 * hourMs);
  });
});

describe('a watched order', () => {
  it('is late when the time to dispatch is over and not all has a label', () => {
    const late = start + 4 * hourMs;
    const types = (more: Partial<OrderView>, nowMs: number) =>
      watchOrder({
        ...{ order: { ...order, latestAtMs: start + dayMs, ...more }, nowMs, settings, transit: nothing },
      }).map(({ type }) => type);
    const sent = { serviceCode: 's' };
    expect(types(sent, start + dayMs)).toEqual(['LATE_DISPATCH', 'LEAD_TIME_EXCEEDED']);
    expect(types({ ...sent, labelled: 2 }, start + dayMs)).toEqual([]);
    expect(types({}, start + dayMs)).toEqual(['LATE_DISPATCH']);
    expect(types({}, late - 1)).toEqual([]);
    expect(types({}, late)).toEqual(['LATE_DISPATCH']);
    expect(types({ labelled: 1 }, late)).toEqual(['LATE_DISPATCH']);
    for (const fine of [
      { labelled: 2 },
      { cancelled: 2 },
      { cancelled: 1, labelled: 1 },
      { collectAtId: 'x' },
    ])
      expect(types(fine, late)).toEqual([]);
  });

  it('is foreseen to be late before it has left, once those that left as late mostly were', () => {
    const due = {
      ...order,
      latestAtMs: start + 4 * dayMs,
      dispatchDueAtMs: start + 3 * dayMs,
      area: 'FR-75',
    };
    const seen = {
      journeys: journeys.map((past, n) => ({ ...past, handlingMs: (n < 20 ? 1.5 : 3) * dayMs })),
    };
    const at = (nowMs: number) => watchOrder({ order: due, nowMs, settings, transit: seen });
    expect(at(start + dayMs).map(({ type }) => type)).toEqual([]);
    expect(at(start + 2.6 * dayMs).map(({ type }) => type)).toEqual(['DELAY_PREDICTED']);
    // What is made or awaited follows no other order.
    const { dispatchDueAtMs: _, ...made } = due;
    expect(watchOrder({ order: made, nowMs: start + 2.6 * dayMs, settings, transit: seen })).toEqual([]);
  });
});

describe('the chance of coming late', () => {
  const left = { area: '', handlingMs: dayMs };
  const after = (days: number, limitDays: number) => ({
    ...{ ...left, elapsedMs: (days + 1) * dayMs, limitMs: (limitDays + 1) * dayMs },
  });

  it('is the share of those that were under way as long, and is not told of few', () => {
    expect(chanceOfLate({ journeys: journeys.slice(0, 2) }, after(0, 1))).toBeUndefined();
    expect(chanceOfLate(transit, after(0, 4))).toBeCloseTo(0.5);
    expect(chanceOfLate(transit, after(3, 4))).toBeCloseTo(21 / 22);
    expect(chanceOfLate(transit, after(7, 8))).toBeCloseTo(0.5);
  });

  it('takes what is longer under way than all others as the longest of them were in their last days', () => {
    const many = {
      journeys: Array.from({ length: 400 }, (_, n): Journey => ({ area: '', tookMs: (n + 1) * hourMs })),
    };
    const way = { area: 'x', handlingMs: 0, elapsedMs: 500 * hourMs, limitMs: 510 * hourMs };
    // Twenty took more than 380 hours, ten of them more than ten hours longer.
    expect(chanceOfLate(many, way)).toBeCloseTo(11 / 22);
  });

  it('counts, of what has not left, those that had not left either', () => {
    const mixed = {
      journeys: journeys.map((past, n) => ({ ...past, handlingMs: (n % 2 === 0 ? 1 : 3) * dayMs })),
    };
    const waits = (days: number) => ({ area: '', elapsedMs: days * dayMs, limitMs: 4 * dayMs });
    // In time come those that left after a day and took two.
    expect(chanceOfLate(mixed, waits(0))).toBeCloseTo(31 / 42);
    expect(chanceOfLate(mixed, waits(2))).toBeCloseTo(21 / 22);
  });

  it('follows its own area the more of it was seen', () => {
    const fast = (area: string, count: number): Journey[] =>
      Array.from({ length: count }, () => ({ area, handlingMs: dayMs, tookMs: dayMs }));
    const near = (count: number) =>
      chanceOfLate({ journeys: [...journeys, ...fast('near', count)] }, { ...after(0, 4), area: 'near' }) ??
      1;
    expect(near(5)).toBeLessThan(0.4);
    expect(near(60)).toBeLessThan(0.05);
  });
});
