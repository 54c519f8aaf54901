import { describe, expect, it } from 'vitest';
import { milestones } from './milestones.ts';
import { promise } from './promise.ts';
import { repromise } from './repromise.ts';
import { smallNetwork } from '../test/smallNetwork.fixture.ts';
import { resourceOrder, sourceOrder } from './sourceOrder.ts';
import type { SourceInput } from './model/sourcingTypes.ts';

const at = Date.parse('2026-11-23T10:00:00Z');
const DAY = 86_400_000;
const destination = { country: 'FR', postalCode: '75003' };
const lines = [
  { lineId: 'x', sku: 'A', quantity: 2 },
  { lineId: 'y', sku: 'B', quantity: 2 },
];
const base: SourceInput = {
  channel: 'web',
  currency: 'EUR',
  at,
  destination,
  lines,
  methodCode: 'home-standard',
};
const promisedLatestMs = Date.parse('2026-11-25T17:00:00Z');
const iso = (ms: number): string => new Date(ms).toISOString();

describe('sourcing', () => {
  it('decides what the promise planned', () => {
    const network = smallNetwork();
    const question = { channel: 'web', currency: 'EUR', at, destination, lines };
    const option = promise(network, question).options.find((o) => o.code === 'home-standard')!;
    const result = sourceOrder(network, { ...base, promisedLatestMs: option.latestMs });
    expect(result).toMatchObject({ status: 'SOURCED', stage: 'on-time', withinPromise: true });
    expect(result.shipments).toEqual(option.shipments);
    expect(result.shipments[0]!.lines.map((l) => l.lineId)).toEqual(['x', 'y']);
  });

  it('leaves out who refused, and climbs the tolerance chain when it must', () => {
    const network = smallNetwork();
    const tolerant = {
      ...base,
      promisedLatestMs: promisedLatestMs - DAY,
      excludedLocationIds: ['warehouse'],
    };
    const result = resourceOrder(network, tolerant);
    expect(result).toMatchObject({
      status: 'SOURCED',
      stage: 'two-days',
      toleranceDays: 2,
      withinPromise: false,
    });
    expect(result.shipments.map((s) => s.locationId)).toEqual(['lyon']);
    const strict = resourceOrder(network, { ...tolerant, promisedLatestMs: promisedLatestMs - 7 * DAY });
    expect(strict).toMatchObject({ status: 'UNSOURCEABLE', shipments: [] });
    expect(strict.reasons.map((r) => r.code)).toContain('TOO_LATE');
  });

  it('sources what it can and names the rest', () => {
    const short = [lines[0]!, { lineId: 'y', sku: 'B', quantity: 9 }];
    const result = sourceOrder(smallNetwork(), { ...base, lines: short, promisedLatestMs });
    expect(result.status).toBe('PARTIAL');
    expect(result.unsourced).toEqual([{ lineId: 'y', sku: 'B', quantity: 5 }]);
    const sent = result.shipments.flatMap((s) => s.lines).reduce((sum, l) => sum + l.quantity, 0);
    expect(sent).toBe(6);
  });

  it('may use the units the order itself holds, and only those', () => {
    const network = smallNetwork();
    network.setStock('B', 'warehouse', { onHand: 3, reserved: 3 });
    network.setStock('B', 'lyon', { onHand: 0 });
    expect(sourceOrder(network, { ...base, promisedLatestMs }).status).toBe('PARTIAL');
    const own = [{ sku: 'B', locationId: 'warehouse', quantity: 2 }];
    expect(sourceOrder(network, { ...base, promisedLatestMs, ownReservations: own }).status).toBe('SOURCED');
    const three = [lines[0]!, { lineId: 'y', sku: 'B', quantity: 3 }];
    expect(
      sourceOrder(network, { ...base, lines: three, promisedLatestMs, ownReservations: own }).status,
    ).toBe('PARTIAL');
  });

  it('counts shipments under way against the limit on splits', () => {
    const network = smallNetwork();
    const split = [lines[0]!, { lineId: 'y', sku: 'B', quantity: 3 }];
    const keep = [{ locationId: 'paris', serviceId: 'standard', lines: [] }];
    const limits = { maxSplits: 1 };
    expect(sourceOrder(network, { ...base, lines: split, limits }).status).toBe('SOURCED');
    expect(sourceOrder(network, { ...base, lines: split, limits, keep }).status).not.toBe('SOURCED');
  });

  it('collects in the store that was agreed even when its own stock is refused', () => {
    const collect = {
      ...base,
      methodCode: 'click-collect',
      pickupId: 'paris',
      excludedLocationIds: ['paris'],
    };
    const result = sourceOrder(smallNetwork(), collect);
    expect(result.option!.pickup!.id).toBe('paris');
    expect(result.shipments.every((s) => s.toId === 'paris' && s.locationId !== 'paris')).toBe(true);
  });

  it('keeps every date for as long as the offer says it can be ordered', () => {
    const network = smallNetwork();
    const { channel, currency } = base;
    const question = { channel, currency, destination, at, lines: lines.slice(0, 1) };
    const { options } = promise(network, question);
    expect(options.length).toBeGreaterThan(8);
    for (const { code, orderByMs, latestMs, pickup } of options) {
      expect(orderByMs - at).toBeGreaterThanOrEqual(5 * 60_000);
      const order = { ...base, ...question, methodCode: code, promisedLatestMs: latestMs, at: orderByMs };
      const result = sourceOrder(network, { ...order, ...(pickup ? { pickupId: pickup.id } : {}) });
      expect([code, result.withinPromise]).toEqual([code, true]);
    }
  });

  it('keeps the window the customer chose', () => {
    const network = smallNetwork();
    const windowStartMs = Date.parse('2026-11-26T13:00:00Z');
    const result = sourceOrder(network, { ...base, methodCode: 'windows', windowStartMs });
    expect(iso(result.latestMs!)).toBe('2026-11-26T17:00:00.000Z');
    const gone = sourceOrder(network, { ...base, methodCode: 'windows', windowStartMs: at });
    expect(gone.status).toBe('UNSOURCEABLE');
  });

  it('answers an unknown method with a code', () => {
    const result = sourceOrder(smallNetwork(), { ...base, methodCode: 'balloon' });
    expect(result.reasons.map((r) => r.code)).toEqual(['UNKNOWN_METHOD']);
  });
});

describe('a promise at risk', () => {
  const risk = { ...base, promisedLatestMs, currentLatestMs: promisedLatestMs };
  it('is kept, tolerated, or made anew with the days it costs', () => {
    const network = smallNetwork();
    expect(repromise(network, risk)).toMatchObject({ outcome: 'KEPT', daysLate: 0 });
    expect(repromise(network, { ...risk, at: at + 2 * DAY })).toMatchObject({
      outcome: 'TOLERATED',
      daysLate: 2,
    });
    expect(repromise(network, { ...risk, at: at + 4 * DAY })).toMatchObject({
      outcome: 'REPROMISED',
      daysLate: 6,
    });
    const all = ['warehouse', 'lyon', 'paris'];
    expect(repromise(network, { ...risk, excludedLocationIds: all })).toMatchObject({
      outcome: 'IMPOSSIBLE',
    });
  });
});

describe('what can only be done the same day', () => {
  it('is done the next day when this one is over', () => {
    const network = smallNetwork();
    const evening = Date.parse('2026-11-23T18:30:00Z');
    const order = { ...base, lines: lines.slice(0, 1), methodCode: 'same-day', at: evening };
    const late = repromise(network, { ...order, currentLatestMs: Date.parse('2026-11-23T20:00:00Z') });
    expect(late).toMatchObject({ outcome: 'REPROMISED', daysLate: 1 });
    // From 10:00, 90 minutes of work, and the ride.
    expect(iso(late.latestMs!)).toMatch(/^2026-11-24T10:5/);
  });
});

describe('milestones', () => {
  const input = { locationId: 'warehouse', serviceId: 'standard', destination, promisedLatestMs };

  it('run back from the promised date to the last instants that keep it', () => {
    const network = smallNetwork();
    const due = Object.fromEntries(milestones(network, input).map((m) => [m.kind, iso(m.dueMs)]));
    expect(due).toEqual({
      RELEASED: '2026-11-23T15:00:00.000Z',
      PICK_START: '2026-11-23T16:00:00.000Z',
      PACKED: '2026-11-23T17:00:00.000Z',
      CARRIER_PICKUP: '2026-11-23T17:00:00.000Z',
      DELIVERED: '2026-11-25T17:00:00.000Z',
    });
  });

  it('agree with the promise: released in time the date holds, a millisecond later it does not', () => {
    const network = smallNetwork();
    const released = milestones(network, input)[0]!.dueMs;
    const orderAt = released - network.rules.releaseMinutes * 60_000;
    const latest = (when: number): number =>
      promise(network, {
        channel: 'web',
        currency: 'EUR',
        at: when,
        destination,
        lines: lines.slice(0, 1),
        methodTypes: ['SHIPPING'],
      }).options[0]!.latestMs;
    expect(latest(orderAt)).toBe(promisedLatestMs);
    expect(latest(orderAt + 1)).toBeGreaterThan(promisedLatestMs);
  });

  it('are in order for every service and for collection in the store', () => {
    const network = smallNetwork();
    for (const [locationId, serviceId] of [
      ['paris', null],
      ['paris', 'courier'],
      ['lyon', 'shuttle'],
    ] as const) {
      const toId = serviceId === 'shuttle' ? { toId: 'paris' } : {};
      const steps = milestones(network, { ...input, locationId, serviceId, ...toId });
      expect(steps).toHaveLength(5);
      for (let i = 1; i < steps.length; i++)
        expect(steps[i]!.dueMs).toBeGreaterThanOrEqual(steps[i - 1]!.dueMs);
    }
  });
});
