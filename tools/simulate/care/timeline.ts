import type { EventName, EventPayload } from '../../../schema/events/registry.ts';
import type { SimulatedParcel } from './month.ts';

/** The one service that all parcels take. */
export const serviceCode = 'standard';

/** Something that other subgraphs tell care. */
export type Told = {
  [N in EventName]: {
    readonly type: N;
    readonly data: EventPayload<N>;
    readonly stream: string;
    readonly atMs: number;
  };
}[EventName];

const told = <N extends EventName>(type: N, stream: string, atMs: number, data: EventPayload<N>) => ({
  ...{ type, stream, atMs, data },
});

const lines = [{ lineId: 'l', sku: 'thing', quantity: 1 }];
const money = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

/** What is told of a parcel, in the order of time. One order, one parcel. */
export function timelineOf(parcel: SimulatedParcel): Told[] {
  const { id, labelledAtMs, handedOverAtMs, deliveredAtMs, promisedAtMs } = parcel;
  const stream = `shipment:s-${id}`;
  const ref = { shipmentId: `s-${id}`, orderId: id };
  const place = { serviceCode, locationId: 'w' };
  return [
    told('orders.OrderPlaced', `order:${id}`, parcel.placedAtMs, placed(parcel)),
    told('shipping.ShipmentCreated', stream, labelledAtMs, {
      ...{ ...ref, ...place, carrier: 'c', isReturn: false, promisedLatestAtMs: promisedAtMs, lines },
      ...{ owner: `customer-${id}`, channel: 'web', parcels: [] },
    }),
    told('shipping.LabelPurchased', stream, labelledAtMs, {
      ...{ ...ref, carrierRef: id, trackingCodes: [id] },
    }),
    told('shipping.ShipmentHandedOver', stream, handedOverAtMs, { ...ref, ...place, atMs: handedOverAtMs }),
    ...parcel.scans.map(({ atMs, milestone }) =>
      told('shipping.TrackingRecorded', stream, atMs, {
        ...{ ...ref, eventId: `${id}-${milestone}-${atMs}`, trackingCode: id, occurredAtMs: atMs },
        ...{ milestone, highest: milestone, rawCode: milestone, text: milestone },
      }),
    ),
    ...(deliveredAtMs === undefined
      ? []
      : [
          told('shipping.ShipmentDelivered', stream, deliveredAtMs, {
            ...{ ...ref, ...place, isReturn: false, deliveredAtMs, lines: [] },
          }),
        ]),
  ];
}

function placed({
  id,
  placedAtMs,
  promisedAtMs,
  dispatchDueAtMs,
  postalCode,
}: SimulatedParcel): EventPayload<'orders.OrderPlaced'> {
  const milestones =
    dispatchDueAtMs === undefined ? [] : [{ code: 'CARRIER_PICKUP' as const, dueAtMs: dispatchDueAtMs }];
  return {
    ...{ orderId: id, number: id.toUpperCase(), owner: `customer-${id}`, channel: 'web', currency: 'EUR' },
    ...{ locale: 'en', placedAtMs, destination: { country: 'BR', postalCode }, reservationId: 'r' },
    lines: [{ lineId: 'l', sku: 'thing', quantity: 1, unitPriceMinor: 100, taxBasisPoints: 0 }],
    promise: {
      ...{ promiseId: 'p', methodType: 'SHIPPING', code: serviceCode, title: 'Standard' },
      ...{ earliestAtMs: placedAtMs, latestAtMs: promisedAtMs, timeZone: 'UTC', confidence: 0.9 },
      ...{ kgCO2e: 1, configVersion: 'v' },
    },
    ...{ delivery: money(0), deliveryTax: money(0), total: money(100) },
    shipments: [
      { locationId: 'w', serviceCode, lines: lines.map((line) => ({ ...line, future: false })), milestones },
    ],
  };
}
