import { describe, expect, it } from 'vitest';
import { nextPointNoticeMs, pointTelling } from './pointNotices.ts';
import type { ParcelView } from './views.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const order = { _id: 'o', timeZone: 'Europe/Paris' };
/** A noon in Paris; the parcel is kept to the end of the fifth day. */
const arrivedMs = Date.UTC(2026, 2, 10, 11);
const untilMs = Date.UTC(2026, 2, 14, 23);
const parcel: ParcelView = {
  ...{ _id: 'p', orderId: 'o', toStore: false, serviceCode: 's', tracking: ['T1'], lines: [] },
  ...{ createdAtMs: 0, newestStep: 'AT_PICKUP_POINT', newestStepAtMs: arrivedMs, keptUntilMs: untilMs },
};
const morning = (day: number): number => Date.UTC(2026, 2, day, 7);
const at = (nowMs: number, more: Partial<ParcelView> = {}, days = 2) =>
  pointTelling({ order, parcel: { ...parcel, ...more } }, { pickupPointReminderDays: days }, nowMs)?.code;
const next = (nowMs: number, more: Partial<ParcelView> = {}, days = 2) =>
  nextPointNoticeMs({ order, parcel: { ...parcel, ...more } }, { pickupPointReminderDays: days }, nowMs);

describe('a parcel at a pickup point', () => {
  it('is reminded of two mornings before the last one, and on that one', () => {
    expect(at(morning(12) - 1)).toBeUndefined();
    expect(at(morning(12))).toBe('PICKUP_POINT_REMINDER');
    expect(at(morning(14) - 1)).toBe('PICKUP_POINT_REMINDER');
    expect(at(morning(14))).toBe('PICKUP_POINT_LAST_DAY');
    expect(at(untilMs - 1)).toBe('PICKUP_POINT_LAST_DAY');
    expect(at(untilMs)).toBeUndefined();
    expect([next(arrivedMs), next(morning(12)), next(morning(14))]).toEqual([
      morning(12),
      morning(14),
      undefined,
    ]);
  });

  it.each<[string, Partial<ParcelView>]>([
    ['was fetched', { deliveredAtMs: arrivedMs }],
    ['goes back', { returningAtMs: arrivedMs }],
    ['was lost', { lostAtMs: arrivedMs }],
    ['is on its way again', { newestStep: 'OUT_FOR_DELIVERY' }],
  ])('is not spoken of when it %s', (_what, more) => {
    expect([at(morning(12), more), at(morning(14), more), next(arrivedMs, more)]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });

  it('is not when nobody knows until when it waits', () => {
    const { keptUntilMs: _until, ...unknown } = parcel;
    const terms = { pickupPointReminderDays: 2 };
    expect(pointTelling({ order, parcel: unknown }, terms, morning(14))).toBeUndefined();
    expect(nextPointNoticeMs({ order, parcel: unknown }, terms, arrivedMs)).toBeUndefined();
  });

  it('needs no reminder when it has just come, and none where the retailer wants none', () => {
    const soon = { keptUntilMs: Date.UTC(2026, 2, 11, 23) };
    expect(at(arrivedMs + hourMs, soon)).toBeUndefined();
    expect(at(morning(11), soon)).toBe('PICKUP_POINT_LAST_DAY');
    expect(at(morning(13), {}, 0)).toBeUndefined();
    expect(next(arrivedMs, {}, 0)).toBe(morning(14));
  });

  it('is spoken of again when it is kept for longer', () => {
    const versionAt = (keptUntilMs: number) =>
      pointTelling(
        { order, parcel: { ...parcel, keptUntilMs } },
        { pickupPointReminderDays: 2 },
        keptUntilMs - hourMs,
      )?.version;
    expect([versionAt(untilMs), versionAt(untilMs + dayMs)]).toEqual(['2026-03-14', '2026-03-15']);
  });
});
