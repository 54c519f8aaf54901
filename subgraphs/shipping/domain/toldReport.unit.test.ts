import { describe, expect, it } from 'vitest';
import type { Shipment } from './shipment.ts';
import { toldReport, type Told } from './toldReport.ts';

const shipment: Shipment = {
  ...{ _id: 's', orderId: 'o', isReturn: false, owner: 'me', channel: 'web', carrier: 'Acme Trucks' },
  ...{ serviceCode: 'x', locationId: 'acme', milestone: 'HANDED_OVER', trackingEvents: [], createdAtMs: 0 },
  carrierRef: 'own:s',
  parcels: [{ number: 1, trackingCode: 'AT-1', weightGrams: 1, milestone: 'HANDED_OVER', lines: [] }],
};
const told: Told = {
  ...{ trackingCode: 'AT-1', milestone: 'DELIVERED', occurredAtMs: 5, idempotencyKey: 'k' },
};

describe('what a person tells of a parcel', () => {
  it('is a report of its carrier, known again by the key', () => {
    expect(toldReport(shipment, told)).toMatchObject({
      ...{ eventId: 'told:k', milestone: 'DELIVERED', occurredAtMs: 5, text: 'DELIVERED' },
    });
    const waits = { ...told, milestone: 'AVAILABLE_FOR_PICKUP' as const, keptUntilMs: 9 };
    expect(toldReport(shipment, waits)).toMatchObject({ keptUntilMs: 9 });
    expect(toldReport(shipment, { ...told, text: ' at the gate ' }).text).toBe('at the gate');
  });
  it.each([
    ['a carrier that reports by itself', { carrierRef: 'ref-1' }, {}, 'CARRIER_CONNECTED'],
    ['a foreign code', {}, { trackingCode: 'AT-2' }, 'BAD_USER_INPUT'],
    ['a step that is ours', {}, { milestone: 'LABEL_PURCHASED' as const }, 'BAD_USER_INPUT'],
    ['a moment until which nothing waits', {}, { keptUntilMs: 9 }, 'BAD_USER_INPUT'],
    [
      'a pickup point that keeps nothing',
      {},
      { milestone: 'AVAILABLE_FOR_PICKUP' as const, keptUntilMs: 5 },
      'BAD_USER_INPUT',
    ],
    ['an empty key', {}, { idempotencyKey: '' }, 'BAD_USER_INPUT'],
    ['too long a text', {}, { text: 'x'.repeat(501) }, 'BAD_USER_INPUT'],
  ])('is refused for %s', (_what, of, more, code) => {
    expect(() => toldReport({ ...shipment, ...of }, { ...told, ...more })).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code }) }),
    );
  });
});
