import { describe, expect, it } from 'vitest';
import { judge, type Known } from './judge.ts';
import type { MessageState } from './message.ts';
import { quietUntilMs } from './quietHours.ts';
import type { OrderView, ParcelView } from './views.ts';

const dayMs = 86_400_000;
const noon = Date.UTC(2026, 2, 10, 12);
const order: OrderView = {
  ...{ _id: 'o', number: 'P-1', owner: 's', channel: 'web', locale: 'fr', country: 'FR', placedAtMs: noon },
  ...{ timeZone: 'Europe/Paris', originalLatestAtMs: noon, latestAtMs: noon, ordered: 2, cancelled: 0 },
  ...{ labelled: 0, planned: 1, returnIds: [], total: { amountMinor: 100, currency: 'EUR' }, lines: [] },
};
const parcel: ParcelView = {
  ...{ _id: 'p', orderId: 'o', toStore: false, serviceCode: 's', tracking: [], lines: [], createdAtMs: noon },
};
const message = (more: Partial<MessageState>): MessageState => ({
  ...{
    _id: 'm',
    key: 'k',
    orderId: 'o',
    code: 'OUT_FOR_DELIVERY',
    channel: 'EMAIL',
    status: 'DUE',
    facts: {},
  },
  ...{ factAtMs: noon, dueAtMs: noon, attempts: 0, createdAtMs: noon, ...more },
});
const known = (more: Partial<Known> = {}): Known => ({
  ...{
    nowMs: noon,
    order,
    parcel,
    sentToday: 0,
    dateTold: false,
    isAnswered: false,
    maxPerDay: 3,
    digestMs: 0,
    gathered: 0,
  },
  ...{ quietHours: { from: '20:00', until: '08:00' }, ...more },
});
const skip = (reason: string) => ({ kind: 'skip', reason });

describe('a message that is about to go out', () => {
  it('goes, if it is the newest step of its parcel', () => {
    expect(judge(message({}), known())).toEqual({ kind: 'send' });
    const newer = { ...parcel, newestStep: 'PARCEL_DELIVERED', newestStepAtMs: noon + 1 } as const;
    expect(judge(message({}), known({ parcel: newer }))).toEqual(skip('NEWER_FACT'));
    const atOnce = { ...newer, newestStepAtMs: noon };
    expect(judge(message({}), known({ parcel: atOnce }))).toEqual(skip('NEWER_FACT'));
    const older = { ...parcel, newestStep: 'PARCEL_SHIPPED', newestStepAtMs: noon - 1 } as const;
    expect(judge(message({}), known({ parcel: older }))).toEqual({ kind: 'send' });
  });

  it('says of a pickup point, of customs and of a number only what is still so', () => {
    const waits = { ...parcel, newestStep: 'AT_PICKUP_POINT', newestStepAtMs: noon } as const;
    const until = { ...waits, keptUntilMs: noon + dayMs };
    for (const code of ['PICKUP_POINT_REMINDER', 'PICKUP_POINT_LAST_DAY'] as const) {
      expect(judge(message({ code }), known({ parcel: until }))).toEqual({ kind: 'send' });
      const past = [
        { deliveredAtMs: noon },
        { keptUntilMs: noon },
        { newestStep: 'OUT_FOR_DELIVERY' as const },
      ];
      for (const more of past)
        expect(judge(message({ code }), known({ parcel: { ...until, ...more } }))).toEqual(
          skip('NEWER_FACT'),
        );
      const back = known({ parcel: { ...until, returningAtMs: noon } });
      expect(judge(message({ code }), back)).toEqual(skip('RETURNING'));
      // In the night a short message waits for the morning, and is judged again then.
      const night = known({ nowMs: Date.UTC(2026, 2, 10, 21), parcel: until });
      expect(judge(message({ code, channel: 'SMS' }), night)).toMatchObject({
        kind: 'hold',
        waitsFor: 'QUIET_HOURS',
      });
    }
    const customs = { ...parcel, newestStep: 'CUSTOMS', newestStepAtMs: noon } as const;
    expect(judge(message({ code: 'CUSTOMS' }), known({ parcel: customs }))).toEqual({ kind: 'send' });
    const cleared = known({ parcel: { ...customs, clearedAtMs: noon + 1 } });
    expect(judge(message({ code: 'CUSTOMS' }), cleared)).toEqual(skip('NEWER_FACT'));
    const invalid = message({ code: 'TRACKING_INVALID' });
    expect(
      judge(invalid, known({ parcel: { ...parcel, unknownNumbers: [{ trackingCode: 'T', atMs: noon }] } })),
    ).toEqual({ kind: 'send' });
    expect(judge(invalid, known())).toEqual(skip('NEWER_FACT'));
  });

  it.each(['PARCEL_LOST', 'PARCEL_DAMAGED'] as const)(
    'waits while it is decided what is done: %s',
    (code) => {
      const checking = message({ code, facts: { carrier: 'c', remedy: 'CHECKING' } });
      const asked = known({ nowMs: noon + 60_000, order: { ...order, reshipsAsked: ['again'] } });
      expect(judge(checking, asked)).toEqual({ kind: 'hold', untilMs: noon + 120_000, waitsFor: 'REMEDY' });
      expect(judge(checking, { ...asked, order: { ...order, reshipsAsked: [] } })).toEqual({ kind: 'send' });
      const told = message({ code, facts: { carrier: 'c', remedy: 'RESHIP' } });
      expect(judge(told, asked)).toEqual({ kind: 'send' });
    },
  );

  it.each(['PARCEL_LOST', 'PARCEL_DAMAGED'] as const)(
    'does not say that we look into what has been settled: %s',
    (code) => {
      const checking = message({ code, facts: { carrier: 'c', remedy: 'CHECKING' } });
      expect(judge(checking, known())).toEqual({ kind: 'send' });
      expect(judge(checking, known({ isAnswered: true }))).toEqual(skip('NEWER_FACT'));
    },
  );

  it.each([
    'OUT_FOR_DELIVERY',
    'DELAY_ANNOUNCED',
    'DELAY_PREDICTED',
    'DELIVERY_OVERDUE',
    'PARCEL_LOST',
  ] as const)('does not contradict a delivery: %s', (code) => {
    const delivered = { ...parcel, deliveredAtMs: noon };
    expect(judge(message({ code }), known({ parcel: delivered }))).toEqual(skip('NEWER_FACT'));
  });

  it.each(['PARCEL_DAMAGED', 'PARCEL_LOST', 'RETURNING_TO_SENDER', 'BACK_AT_WAREHOUSE'] as const)(
    'tells why a parcel that goes back does not arrive: %s',
    (code) => {
      const back = { ...parcel, returningAtMs: noon };
      expect(judge(message({ code }), known({ parcel: back }))).toEqual({ kind: 'send' });
    },
  );

  it('tells what is seven days old, and nothing older', () => {
    expect(judge(message({}), known({ nowMs: noon + 7 * dayMs }))).toEqual({ kind: 'send' });
    expect(judge(message({}), known({ nowMs: noon + 7 * dayMs + 1 }))).toEqual(skip('TOO_OLD'));
  });

  it('is silent about parcels of a cancelled order, and about one that goes back, but for that', () => {
    const cancelled = { ...order, cancelled: 2 };
    expect(judge(message({}), known({ order: cancelled }))).toEqual(skip('ORDER_CANCELLED'));
    expect(judge(message({ code: 'REFUNDED' }), known({ order: cancelled }))).toEqual({ kind: 'send' });
    const returning = { ...parcel, returningAtMs: noon };
    expect(judge(message({}), known({ parcel: returning }))).toEqual(skip('RETURNING'));
    const told = message({ code: 'RETURNING_TO_SENDER' });
    expect(judge(told, known({ parcel: returning }))).toEqual({ kind: 'send' });
  });

  it('tells a promised date once, whichever message did', () => {
    const delay = message({ code: 'DELAY_PREDICTED' });
    expect(judge(delay, known({ dateTold: true }))).toEqual(skip('ALREADY_TOLD'));
    expect(judge(delay, known())).toEqual({ kind: 'send' });
  });

  it('is one of three a day, unless it is owed or the customer waits for it', () => {
    expect(judge(message({ code: 'RETURN_RECEIVED' }), known({ sentToday: 3 }))).toEqual(skip('TOO_MANY'));
    expect(judge(message({ code: 'RETURN_RECEIVED' }), known({ sentToday: 2 }))).toEqual({ kind: 'send' });
    expect(judge(message({ code: 'REFUNDED' }), known({ sentToday: 9 }))).toEqual({ kind: 'send' });
    expect(judge(message({}), known({ sentToday: 9 }))).toEqual({ kind: 'send' });
  });

  it('to a telephone waits for the morning there, and is judged again then', () => {
    const evening = Date.UTC(2026, 2, 10, 21);
    const sms = message({ code: 'READY_TO_COLLECT', channel: 'SMS', factAtMs: evening });
    const untilMs = Date.UTC(2026, 2, 11, 7);
    expect(judge(sms, known({ nowMs: evening }))).toEqual({ kind: 'hold', untilMs, waitsFor: 'QUIET_HOURS' });
    expect(judge(sms, known({ nowMs: untilMs }))).toEqual({ kind: 'send' });
    const cancelled = { ...order, cancelled: 2 };
    const failed = message({ code: 'ATTEMPT_FAILED', channel: 'SMS', factAtMs: evening });
    expect(judge(failed, known({ nowMs: untilMs, order: cancelled }))).toEqual(skip('ORDER_CANCELLED'));
    expect(judge(message({ channel: 'SMS', factAtMs: evening }), known({ nowMs: evening }))).toEqual({
      kind: 'send',
    });
    expect(judge({ ...sms, channel: 'EMAIL' }, known({ nowMs: evening }))).toEqual({ kind: 'send' });
  });

  it('is gathered with others of its order, unless it travels in one parcel or cannot wait', () => {
    const hourMs = 3_600_000;
    const split = { order: { ...order, planned: 2 }, digestMs: 2 * hourMs };
    const shipped = message({ code: 'PARCEL_SHIPPED', factAtMs: noon });
    const later = { kind: 'hold', untilMs: noon + 2 * hourMs, waitsFor: 'DIGEST' };
    expect(judge(shipped, known(split))).toEqual(later);
    expect(judge(shipped, known({ digestMs: hourMs }))).toEqual({ kind: 'send' });
    expect(judge(message({}), known(split))).toEqual({ kind: 'send' });
    const waited = { ...shipped, waitsFor: 'DIGEST' as const };
    expect(judge(waited, known({ ...split, gathered: 1 }))).toEqual(skip('IN_DIGEST'));
    // Alone it says more than a digest of one.
    expect(judge(waited, known(split))).toEqual({ kind: 'send' });
  });

  it('waits, ever longer, for an order nobody has heard of, and gives up with its fact', () => {
    const unknown = { order: undefined };
    expect(judge(message({}), known(unknown))).toEqual({
      kind: 'hold',
      untilMs: noon + 1_000,
      waitsFor: 'ORDER_UNKNOWN',
    });
    const later = judge(message({}), known({ ...unknown, nowMs: noon + dayMs }));
    expect(later).toMatchObject({ kind: 'hold', untilMs: noon + dayMs + 6 * 3_600_000 });
    expect(judge(message({}), known({ ...unknown, nowMs: noon + 8 * dayMs }))).toEqual(skip('TOO_OLD'));
  });

  it('that staff sends again goes out, however old', () => {
    const again = message({ resendOf: 'm0', factAtMs: 0 });
    expect(judge(again, known({ sentToday: 9, parcel: { ...parcel, deliveredAtMs: noon } }))).toEqual({
      kind: 'send',
    });
  });
});

describe('quiet hours', () => {
  const hours = { from: '20:00', until: '08:00' };
  const zones = Intl.supportedValuesOf('timeZone').filter((_zone, index) => index % 17 === 0);

  it('are those of the wall, in every zone and on nights with a change of the clock', () => {
    expect(zones.length).toBeGreaterThanOrEqual(24);
    // Every 75 minutes of the days around the changes of spring 2026.
    for (const zone of zones) {
      const wall = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
      for (let ms = Date.UTC(2026, 2, 27); ms < Date.UTC(2026, 2, 31); ms += 4_500_000) {
        const time = wall.format(ms);
        const untilMs = quietUntilMs(ms, zone, hours);
        expect([zone, time, untilMs !== undefined]).toEqual([zone, time, time >= '20:00' || time < '08:00']);
        if (untilMs === undefined) continue;
        expect([zone, wall.format(untilMs)]).toEqual([zone, '08:00']);
        expect(untilMs - ms).toBeLessThanOrEqual(13 * 3_600_000);
      }
    }
  });

  it('may be by day, or none at all', () => {
    expect(quietUntilMs(noon, 'UTC', { from: '11:00', until: '13:00' })).toBe(noon + 3_600_000);
    expect(quietUntilMs(noon, 'UTC', { from: '12:00', until: '12:00' })).toBeUndefined();
  });
});
