import type { EventPayload } from '../../../schema/events/registry.ts';
import type { OrderView } from './views.ts';

type Placed = EventPayload<'orders.OrderPlaced'>;

export const unitsOf = (lines: readonly { readonly quantity: number }[]): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);
export const shortLines = (lines: readonly { readonly sku: string; readonly quantity: number }[]) =>
  lines.map(({ sku, quantity }) => ({ sku, quantity }));

/** When goods that are in stock are to be with the carrier; nothing for what is made, waits for a receipt, or is collected. */
export function dispatchOf(shipments: Placed['shipments']): Pick<OrderView, 'dispatchDueAtMs'> {
  const due = shipments
    .filter(({ serviceCode, lines }) => serviceCode !== null && lines.every(({ future }) => !future))
    .flatMap(({ milestones }) => milestones.filter(({ code }) => code === 'CARRIER_PICKUP'))
    .map(({ dueAtMs }) => dueAtMs);
  if (due.length === 0) return {};
  // The last of them: a split order leaves bit by bit.
  return { dispatchDueAtMs: Math.max(...due) };
}

/** The service that the goods of an order take; of several the first. */
export function serviceOf(shipments: Placed['shipments']) {
  const serviceCode = shipments.find((shipment) => shipment.serviceCode !== null)?.serviceCode;
  return serviceCode == null ? {} : { serviceCode };
}

/** Country and the beginning of the postal code: as much of a place as says how long parcels take. */
const areaOf = ({ country, postalCode = '' }: Placed['destination']): string =>
  `${country}-${postalCode.slice(0, 2).toUpperCase()}`;

/** What care keeps of an order that was placed. */
export function placedOrder(data: Placed): OrderView {
  const { orderId, number, owner, channel, locale, destination, promise, placedAtMs, total } = data;
  const lines = shortLines(data.lines);
  return {
    ...{ _id: orderId, number, owner, channel, locale, country: destination.country, placedAtMs },
    ...{ timeZone: promise.timeZone, originalLatestAtMs: promise.latestAtMs, latestAtMs: promise.latestAtMs },
    ...{ ordered: unitsOf(lines), cancelled: 0, labelled: 0, planned: data.shipments.length },
    ...{ returnIds: [], total, lines, area: areaOf(destination) },
    ...serviceOf(data.shipments),
    ...dispatchOf(data.shipments),
    ...(promise.collectAtId === undefined ? {} : { collectAtId: promise.collectAtId }),
  };
}

/** What its customer is told of it. */
export const placedTelling = ({ orderId, total, lines, promise, placedAtMs }: Placed) => ({
  ...{ orderId, version: 1, factAtMs: placedAtMs },
  code: 'ORDER_PLACED' as const,
  facts: { amount: total, latestAtMs: promise.latestAtMs, lines: shortLines(lines) },
});

/** What its customer is told of units that are still to come in; undefined when all are there. */
export function backorderTelling({ orderId, shipments, promise, placedAtMs }: Placed) {
  const units = unitsOf(shipments.flatMap(({ lines }) => lines.filter(({ future }) => future)));
  if (units === 0) return undefined;
  const facts = { units, latestAtMs: promise.latestAtMs };
  return { orderId, version: 1, factAtMs: placedAtMs, code: 'BACKORDERED' as const, facts };
}

/** A parcel that was made ready for its carrier. */
export function createdParcel(
  data: EventPayload<'shipping.ShipmentCreated'>,
  atMs: number,
  order: Pick<OrderView, 'repromisedLatestAtMs'> | null,
) {
  const { shipmentId, orderId, returnId, collectAtId, serviceCode } = data;
  const anew = order?.repromisedLatestAtMs ?? 0;
  const promisedLatestAtMs =
    data.promisedLatestAtMs === undefined ? undefined : Math.max(data.promisedLatestAtMs, anew);
  // What comes back, and what goes to a store, is nobody's promise here.
  const isWatched = returnId === undefined && collectAtId === undefined;
  return {
    ...{ locationId: data.locationId, lastMile: data.carrier },
    ...{ _id: shipmentId, orderId, serviceCode, toStore: collectAtId !== undefined, createdAtMs: atMs },
    ...{ tracking: [], lines: shortLines(data.lines), lineIds: data.lines.map(({ lineId }) => lineId) },
    ...(returnId === undefined ? {} : { returnId }),
    ...(isWatched ? { lookAtMs: atMs + 3_600_000 } : {}),
    ...(promisedLatestAtMs === undefined ? {} : { promisedLatestAtMs }),
  };
}
