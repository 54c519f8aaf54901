import type { EventPayload } from '../../../schema/events/registry.ts';
import type { EventOf, FulfillmentOrder } from './fulfillmentOrder.ts';
import type { Placement, SoughtUnits } from './resourcing.ts';

/** What work and re-sourcing need to know of an order. Holds no name and no street. */
export type OrderFacts = Omit<EventPayload<'orders.OrderConfirmed'>, 'orderId' | 'shipments' | 'number'> & {
  _id: string;
  /** What people call it; orders of before lack it. */
  number?: string;
  /** Locations that refused; not asked again for this order. */
  excludedLocationIds: string[];
  /** Causes of units added later whose work has been made. */
  additions?: string[];
};

type Created = EventOf<'fulfillment.FulfillmentOrderCreated'>;

/** The work of one location on an order begins. */
export function workCreated(id: string, order: OrderFacts, placement: Placement): Created {
  const { locationId, serviceCode, lines, dueAt, capacityDay } = placement;
  return {
    type: 'fulfillment.FulfillmentOrderCreated',
    data: {
      fulfillmentOrderId: id,
      ...{ orderId: order._id, locationId, serviceCode, collection: serviceCode === null },
      ...{ owner: order.owner, channel: order.channel, reservationId: order.reservationId },
      ...{ lines: merged(lines), dueAt, promisedLatestAtMs: order.promisedLatestAtMs },
      ...(capacityDay === undefined ? {} : { capacityDay }),
      ...forwardingOf(order, placement),
    },
  };
}

/** Goods sent to the store where they are collected have arrived: the store's work with them begins. */
export function arrivalCreated(
  id: string,
  order: OrderFacts,
  {
    collectAtId,
    arrivedFrom,
    lines,
  }: {
    readonly collectAtId: string;
    readonly arrivedFrom: string;
    readonly lines: EventPayload<'shipping.ShipmentDelivered'>['lines'];
  },
  sender: Pick<FulfillmentOrder, 'lines'> | null,
): Created {
  const { _id: orderId, owner, channel, reservationId, promisedLatestAtMs: dueMs } = order;
  return {
    type: 'fulfillment.FulfillmentOrderCreated',
    data: {
      ...{ fulfillmentOrderId: id, orderId, locationId: collectAtId, arrivedFrom },
      ...{ serviceCode: null, collection: true, owner, channel, reservationId },
      lines: lines.map((line) => {
        const sent = sender?.lines.find(({ lineId }) => lineId === line.lineId);
        const made = sent?.customisation === undefined ? {} : { customisation: sent.customisation };
        return { ...line, ...made, future: false };
      }),
      dueAt: { pickStartMs: dueMs, packedMs: dueMs, handoverMs: dueMs },
      promisedLatestAtMs: dueMs,
    },
  };
}

/** Goods for a customer who collects are sent to the store, unless they are there. */
const forwardingOf = (
  { methodType, collectAtId }: OrderFacts,
  { locationId, serviceCode }: Placement,
): { forwardTo?: string } =>
  collectAtId !== undefined && isStoreMethod(methodType) && serviceCode !== null && locationId !== collectAtId
    ? { forwardTo: collectAtId }
    : {};

/** Pickup points and lockers are the carrier's; these two end in a store of ours. */
const isStoreMethod = (methodType: string): boolean =>
  methodType === 'PICKUP_IN_STORE' || methodType === 'RESERVE_AND_COLLECT';

/** Units of one order line belong together, whether they are in stock or inbound. */
function merged(lines: readonly SoughtUnits[]) {
  const byLine = new Map<string, SoughtUnits & { awaited: number }>();
  for (const line of lines) {
    const known = byLine.get(line.lineId);
    byLine.set(line.lineId, {
      ...line,
      quantity: line.quantity + (known?.quantity ?? 0),
      future: line.future && (known?.future ?? true),
      awaited: (line.future ? line.quantity : 0) + (known?.awaited ?? 0),
    });
  }
  return [...byLine.values()].map(({ customisation, ...line }) => ({
    ...line,
    ...(customisation === undefined ? {} : { customisation }),
  }));
}

/** What is kept of an order for re-sourcing. */
export function orderFactsOf(order: EventPayload<'orders.OrderConfirmed'>): OrderFacts {
  const { orderId, owner, channel, currency, destination, methodType, code, collectAtId, windowStartAtMs } =
    order;
  const { promisedLatestAtMs, placedAtMs, reservationId } = order;
  return {
    ...{ _id: orderId, number: order.number, owner, channel, currency, destination, methodType, code },
    ...(collectAtId === undefined ? {} : { collectAtId }),
    ...(windowStartAtMs === undefined ? {} : { windowStartAtMs }),
    ...(order.holdDays === undefined ? {} : { holdDays: order.holdDays }),
    ...{ promisedLatestAtMs, placedAtMs, reservationId, excludedLocationIds: [] },
  };
}
