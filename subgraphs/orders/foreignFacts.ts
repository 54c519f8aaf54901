import type { Reaction, Reactions } from '../../platform/journal/inbox.ts';
import type { JournalEvent } from '../../platform/journal/journalRow.ts';
import type { EventName, EventPayload } from '../../schema/events/registry.ts';
import type { CountedFact } from './domain/facts.ts';
import { orderEvent, type OrderEvent, type OrderState } from './domain/order.ts';

/** Units of an order line, as other subgraphs name them. */
export type Line = { readonly lineId: string; readonly sku: string; readonly quantity: number };

/** The same fact for one line list and cause, under different names. */
export const fact = <N extends CountedFact['type']>(type: N, data: EventPayload<N>): CountedFact =>
  orderEvent(type, data) as CountedFact;

export const plainLines = (lines: readonly Line[]): Line[] =>
  lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));

/** The fact, if there are units for it. */
const some = (
  type: 'orders.ReturnWithdrawn' | 'orders.LinesReturned' | 'orders.ReturnRefused',
  { lines, ...data }: { orderId: string; lines: readonly Line[]; causeId: string },
): CountedFact[] => (lines.length === 0 ? [] : [fact(type, { ...data, lines: plainLines(lines) })]);

export type FactsOf = <N extends EventName>(
  name: N,
  of: (data: EventPayload<N>, event: JournalEvent) => readonly CountedFact[],
) => Reaction;

/** The work of locations. The fulfillment order is the cause: each counts once per step. */
export const workFacts = (facts: FactsOf): Reactions => ({
  // Goods that arrive in the store they are collected in were released when they were sent.
  'fulfillment.FulfillmentOrderCreated': facts('fulfillment.FulfillmentOrderCreated', (data) =>
    data.arrivedFrom !== undefined
      ? []
      : [
          fact('orders.LinesReleased', {
            ...{ orderId: data.orderId, lines: plainLines(data.lines), locationId: data.locationId },
            causeId: data.fulfillmentOrderId,
          }),
        ],
  ),
  'fulfillment.Picked': facts('fulfillment.Picked', (data) => [
    fact('orders.LinesPicked', {
      orderId: data.orderId,
      lines: plainLines(data.lines),
      causeId: data.fulfillmentOrderId,
    }),
  ]),
  'fulfillment.Packed': facts('fulfillment.Packed', (data) => [
    fact('orders.LinesPacked', {
      orderId: data.orderId,
      lines: plainLines(data.lines),
      causeId: data.fulfillmentOrderId,
    }),
  ]),
  'fulfillment.HandedOver': facts('fulfillment.HandedOver', (data) => [
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
  ]),
  'fulfillment.ReadyForCollection': facts('fulfillment.ReadyForCollection', (data) => {
    const { orderId, fulfillmentOrderId: causeId, arrivedFrom } = data;
    const lines = plainLines(data.lines);
    return [
      arrivedFrom === undefined
        ? fact('orders.LinesShipped', { orderId, lines, causeId, collection: true })
        : fact('orders.LinesReadyToCollect', { orderId, lines, causeId }),
    ];
  }),
  'fulfillment.CollectionReminded': facts('fulfillment.CollectionReminded', (data) => {
    const { orderId, fulfillmentOrderId: causeId, collectByMs } = data;
    return [
      fact('orders.CollectionReminded', { orderId, lines: plainLines(data.lines), causeId, collectByMs }),
    ];
  }),
  'fulfillment.Collected': facts('fulfillment.Collected', (data) => [
    fact('orders.LinesDelivered', {
      ...{ orderId: data.orderId, lines: plainLines(data.lines), causeId: data.fulfillmentOrderId },
      ...{ deliveredAtMs: data.atMs, collection: true },
    }),
  ]),
});

/** What carriers report. A delivery implies the hand-over, which may be heard of later. */
export const parcelFacts = (
  facts: FactsOf,
  decideIn: (decide: (order: OrderState, event: JournalEvent) => readonly OrderEvent[]) => Reaction,
): Reactions => ({
  'shipping.TrackingRecorded': decideIn((order, event) => {
    const { returnId, shipmentId, milestone, text } = event.data as EventPayload<'shipping.TrackingRecorded'>;
    if (returnId !== undefined) return [];
    return [orderEvent('orders.ParcelMoved', { orderId: order._id, shipmentId, milestone, text })];
  }),
  'shipping.ShipmentDelivered': facts('shipping.ShipmentDelivered', (data) => {
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
        deliveredAtMs,
        collection: false,
      }),
    ];
  }),
  'shipping.ShipmentLost': facts('shipping.ShipmentLost', (data) => {
    if (data.returnId !== undefined || data.fulfillmentOrderId === undefined) return [];
    const { orderId, shipmentId, fulfillmentOrderId } = data;
    const lines = plainLines(data.lines);
    return [
      fact('orders.LinesShipped', {
        orderId,
        lines,
        causeId: fulfillmentOrderId,
        shipmentId,
        collection: false,
      }),
      fact('orders.LinesWrittenOff', { orderId, lines, causeId: shipmentId }),
    ];
  }),
});

/** Units on their way back. The return is the cause. */
export const returnFacts = (facts: FactsOf): Reactions => ({
  'returns.ReturnRequested': facts('returns.ReturnRequested', ({ orderId, returnId, lines }) => [
    fact('orders.ReturnRequested', { orderId, lines: plainLines(lines), causeId: returnId }),
  ]),
  'returns.ReturnCancelled': facts('returns.ReturnCancelled', ({ orderId, returnId, lines }) => [
    fact('orders.ReturnWithdrawn', { orderId, lines: plainLines(lines), causeId: returnId }),
  ]),
  'returns.ReturnRejected': facts('returns.ReturnRejected', ({ orderId, returnId, lines }) => [
    fact('orders.ReturnWithdrawn', { orderId, lines: plainLines(lines), causeId: returnId }),
  ]),
  'returns.ReturnReceived': facts('returns.ReturnReceived', ({ orderId, returnId, lines, missing = [] }) => [
    fact('orders.ReturnArrived', { orderId, lines: plainLines(lines), causeId: returnId }),
    ...some('orders.ReturnWithdrawn', { orderId, lines: missing, causeId: `${returnId}:missing` }),
  ]),
  // Refused units go back to the customer: they are neither returned, nor refunded, nor sold again.
  'returns.ReturnInspected': facts('returns.ReturnInspected', ({ orderId, returnId, findings }) => {
    const accepted = findings.filter(({ disposition }) => disposition !== 'REFUSE');
    const refused = findings.filter(({ disposition }) => disposition === 'REFUSE');
    return [
      ...some('orders.LinesReturned', { orderId, lines: accepted, causeId: returnId }),
      ...some('orders.ReturnRefused', { orderId, lines: refused, causeId: returnId }),
    ];
  }),
});
