import type { EventName, EventPayload } from '../../../schema/events/registry.ts';
import { orderEvent, type CountedFact, type OrderEventOf } from './order.ts';
import { returnFacts } from './returnFacts.ts';

/** Units of an order line, as other subgraphs name them. */
export type Line = { readonly lineId: string; readonly sku: string; readonly quantity: number };

/** The same fact for one line list and cause, under different names. */
export const fact = <N extends CountedFact['type']>(type: N, data: EventPayload<N>): OrderEventOf<N> =>
  orderEvent(type, data);

export const plainLines = (lines: readonly Line[]): Line[] =>
  lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));

/** The facts of an order that follow from one event. A method's type, so that a table of all names is one type. */
export type FactsOf<N extends EventName> = { of(data: EventPayload<N>): readonly CountedFact[] }['of'];
export type FactTable = { readonly [N in EventName]?: FactsOf<N> };

/** The work of locations. The fulfillment order is the cause: each counts once per step. */
const workFacts: FactTable = {
  // Goods that arrive in the store they are collected in were released when they were sent.
  'fulfillment.FulfillmentOrderCreated': (data) =>
    data.arrivedFrom !== undefined
      ? []
      : [
          fact('orders.LinesReleased', {
            ...{ orderId: data.orderId, lines: plainLines(data.lines), locationId: data.locationId },
            causeId: data.fulfillmentOrderId,
          }),
        ],
  'fulfillment.UnitsArrived': (data) =>
    data.lines.map(({ lineId, sku, quantity }) =>
      fact('orders.LinesArrived', {
        ...{ orderId: data.orderId, locationId: data.locationId, lines: [{ lineId, sku, quantity }] },
        causeId: `${data.fulfillmentOrderId}:${lineId}:${data.awaitedBefore}`,
      }),
    ),
  'fulfillment.Picked': (data) => [
    fact('orders.LinesPicked', {
      orderId: data.orderId,
      lines: plainLines(data.lines),
      causeId: data.fulfillmentOrderId,
    }),
  ],
  'fulfillment.Packed': (data) => [
    fact('orders.LinesPacked', {
      orderId: data.orderId,
      lines: plainLines(data.lines),
      causeId: data.fulfillmentOrderId,
    }),
  ],
  'fulfillment.HandedOver': (data) => [
    fact('orders.LinesShipped', {
      ...{
        orderId: data.orderId,
        lines: plainLines(data.lines),
        causeId: data.fulfillmentOrderId,
        collection: false,
      },
      ...(data.shipmentId === undefined ? {} : { shipmentId: data.shipmentId }),
      ...(data.forwardTo === undefined ? {} : { forwarded: true }),
    }),
  ],
  'fulfillment.ReadyForCollection': (data) => {
    const { orderId, fulfillmentOrderId: causeId, arrivedFrom } = data;
    const lines = plainLines(data.lines);
    if (arrivedFrom === undefined)
      return [fact('orders.LinesShipped', { orderId, lines, causeId, collection: true })];
    // What arrived in the store was sent there, although that may be heard of later.
    const sent = { orderId, lines, causeId: arrivedFrom, collection: false, forwarded: true };
    return [
      fact('orders.LinesShipped', sent),
      fact('orders.LinesReadyToCollect', { orderId, lines, causeId, arrivedFrom }),
    ];
  },
  'fulfillment.CollectionReminded': (data) => {
    const { orderId, fulfillmentOrderId: causeId, collectByMs } = data;
    return [
      fact('orders.CollectionReminded', { orderId, lines: plainLines(data.lines), causeId, collectByMs }),
    ];
  },
  'fulfillment.Collected': (data) => [
    fact('orders.LinesDelivered', {
      ...{ orderId: data.orderId, lines: plainLines(data.lines), deliveredAtMs: data.atMs, collection: true },
      ...(data.part === undefined
        ? { causeId: data.fulfillmentOrderId }
        : {
            causeId: `${data.fulfillmentOrderId}:${data.part}`,
            fulfillmentOrderId: data.fulfillmentOrderId,
          }),
    }),
  ],
};

/** What carriers report. A delivery implies the hand-over, which may be heard of later. */
const parcelFacts: FactTable = {
  'shipping.ShipmentDelivered': (data) => {
    if (data.isReturn || data.fulfillmentOrderId === undefined) return [];
    const { orderId, shipmentId, fulfillmentOrderId, deliveredAtMs, collectAtId } = data;
    const lines = plainLines(data.lines);
    const shipped = { orderId, lines, causeId: fulfillmentOrderId, shipmentId, collection: false };
    // Delivered to a store is not delivered: the customer collects there.
    if (collectAtId !== undefined) return [fact('orders.LinesShipped', { ...shipped, forwarded: true })];
    return [
      fact('orders.LinesShipped', shipped),
      fact('orders.LinesDelivered', {
        orderId,
        lines,
        causeId: shipmentId,
        fulfillmentOrderId,
        deliveredAtMs,
        collection: false,
      }),
    ];
  },
  // The units of all parcels that have arrived so far: each counts once, whatever was told before.
  'shipping.ParcelDelivered': ({
    orderId,
    shipmentId,
    fulfillmentOrderId,
    lines,
    parcels,
    deliveredAtMs,
  }) => {
    if (fulfillmentOrderId === undefined) return [];
    const units = plainLines(lines);
    return [
      fact('orders.LinesDelivered', {
        ...{ orderId, lines: units, causeId: `${shipmentId}:${parcels}`, shipmentId, fulfillmentOrderId },
        ...{ deliveredAtMs, collection: false },
      }),
    ];
  },
  'shipping.ShipmentLost': (data) => {
    if (data.returnId !== undefined || data.fulfillmentOrderId === undefined) return [];
    const { orderId, shipmentId, fulfillmentOrderId, parcels = 1 } = data;
    const lines = plainLines(data.soFar ?? data.lines);
    const causeId = parcels === 1 ? shipmentId : `${shipmentId}:lost:${parcels}`;
    return [
      fact('orders.LinesShipped', {
        orderId,
        lines,
        causeId: fulfillmentOrderId,
        shipmentId,
        collection: false,
      }),
      fact('orders.LinesWrittenOff', { orderId, lines, causeId, shipmentId, fulfillmentOrderId }),
    ];
  },
};

/** What other subgraphs' events mean for an order: facts that each count once per cause. */
export const foreignFacts: FactTable = { ...workFacts, ...parcelFacts, ...returnFacts };
