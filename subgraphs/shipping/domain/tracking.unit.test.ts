import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventPayload } from '../../../schema/events/registry.ts';
import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import { decideHandOver, decideReport, decideVoid, type CarrierReport } from './decide.ts';
import { evolve } from './evolve.ts';
import { milestoneRank, reportable } from './milestones.ts';
import type { Shipment, ShipmentEvent } from './shipment.ts';

const fold = (shipment: Shipment, events: readonly ShipmentEvent[]): Shipment =>
  events.reduce((state, event) => evolve(state, event, 7), shipment);

/** Why a shipment travels. */
type Way = Pick<EventPayload<'shipping.ShipmentCreated'>, 'fulfillmentOrderId' | 'isReturn'>;

/** A labelled shipment with one unit of `l<n>` in each parcel, its codes T1, T2, ... */
function labelled(parcels: number, way: Way = { fulfillmentOrderId: 'f', isReturn: false }): Shipment {
  const packed = Array.from({ length: parcels }, (_, at) => ({
    ...{ number: at + 1, weightGrams: 100 },
    lines: [{ lineId: `l${at + 1}`, sku: 'shoe', quantity: 1 }],
  }));
  const ref = { shipmentId: 's', orderId: 'o' };
  const data: EventPayload<'shipping.ShipmentCreated'> = {
    ...{
      ...ref,
      ...way,
      carrier: 'c',
      serviceCode: 'standard',
      locationId: 'lyon',
      owner: 'me',
      channel: 'web',
    },
    ...{ lines: packed.flatMap((parcel) => parcel.lines), parcels: packed, promisedLatestAtMs: 99 },
  };
  const created = evolve(undefined, { type: 'shipping.ShipmentCreated', data }, 0);
  const trackingCodes = packed.map((parcel) => `T${parcel.number}`);
  return fold(created, [
    { type: 'shipping.LabelPurchased', data: { ...ref, carrierRef: 'ref', trackingCodes } },
  ]);
}

const turning: readonly string[] = ['RETURN_TO_SENDER', 'REFUSED', 'DAMAGED'];
let reports = 0;
const report = (milestone: CarrierReport['milestone'], more: Partial<CarrierReport> = {}): CarrierReport => ({
  ...{ eventId: `e${++reports}`, trackingCode: 'T1', milestone, rawCode: 'R', text: '', occurredAtMs: 10 },
  ...more,
});

/** The shipment after these reports and everything that was said meanwhile. */
function after(
  shipment: Shipment,
  given: readonly CarrierReport[],
): { state: Shipment; said: ShipmentEvent[] } {
  const said: ShipmentEvent[] = [];
  let state = shipment;
  for (const each of given) {
    const events = decideReport(state, each, 7);
    said.push(...events);
    state = fold(state, events);
  }
  return { state, said };
}
const typesOf = (said: readonly ShipmentEvent[]) => said.map((event) => event.type.replace('shipping.', ''));

describe('reports of carriers', () => {
  it('never lower what was reached', () => {
    const { state, said } = after(labelled(1), [report('DELIVERED'), report('IN_TRANSIT'), report('LOST')]);
    expect(state.milestone).toBe('DELIVERED');
    expect(typesOf(said)).toEqual([
      'TrackingRecorded',
      'ShipmentDelivered',
      'TrackingRecorded',
      'TrackingRecorded',
    ]);
    expect(state.trackingEvents.length).toBe(3);
  });
  it('count once by their id', () => {
    const once = report('IN_TRANSIT');
    expect(after(labelled(1), [once, once]).state.trackingEvents.length).toBe(1);
  });
  it('say that a shipment has arrived when its last parcel has', () => {
    const first = after(labelled(2), [report('DELIVERED', { occurredAtMs: 30 })]);
    expect(first.state.milestone).toBe('LABEL_PURCHASED');
    expect(typesOf(first.said)).toEqual(['TrackingRecorded', 'ParcelDelivered']);
    expect(first.said.at(-1)?.data).toMatchObject({
      parcels: 1,
      deliveredAtMs: 30,
      lines: [{ lineId: 'l1' }],
    });
    const second = after(first.state, [report('DELIVERED', { trackingCode: 'T2', occurredAtMs: 20 })]);
    expect(second.state).toMatchObject({ milestone: 'DELIVERED', deliveredAtMs: 30 });
    expect(second.said.at(-1)?.data).toMatchObject({
      deliveredAtMs: 30,
      lines: [{ lineId: 'l1' }, { lineId: 'l2' }],
    });
  });
  it('tell lost parcels apart from those that arrive, and believe in what turns up again', () => {
    const { state, said } = after(labelled(2), [report('LOST'), report('DELIVERED', { trackingCode: 'T2' })]);
    expect(state.milestone).toBe('LOST');
    expect(said.filter((event) => event.type !== 'shipping.TrackingRecorded')).toMatchObject([
      { type: 'shipping.ShipmentLost', data: { lines: [{ lineId: 'l1' }], parcels: 1 } },
      { type: 'shipping.ShipmentDelivered', data: { lines: [{ lineId: 'l2' }] } },
    ]);
    const found = after(state, [report('DELIVERED', { occurredAtMs: 50 })]);
    expect(found.state).toMatchObject({ milestone: 'DELIVERED', deliveredAtMs: 50 });
    expect(found.said.at(-1)).toMatchObject({
      type: 'shipping.ShipmentDelivered',
      data: { lines: [{ lineId: 'l1' }] },
    });
  });
  it('move the expected delivery by the newest word, not by the last to arrive', () => {
    const { state } = after(labelled(1), [
      report('IN_TRANSIT', { occurredAtMs: 20, estimatedDeliveryAtMs: 200 }),
      report('HANDED_OVER', { occurredAtMs: 10, estimatedDeliveryAtMs: 100 }),
    ]);
    expect(state.estimatedDeliveryAtMs).toBe(200);
  });
  it('hand a return over, which nobody of ours does', () => {
    const way = { returnId: 'r', isReturn: true };
    const { state, said } = after(labelled(1, way), [
      report('HANDED_OVER', { occurredAtMs: 12 }),
      report('IN_TRANSIT'),
    ]);
    expect(typesOf(said)).toEqual(['TrackingRecorded', 'ShipmentHandedOver', 'TrackingRecorded']);
    expect(state.handedOverAtMs).toBe(12);
  });
  it('leave a voided shipment void, but are kept', () => {
    const shipment = labelled(1);
    const voided = fold(shipment, decideVoid(shipment));
    const { state, said } = after(voided, [report('DELIVERED')]);
    expect(state.milestone).toBe('CANCELLED');
    expect(typesOf(said)).toEqual(['TrackingRecorded']);
  });

  const anyReport = fc.record({
    eventId: fc.integer({ min: 1, max: 30 }).map(String),
    trackingCode: fc.constantFrom('T1', 'T2'),
    milestone: fc.constantFrom(...reportable.filter((each) => !turning.includes(each))),
    occurredAtMs: fc.integer({ min: 1, max: 50 }),
    estimatedDeliveryAtMs: fc.option(fc.integer({ min: 50, max: 90 }), { nil: undefined }),
  });
  const distinct = fc.uniqueArray(anyReport, { selector: (each) => each.eventId, maxLength: 12 });
  const complete = (each: { eventId: string }): CarrierReport =>
    ({ rawCode: 'R', text: '', ...each }) as CarrierReport;

  it('lead to the same shipment in whatever order and however often they come', () => {
    const withTurns = fc.record({ each: anyReport, milestone: fc.constantFrom(...reportable) });
    const all = fc
      .uniqueArray(withTurns, { selector: ({ each }) => each.eventId, maxLength: 12 })
      .map((rows) => rows.map(({ each, milestone }) => ({ ...each, milestone })));
    fc.assert(
      fc.property(
        all.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray([...given, ...given], {
              minLength: given.length * 2,
              maxLength: given.length * 2,
            }),
          ),
        ),
        ([given, shuffled]) => {
          const straight = after(labelled(2), given.map(complete));
          const mixed = after(labelled(2), shuffled.map(complete));
          expect(mixed.state).toEqual(straight.state);
        },
      ),
      { numRuns: 300 },
    );
  });
  it('never make a parcel go back, and tell each arrival and loss at most once', () => {
    fc.assert(
      fc.property(distinct, (given) => {
        let state = labelled(2);
        const told = new Map<string, number>();
        for (const each of given) {
          const events = decideReport(state, complete(each), 7);
          const next = fold(state, events);
          for (const [at, parcel] of next.parcels.entries())
            expect(milestoneRank[parcel.milestone]).toBeGreaterThanOrEqual(
              milestoneRank[state.parcels[at]?.milestone ?? 'CREATED'],
            );
          for (const event of events) {
            if (event.type !== 'shipping.ShipmentDelivered' && event.type !== 'shipping.ShipmentLost')
              continue;
            for (const { lineId } of event.data.lines)
              told.set(event.type + lineId, (told.get(event.type + lineId) ?? 0) + 1);
          }
          state = next;
        }
        expect([...told.values()].every((times) => times === 1)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('our own word', () => {
  it('of a hand-over is said once, and may come after the carrier reports', () => {
    const { state } = after(labelled(1), [report('IN_TRANSIT')]);
    const handed = fold(state, decideHandOver(state, 5));
    expect(handed).toMatchObject({ milestone: 'IN_TRANSIT', handedOverAtMs: 5 });
    expect(decideHandOver(handed, 6)).toEqual([]);
  });
  it('can void a label only before a parcel has left', () => {
    const shipment = labelled(1);
    const voided = fold(shipment, decideVoid(shipment));
    expect(voided.milestone).toBe('CANCELLED');
    expect(decideVoid(voided)).toEqual([]);
    const left = fold(shipment, decideHandOver(shipment, 5));
    const codeOf = (task: () => unknown): string | undefined => {
      try {
        task();
        return undefined;
      } catch (error) {
        return errorCodeOf(error);
      }
    };
    expect(codeOf(() => decideVoid(left))).toBe('INVALID_TRANSITION');
    expect(codeOf(() => decideVoid(after(labelled(2), [report('IN_TRANSIT')]).state))).toBe(
      'INVALID_TRANSITION',
    );
  });
});
