import { describe, expect, it } from 'vitest';
import type { Shipment } from '../domain/shipment.ts';
import type { SimulatedScenario } from '../generated/resolverTypes.ts';
import { journeyOf } from './journey.ts';
import { trackingCode } from './simulatorCarrier.ts';

const hourMs = 3_600_000;
const promisedLatestAtMs = 72 * hourMs;
const shipment: Shipment = {
  ...{ _id: 's', orderId: 'o', isReturn: false, owner: 'me', channel: 'web', carrier: 'postale' },
  ...{ serviceCode: 'standard', locationId: 'lyon', milestone: 'HANDED_OVER', trackingEvents: [] },
  ...{ createdAtMs: 0, handedOverAtMs: hourMs, promisedLatestAtMs },
  parcels: [{ number: 1, trackingCode: 'T1', weightGrams: 1, milestone: 'HANDED_OVER', lines: [] }],
};
const play = (scenario: SimulatedScenario, more: Partial<Shipment> = {}, toPickupPoint = false) =>
  journeyOf({ shipment: { ...shipment, ...more }, scenario, toPickupPoint });
const times = (scenario: SimulatedScenario) => play(scenario).map((report) => report.occurredAtMs);

describe('a simulated journey', () => {
  it('keeps the promise when it is on time', () => {
    const last = play('ON_TIME').at(-1);
    expect(last).toMatchObject({ milestone: 'DELIVERED', occurredAtMs: promisedLatestAtMs - 2 * hourMs });
    expect(times('ON_TIME')).toEqual([...times('ON_TIME')].sort((a, b) => a - b));
  });
  it('is two days over the promise when it is late, and says so on the way', () => {
    const reports = play('LATE');
    expect(reports.at(-1)?.occurredAtMs).toBe(promisedLatestAtMs + 48 * hourMs);
    expect(reports[1]?.estimatedDeliveryAtMs).toBe(promisedLatestAtMs + 48 * hourMs);
  });
  it('is announced to be late, and not there yet, when it is delayed', () => {
    const reports = play('DELAYED');
    expect(reports.map(({ milestone }) => milestone)).not.toContain('DELIVERED');
    expect(reports[1]?.estimatedDeliveryAtMs).toBe(promisedLatestAtMs + 48 * hourMs);
  });
  it('ends with the loss', () => {
    expect(
      play('LOST')
        .map((report) => report.milestone)
        .slice(-2),
    ).toEqual(['EXCEPTION', 'LOST']);
  });
  it('repeats or turns round the same reports', () => {
    const plain = play('ON_TIME').map((report) => report.occurredAtMs);
    expect(times('DUPLICATED')).toEqual(plain.flatMap((at) => [at, at]));
    expect(new Set(play('DUPLICATED').map((report) => report.eventId)).size).toBe(plain.length);
    expect(times('OUT_OF_ORDER')).toEqual([...plain].reverse());
  });
  it('waits at the pickup point where the customer collects', () => {
    expect(play('ON_TIME', {}, true).map((report) => report.milestone)).toContain('AVAILABLE_FOR_PICKUP');
  });
  it('is kept at the pickup point for five days, and nobody fetches it where that is played', () => {
    const reports = play('NOT_COLLECTED', {}, true);
    expect(reports.at(-1)).toMatchObject({ milestone: 'AVAILABLE_FOR_PICKUP' });
    const { occurredAtMs = 0, keptUntilMs = 0 } = reports.at(-1) ?? {};
    expect(keptUntilMs - occurredAtMs).toBe(120 * hourMs);
  });
  it('passes customs in order, and arrives on time', () => {
    const reports = play('CUSTOMS');
    expect(reports.map(({ milestone }) => milestone)).toEqual([
      ...['HANDED_OVER', 'IN_TRANSIT', 'CUSTOMS', 'CUSTOMS', 'IN_TRANSIT', 'IN_TRANSIT', 'OUT_FOR_DELIVERY'],
      'DELIVERED',
    ]);
    expect(times('CUSTOMS')).toEqual([...times('CUSTOMS')].sort((a, b) => a - b));
    expect(reports.at(-1)?.occurredAtMs).toBe(promisedLatestAtMs - 2 * hourMs);
  });
  it('has no reports where the carrier does not know the number', () => {
    expect(play('NUMBER_UNKNOWN')).toEqual([]);
  });
  it('goes forward in time even when the promise is over', () => {
    const reports = play('ON_TIME', { handedOverAtMs: promisedLatestAtMs + hourMs });
    expect(reports[0]?.occurredAtMs).toBeGreaterThan(promisedLatestAtMs + hourMs);
  });
  it('is the same every time', () => {
    expect(play('LATE')).toEqual(play('LATE'));
  });
});

describe('a simulated tracking code', () => {
  it('follows from the shipment and its parcel, and ends in a check digit', () => {
    expect(trackingCode('postale', 's', 1)).toBe(trackingCode('postale', 's', 1));
    expect(trackingCode('postale', 's', 1)).not.toBe(trackingCode('postale', 's', 2));
    expect(trackingCode('x', 's', 1)).toMatch(/^XX\d{14}$/);
  });
});
