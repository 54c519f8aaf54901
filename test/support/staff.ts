import type { JournalEvent } from '../../platform/journal/journalRow.ts';
import { eventTypes, type EventName, type EventPayload } from '../../schema/events/registry.ts';
import type { Identity } from '../../schema/identity.ts';
import type { TradingApplication } from './tradingApplication.ts';

/** Work of a location on an order. */
export interface Work {
  readonly id: string;
  readonly step: string;
  readonly status: string;
  readonly location: { readonly id: string };
  readonly lines: readonly { readonly lineId: string; readonly sku: string; readonly quantity: number }[];
  readonly shipment: { readonly id: string } | null;
  readonly allowedActions: readonly string[];
  readonly arrivedFrom: string | null;
}

const workFields =
  'id status step location { id } lines { lineId sku quantity } shipment { id } allowedActions arrivedFrom';

/** All work on an order, in the order of locations. */
export async function workOn(application: TradingApplication, orderId: string): Promise<Work[]> {
  const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order { fulfillmentOrders { ${workFields} } } } }`;
  const { _entities } = await application.ok<{ _entities: { fulfillmentOrders: Work[] }[] }>(
    'fulfillment',
    query,
    {
      of: [{ __typename: 'Order', id: orderId }],
    },
  );
  return [...(_entities[0]?.fulfillmentOrders ?? [])].sort((a, b) =>
    a.location.id < b.location.id ? -1 : 1,
  );
}

/** The work on an order that has some; its first, in the order of locations. */
export async function firstWorkOn(application: TradingApplication, orderId: string): Promise<Work> {
  const [work] = await workOn(application, orderId);
  if (work === undefined) throw new Error('Nobody works on the order.');
  return work;
}

const inputTypes: Readonly<Record<string, string>> = {
  pickFulfillmentOrder: 'PickInput',
  packFulfillmentOrder: 'PackInput',
};

/** One action of a location; as the system unless somebody is named. */
export async function act(
  application: TradingApplication,
  name: string,
  input: object,
  who?: Identity,
): Promise<Work> {
  const type = inputTypes[name] ?? 'FulfillmentOrderActionInput';
  const query = `mutation($input: ${type}!) { done: ${name}(input: $input) { ${workFields} } }`;
  return (await application.ok<{ done: Work }>('fulfillment', query, { input }, who)).done;
}

/** Everything a location does until the goods are with the carrier. */
export async function handOver(application: TradingApplication, work: Work): Promise<Work> {
  const { id } = work;
  await act(application, 'acceptFulfillmentOrder', { id });
  await act(application, 'pickFulfillmentOrder', { id });
  const lines = work.lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
  await act(application, 'packFulfillmentOrder', { id, parcels: [{ weightGrams: 500, lines }] });
  await act(application, 'labelFulfillmentOrder', { id });
  const done = await act(application, 'handOverFulfillmentOrder', { id });
  await application.settle();
  return done;
}

let told = 0;

/** Another subgraph's event reaches a consumer, and everything it sets off has happened. */
export async function tell<N extends EventName>(
  application: TradingApplication,
  consumers: readonly string[],
  type: N,
  data: EventPayload<N>,
  id = `told-${++told}`,
): Promise<void> {
  const parsed = eventTypes[type].payload.parse(data) as Record<string, unknown>;
  const event: JournalEvent = {
    ...{ id, stream: `told:${id}`, seq: 1, type, v: 1, at: application.clock.nowMs() },
    ...{ actor: 'test', cause: 'test', data: parsed },
  };
  for (const consumer of consumers)
    await application.bus.publish(`event.${consumer}`, { event, consumer, owner: 'others' });
  await application.settle();
}

/** The carrier says that a location's parcel has arrived. */
export const deliver = (application: TradingApplication, orderId: string, work: Work): Promise<void> =>
  tell(application, ['orders', 'insights'], 'shipping.ShipmentDelivered', {
    ...{ shipmentId: work.shipment?.id ?? '', orderId, fulfillmentOrderId: work.id },
    ...{ serviceCode: 'parcel', locationId: work.location.id, isReturn: false },
    ...{ deliveredAtMs: application.clock.nowMs(), promisedLatestAtMs: application.clock.nowMs() + 1 },
    lines: work.lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity })),
  });
