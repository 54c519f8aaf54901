import { describe, expect, it } from 'vitest';
import { arrivesAfter } from './transit.ts';
import type { OrderView, ParcelView } from './views.ts';
import { nextLookMs, watchOrder, watchParcel, type ParcelWatch } from './watch.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const start = Date.UTC(2026, 2, 10, 12);
const settings = {
  lateDispatchGraceHours: 4,
  labelNotScannedDays: 2,
  lostAfterSilenceDays: 7,
  predictedLateFrom: 0.6,
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
const found = (more: Partial<ParcelView>, nowMs: number, transit: ParcelWatch['transit'] = { tookMs: [] }) =>
  watchParcel({ parcel: { ...parcel, ...more }, nowMs, settings, transit }).map(({ type }) => type);
/** Forty parcels: half took two days, half six. */
const transit = { tookMs: [...Array(20).fill(2 * dayMs), ...Array(20).fill(6 * dayMs)] as number[] };

describe('a watched parcel', () => {
  it('whose label the carrier does not know is asked after on the second day', () => {
    expect(found({}, start + 2 * dayMs - 1)).toEqual([]);
    expect(found({}, start + 2 * dayMs)).toEqual(['LABEL_NOT_SCANNED']);
    expect(found({ lastScanAtMs: start + dayMs }, start + 2 * dayMs)).toEqual([]);
    expect(found({ handedOverAtMs: start + dayMs }, start + 2 * dayMs)).toEqual([]);
  });

  it('that is silent for too long is lost, unless it waits for its customer', () => {
    const silent = { lastScanAtMs: start + dayMs };
    expect(found(silent, start + 8 * dayMs - 1)).toEqual([]);
    expect(found(silent, start + 8 * dayMs)).toEqual(['LOST']);
    expect(found({ ...silent, newestStep: 'AT_PICKUP_POINT' }, start + 8 * dayMs)).toEqual([]);
    expect(found({ ...silent, deliveredAtMs: start }, start + 8 * dayMs)).toEqual([]);
  });

  it('is late by the word of its carrier, and then not by guess too', () => {
    const etaMs = start + 5 * dayMs;
    const moving = { handedOverAtMs: start, lastScanAtMs: start + 3 * dayMs };
    expect(found({ ...moving, etaMs }, start + 3 * dayMs, transit)).toEqual(['DELAY_ANNOUNCED']);
    expect(found({ ...moving, etaMs: start + 4 * dayMs }, start + 3 * dayMs, { tookMs: [] })).toEqual([]);
  });

  it('is foreseen to be late once those still under way mostly were', () => {
    const moving = { handedOverAtMs: start, lastScanAtMs: start + dayMs };
    // At first every second one comes in time; after the third day none of those left does.
    expect(found(moving, start + dayMs, transit)).toEqual([]);
    expect(found(moving, start + 3 * dayMs, transit)).toEqual(['DELAY_PREDICTED']);
    expect(found({ ...moving, newestStep: 'OUT_FOR_DELIVERY' }, start + 3 * dayMs, transit)).toEqual([]);
    expect(found(moving, start + 3 * dayMs, { tookMs: transit.tookMs.slice(0, 19) })).toEqual([]);
    // Nobody is told of a delay that has happened as if it were to come.
    expect(found(moving, start + 5 * dayMs, transit)).toEqual([]);
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
    expect(nextLookMs({ parcel, nowMs: start, settings })).toBe(start + 6 * hourMs);
    expect(nextLookMs({ parcel, nowMs: start + 2 * dayMs - hourMs, settings })).toBe(start + 2 * dayMs);
    expect(nextLookMs({ parcel: { ...parcel, deliveredAtMs: 1 }, nowMs: start, settings })).toBeUndefined();
  });
});

describe('a watched order', () => {
  it('is late when the time to dispatch is over and not all has a label', () => {
    const late = start + 4 * hourMs;
    expect(watchOrder(order, late - 1, settings)).toBeUndefined();
    expect(watchOrder(order, late, settings)?.type).toBe('LATE_DISPATCH');
    expect(watchOrder({ ...order, labelled: 1 }, late, settings)?.type).toBe('LATE_DISPATCH');
    for (const fine of [
      { labelled: 2 },
      { cancelled: 2 },
      { cancelled: 1, labelled: 1 },
      { collectAtId: 'x' },
    ])
      expect(watchOrder({ ...order, ...fine }, late, settings)).toBeUndefined();
  });
});

describe('the chance of coming late', () => {
  it('is the share of those that were under way as long, and is not told of few', () => {
    expect(arrivesAfter({ tookMs: [1, 2] }, 0, 1)).toBeUndefined();
    expect(arrivesAfter(transit, 0, 4 * dayMs)).toBeCloseTo(0.5);
    expect(arrivesAfter(transit, 3 * dayMs, 4 * dayMs)).toBeCloseTo(21 / 22);
    expect(arrivesAfter(transit, 7 * dayMs, 8 * dayMs)).toBeCloseTo(0.5);
  });
});
