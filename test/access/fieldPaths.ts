import type { SubgraphName } from '../../main/subgraphNames.ts';
import type { CustomerRows } from './rows.ts';

/** How a protected field is reached in its subgraph. */
export interface FieldPath {
  (rows: CustomerRows): { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };
  readonly subgraph: SubgraphName;
}

const path = (
  subgraph: SubgraphName,
  query: string,
  variables: (rows: CustomerRows) => Readonly<Record<string, unknown>> = () => ({}),
): FieldPath => Object.assign((rows: CustomerRows) => ({ query, variables: variables(rows) }), { subgraph });

const entity = (
  subgraph: SubgraphName,
  type: string,
  fields: string,
  key: (rows: CustomerRows) => Readonly<Record<string, unknown>>,
): FieldPath =>
  path(
    subgraph,
    `query($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${fields} } } }`,
    (rows) => ({ of: [{ __typename: type, ...key(rows) }] }),
  );

const order = (subgraph: SubgraphName, fields: string) =>
  entity(subgraph, 'Order', fields, ({ ids }) => ({ id: ids.order }));
const shipment = (fields: string) =>
  entity('shipping', 'Shipment', fields, ({ ids }) => ({ id: ids.shipment }));
const lanes = (fields: string) => path('shipping', `{ carrierServices { lanes { ${fields} } } }`);
const promise = (fields: string) =>
  path(
    'promise',
    `query($input: PromiseInput!) { promise(input: $input) { ${fields} } }`,
    ({ sku, channel }) => ({
      input: {
        channel,
        currency: 'EUR',
        destination: { country: 'FR', postalCode: '75002' },
        lines: [{ sku, quantity: 1 }],
      },
    }),
  );

/** A way to every field of the table that is no query, command or subscription. */
export const fieldPaths: Readonly<Record<string, FieldPath>> = {
  'Order.payments': order('orders', 'payments { id }'),
  'Order.customerRef': order('orders', 'customerRef'),
  'Order.collection': order('orders', 'collection { code }'),
  'Order.giftReceipt': order('orders', 'giftReceipt { code }'),
  'GiftReceipt.orderId': order('orders', 'giftReceipt { orderId }'),
  'Order.customer': order('orders', 'customer { ref }'),
  'Order.failedMoney': order('orders', 'failedMoney { kind }'),
  'Order.soldBy': order('orders', 'soldBy { location { id } }'),
  'SoldBy.person': order('orders', 'soldBy { person }'),
  'Order.placedBy': order('orders', 'placedBy { reason }'),
  'OrderEvent.actor': order('orders', 'timeline(first: 1) { edges { node { actor } } }'),
  'Order.contact': order('orders', 'contact { email }'),
  'Payment.providerReference': order('orders', 'payments { providerReference }'),
  'Location.throttle': entity('fulfillment', 'Location', 'throttle { reason }', ({ ids }) => ({
    id: ids.location,
  })),
  'Order.fulfillmentOrders': order('fulfillment', 'fulfillmentOrders { id }'),
  'Order.shipments': order('shipping', 'shipments { id }'),
  'Order.returns': order('returns', 'returns { id }'),
  'Order.returnOptions': order('returns', 'returnOptions { method }'),
  'Order.returnPlaces': order('returns', 'returnPlaces(first: 1) { method }'),
  'Order.returnWindowEndsAt': order('returns', 'returnWindowEndsAt'),
  'Order.incidents': order('care', 'incidents { id }'),
  'Order.tickets': order('care', 'tickets { id }'),
  'Return.retailerCost': entity('returns', 'Return', 'retailerCost { amountMinor }', ({ ids }) => ({
    id: ids.return,
  })),
  'Order.messages': order('care', 'messages { id }'),
  'Order.promiseOutcome': order('insights', 'promiseOutcome { kept }'),
  'ProductVariant.stock': entity('catalog', 'ProductVariant', 'stock { onHand }', ({ sku }) => ({ sku })),
  'Shipment.location': shipment('location { id }'),
  'Shipment.label': shipment('label { fileName }'),
  'CarrierLane.cost': lanes('cost { amountMinor }'),
  'CarrierLane.costPerKg': lanes('costPerKg { amountMinor }'),
  'Promise.trace': promise('trace { json }'),
  'DeliveryOption.costToServe': promise('options { costToServe { amountMinor } }'),
  'PlannedShipment.location': promise('options { shipments { location { id } } }'),
};
