import { describe, expect, it } from 'vitest';
import { decideReport, type CarrierReport } from './decide.ts';
import { evolve } from './evolve.ts';
import { withKeptUntil } from './pickupPoint.ts';
import type { Shipment, ShipmentEvent } from './shipment.ts';
import { decideUnknown } from './unknownNumber.ts';

const parcel = (number: number) => ({
  ...{ number, trackingCode: `T${number}`, weightGrams: 1, milestone: 'LABEL_PURCHASED' as const, lines: [] },
});
const shipment: Shipment = {
  ...{ _id: 's', orderId: 'o', isReturn: false, owner: 'me', channel: 'web', carrier: 'postale' },
  ...{ serviceCode: 'points', locationId: 'lyon', milestone: 'LABEL_PURCHASED', trackingEvents: [] },
  ...{ createdAtMs: 10, parcels: [parcel(1), parcel(2)] },
};
const unknown = { eventId: 'u', trackingCode: 'T1', occurredAtMs: 50 };
const fold = (state: Shipment, events: readonly ShipmentEvent[]): Shipment =>
  events.reduce((at, event) => evolve(at, event, 60), state);
const scan: CarrierReport = {
  ...{ eventId: 'e', trackingCode: 'T1', milestone: 'IN_TRANSIT', rawCode: 'R', text: '', occurredAtMs: 55 },
};

describe('a number that the carrier does not know', () => {
  it('is said once for each parcel, until a report of the parcel ends that', () => {
    const said = decideUnknown(shipment, unknown, 60);
    expect(said).toMatchObject([
      { type: 'shipping.TrackingNumberUnknown', data: { number: 1, trackingCode: 'T1', atMs: 50 } },
    ]);
    const after = fold(shipment, said);
    expect(after.parcels.map(({ unknownSinceMs }) => unknownSinceMs)).toEqual([50, undefined]);
    expect(decideUnknown(after, { ...unknown, eventId: 'again' }, 60)).toEqual([]);
    expect(decideUnknown(after, { ...unknown, trackingCode: 'T2' }, 60)).toHaveLength(1);
    const scanned = fold(after, decideReport(after, scan, 60));
    expect(scanned.parcels.map(({ unknownSinceMs }) => unknownSinceMs)).toEqual([undefined, undefined]);
    expect(decideUnknown(scanned, unknown, 60)).toEqual([]);
  });

  it('changes nothing of a void shipment, of a foreign code, and happens between its creation and now', () => {
    expect(decideUnknown({ ...shipment, milestone: 'CANCELLED' }, unknown, 60)).toEqual([]);
    expect(decideUnknown(shipment, { ...unknown, trackingCode: 'X' }, 60)).toEqual([]);
    for (const [occurredAtMs, atMs] of [
      [0, 10],
      [99, 60],
    ] as const)
      expect(decideUnknown(shipment, { ...unknown, occurredAtMs }, 60)).toMatchObject([{ data: { atMs } }]);
  });
});

describe('a parcel at a pickup point', () => {
  const terms = { pickupPointDays: 7, pickupPointDaysByService: { locker: 2 } };
  const waits: CarrierReport = { ...scan, milestone: 'AVAILABLE_FOR_PICKUP', occurredAtMs: 0 };
  const dayMs = 86_400_000;
  it('is kept until its carrier says, or else for the days of its service, or of all', () => {
    expect(withKeptUntil({ ...waits, keptUntilMs: 5 }, 'points', terms).keptUntilMs).toBe(5);
    expect(withKeptUntil(waits, 'locker', terms).keptUntilMs).toBe(2 * dayMs);
    expect(withKeptUntil(waits, 'points', terms).keptUntilMs).toBe(7 * dayMs);
    expect(withKeptUntil({ ...scan, keptUntilMs: 5 }, 'points', terms)).toEqual(scan);
  });
});

describe('a parcel at customs', () => {
  it('shows the newest of customs and the way on, in whatever order they are heard, and never less than later steps', () => {
    const at = (
      eventId: string,
      milestone: CarrierReport['milestone'],
      occurredAtMs: number,
    ): CarrierReport => ({
      ...{ ...scan, eventId, milestone, occurredAtMs },
    });
    const one = { ...shipment, parcels: [parcel(1)] };
    const heard = (...reports: CarrierReport[]): string =>
      reports.reduce<Shipment>((state, each) => fold(state, decideReport(state, each, 60)), one).milestone;
    const [move, held, on] = [at('a', 'IN_TRANSIT', 20), at('b', 'CUSTOMS', 30), at('c', 'IN_TRANSIT', 40)];
    expect([heard(move, held), heard(held, move)]).toEqual(['CUSTOMS', 'CUSTOMS']);
    expect([heard(move, held, on), heard(on, held, move)]).toEqual(['IN_TRANSIT', 'IN_TRANSIT']);
    expect(heard(at('d', 'OUT_FOR_DELIVERY', 25), held)).toBe('OUT_FOR_DELIVERY');
  });
});
