import { describe, expect, it } from 'vitest';
import { boundedReport } from './bounds.ts';
import { decideReport, type CarrierReport } from './decide.ts';
import { evolve } from './evolve.ts';
import type { ReportedMilestone } from './milestones.ts';
import type { Shipment, ShipmentEvent } from './shipment.ts';

const ref = { shipmentId: 's', orderId: 'o', fulfillmentOrderId: 'f' };
const unit = (parcel: number) => ({ lineId: `l${parcel}`, sku: 'shoe', quantity: 1 });

function labelled(parcels: number): Shipment {
  const packed = Array.from({ length: parcels }, (_, at) => ({
    ...{ number: at + 1, weightGrams: 100, lines: [unit(at + 1)] },
  }));
  const created: ShipmentEvent = {
    type: 'shipping.ShipmentCreated',
    data: {
      ...{ ...ref, carrier: 'c', serviceCode: 'standard', locationId: 'lyon', owner: 'me', channel: 'web' },
      ...{ isReturn: false, lines: packed.flatMap(({ lines }) => lines), parcels: packed },
    },
  };
  const trackingCodes = packed.map(({ number }) => `T${number}`);
  const label: ShipmentEvent = {
    type: 'shipping.LabelPurchased',
    data: { ...ref, carrierRef: 'c', trackingCodes },
  };
  return evolve(evolve(undefined, created, 0), label, 0);
}

/** Reports as `code milestone time`, heard in this order. */
function heard(shipment: Shipment, ...words: readonly string[]) {
  const said: ShipmentEvent[] = [];
  let state = shipment;
  for (const [at, text] of words.entries()) {
    const [trackingCode = '', milestone = '', time = '0'] = text.split(' ');
    const report: CarrierReport = {
      ...{ eventId: `${text} ${at}`, trackingCode, milestone: milestone as ReportedMilestone },
      ...{ rawCode: 'R', text: '', occurredAtMs: Number(time) },
    };
    const events = decideReport(state, report, 100 + at);
    said.push(...events);
    for (const event of events) state = evolve(state, event, 100 + at);
  }
  const ends = said.filter(({ type }) => type !== 'shipping.TrackingRecorded');
  return { state, said: ends.map(({ type }) => type.replace('shipping.', '')), ends };
}

describe('a parcel that is turned round', () => {
  it.each([
    ['RETURN_TO_SENDER', 'UNDELIVERABLE'],
    ['REFUSED', 'REFUSED'],
    ['DAMAGED', 'DAMAGED'],
  ])('by %s is not delivered to the customer when it is delivered at the sender', (milestone, reason) => {
    const { state, said, ends } = heard(
      labelled(1),
      'T1 IN_TRANSIT 1',
      `T1 ${milestone} 2`,
      'T1 IN_TRANSIT 3',
      'T1 DELIVERED 4',
    );
    expect(said).toEqual(['ParcelTurnedBack', 'ParcelCameBack']);
    expect(ends[0]?.data).toMatchObject({ reason, number: 1, lines: [unit(1)] });
    expect(state).toMatchObject({
      milestone: 'RETURNED_TO_SENDER',
      parcels: [{ turned: reason, cameBackAtMs: 4 }],
    });
    expect(state.deliveredAtMs).toBeUndefined();
  });

  it('is known as such in whatever order the reports come', () => {
    const late = heard(labelled(1), 'T1 DELIVERED 4', 'T1 RETURN_TO_SENDER 2');
    expect(late.said).toEqual(['ShipmentDelivered', 'ParcelTurnedBack', 'ParcelCameBack']);
    expect(late.state).toMatchObject({ milestone: 'RETURNED_TO_SENDER' });
    expect(late.state.deliveredAtMs).toBeUndefined();
  });

  it('after it had reached the customer has reached the customer', () => {
    const { state, said } = heard(labelled(1), 'T1 DELIVERED 2', 'T1 RETURN_TO_SENDER 4', 'T1 DELIVERED 6');
    expect(said).toEqual(['ShipmentDelivered']);
    expect(state).toMatchObject({ milestone: 'DELIVERED', deliveredAtMs: 2 });
  });

  it('may be lost on its way back, and was not lost when it was found before', () => {
    expect(heard(labelled(1), 'T1 REFUSED 2', 'T1 LOST 4').said).toEqual([
      'ParcelTurnedBack',
      'ShipmentLost',
    ]);
    const found = heard(labelled(1), 'T1 LOST 2', 'T1 RETURN_TO_SENDER 4');
    expect([found.said, found.state.milestone]).toEqual([
      ['ShipmentLost', 'ParcelTurnedBack'],
      'RETURN_TO_SENDER',
    ]);
  });

  it('does not keep the others from arriving', () => {
    const { state, said, ends } = heard(labelled(2), 'T1 REFUSED 2', 'T2 DELIVERED 3');
    expect(said).toEqual(['ParcelTurnedBack', 'ShipmentDelivered']);
    expect(ends[1]?.data).toMatchObject({ lines: [unit(2)], deliveredAtMs: 3 });
    expect(state).toMatchObject({ deliveredAtMs: 3, milestone: 'RETURN_TO_SENDER' });
  });
});

describe('several parcels', () => {
  it('arrive one by one, and the last says all', () => {
    const { ends } = heard(labelled(3), 'T2 DELIVERED 2', 'T1 DELIVERED 3', 'T3 DELIVERED 4');
    expect(ends).toMatchObject([
      { type: 'shipping.ParcelDelivered', data: { parcels: 1, lines: [unit(2)], deliveredAtMs: 2 } },
      { type: 'shipping.ParcelDelivered', data: { parcels: 2, lines: [unit(1), unit(2)], deliveredAtMs: 3 } },
      { type: 'shipping.ShipmentDelivered', data: { lines: [unit(1), unit(2), unit(3)], deliveredAtMs: 4 } },
    ]);
  });
  it('are lost one by one, each told with those before', () => {
    const { ends } = heard(labelled(2), 'T1 LOST 2', 'T2 LOST 3');
    expect(ends).toMatchObject([
      { data: { parcels: 1, lines: [unit(1)], soFar: [unit(1)] } },
      { data: { parcels: 2, lines: [unit(2)], soFar: [unit(1), unit(2)] } },
    ]);
  });
});

describe("a carrier's instant", () => {
  const dayMs = 86_400_000;
  const known = { createdAtMs: 20_000 * dayMs, nowMs: 20_010 * dayMs };
  const at = (occurredAtMs: number, estimatedDeliveryAtMs?: number) =>
    boundedReport(
      {
        ...{ eventId: 'e', trackingCode: 'T', milestone: 'DELIVERED', rawCode: 'R', text: '', occurredAtMs },
        estimatedDeliveryAtMs,
      },
      known,
    );
  it.each([
    ['in 1976', Date.parse('1976-01-01'), known.createdAtMs],
    ['before the shipment', known.createdAtMs - 1, known.createdAtMs],
    ['in 2099', Date.parse('2099-01-01'), known.nowMs + 5 * 60_000],
    ['an hour ahead', known.nowMs + 3_600_000, known.nowMs + 5 * 60_000],
  ])('%s is bounded by what is known, and kept', (_what, said, taken) => {
    expect(at(said)).toMatchObject({ occurredAtMs: taken, reportedAtMs: said });
  });
  it('that can be is taken as it is', () => {
    for (const said of [known.createdAtMs, known.nowMs, known.nowMs + 60_000])
      expect(at(said)).toEqual(expect.not.objectContaining({ reportedAtMs: said }));
    expect(at(known.nowMs).occurredAtMs).toBe(known.nowMs);
  });
  it('of a delivery that cannot be expected is left out', () => {
    for (const wrong of [0, Date.parse('2099-01-01'), known.createdAtMs - 1])
      expect(at(known.nowMs, wrong).estimatedDeliveryAtMs).toBeUndefined();
    expect(at(known.nowMs, known.nowMs + dayMs).estimatedDeliveryAtMs).toBe(known.nowMs + dayMs);
  });
});
