import { signedWebhook } from '../client/carrierWebhook.ts';
import type { GraphClient, GraphServer } from '../client/graphClient.ts';
import type { JoinedOrder } from '../olist/joinOrders.ts';
import { skuOf } from './retailer.ts';

/** An order as it stands on the server. */
export interface Played {
  readonly orderId: string;
  readonly promisedLatestMs: number;
  parcels: { readonly carrier: string; readonly trackingCode: string }[];
  delivered: boolean;
}

/** The running server and those who act on it. */
export interface Store {
  readonly server: GraphServer;
  readonly shopper: GraphClient;
  readonly admin: GraphClient;
  /** Signs carriers' webhooks. */
  readonly webhookSecret: string;
}

const createCart = 'mutation($input: CreateCartInput!) { createCart(input: $input) { id } }';
const setAddress =
  'mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) { id deliveryOptions(methodTypes: [SHIPPING]) { options { handle } unavailable { reason detail } } } }';
const placeOrder = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on PlaceOrderSuccess { order { id promise { originalLatestAt } } }
  ... on OutOfStock { message } ... on PromiseExpired { message } ... on PaymentDeclined { message } } }`;
const work =
  'query($orderId: ID!) { fulfillmentOrders(filter: { orderId: $orderId }, first: 100) { edges { node { id allowedActions } } } }';
const doWork = `mutation($a: FulfillmentOrderActionInput!, $pick: PickInput!, $pack: PackInput!) {
  acceptFulfillmentOrder(input: $a) { id } startPicking(input: $a) { id } pickFulfillmentOrder(input: $pick) { id }
  packFulfillmentOrder(input: $pack) { id } labelFulfillmentOrder(input: $a) { id }
}`;
const handOver = `mutation($a: FulfillmentOrderActionInput!) { handOverFulfillmentOrder(input: $a) {
  shipment { carrierService { carrier } parcels { trackingCode } } } }`;

interface Answers {
  readonly setCartAddress: {
    readonly deliveryOptions: {
      readonly options: readonly { readonly handle: string }[];
      readonly unavailable: readonly { readonly reason: string; readonly detail: string }[];
    };
  };
  readonly placeOrder: {
    readonly __typename: string;
    readonly message?: string;
    readonly order?: { readonly id: string; readonly promise: { readonly originalLatestAt: string } };
  };
  readonly fulfillmentOrders: {
    readonly edges: readonly {
      readonly node: { readonly id: string; readonly allowedActions: readonly string[] };
    }[];
  };
  readonly handOverFulfillmentOrder: {
    readonly shipment: {
      readonly carrierService: { readonly carrier: string };
      readonly parcels: readonly { readonly trackingCode: string }[];
    } | null;
  };
}

const cancelOrder = 'mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }';
const mostLooks = 200;

/** Carts, addresses and places an order. */
export async function purchase({ shopper }: Store, joined: JoinedOrder): Promise<Played> {
  const units = new Map<string, number>();
  for (const item of joined.items) units.set(skuOf(item), (units.get(skuOf(item)) ?? 0) + 1);
  const lines = [...units].map(([sku, quantity]) => ({ sku, quantity }));
  const { createCart: cart } = await shopper.run<{ createCart: { id: string } }>(createCart, {
    input: { currency: 'BRL', lines },
  });
  const { setCartAddress } = await shopper.run<Pick<Answers, 'setCartAddress'>>(setAddress, {
    input: { cartId: cart.id, address: addressOf(joined) },
  });
  const { options, unavailable } = setCartAddress.deliveryOptions;
  const handle = options[0]?.handle;
  if (handle === undefined)
    throw new Error(`nothing can be promised: ${unavailable[0]?.reason} ${unavailable[0]?.detail}`);
  const input = {
    cartId: cart.id,
    deliveryOptionHandle: handle,
    payment: { method: 'CARD', token: 'tok_ok' },
    idempotencyKey: joined.order.orderId,
    externalReference: joined.order.orderId,
  };
  const { placeOrder: placed } = await shopper.run<Pick<Answers, 'placeOrder'>>(placeOrder, { input });
  if (placed.order === undefined) throw new Error(`${placed.__typename}: ${placed.message}`);
  const promisedLatestMs = Date.parse(placed.order.promise.originalLatestAt);
  return { orderId: placed.order.id, promisedLatestMs, parcels: [], delivered: false };
}

function addressOf({ customer, customerPlace }: JoinedOrder): object {
  const place =
    customerPlace === undefined ? {} : { latitude: customerPlace.lat, longitude: customerPlace.lng };
  // The data set names nobody; a carrier still wants a name and a street on the label.
  return {
    name: 'Customer',
    line1: 'Rua sem nome',
    postalCode: customer.zipPrefix,
    city: customer.city,
    country: 'BR',
    ...place,
  };
}

/** The work of an order; subgraphs tell each other by events, so it may take a moment after checkout. */
async function workOf({ admin }: Store, orderId: string): Promise<Answers['fulfillmentOrders']> {
  for (let tries = 1; ; tries++) {
    const { fulfillmentOrders } = await admin.run<Pick<Answers, 'fulfillmentOrders'>>(work, { orderId });
    if (fulfillmentOrders.edges.length > 0) return fulfillmentOrders;
    if (tries === mostLooks) throw new Error('no location has work on it');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Locations do their work; the parcels are noted. */
export async function ship(store: Store, played: Played): Promise<void> {
  const fulfillmentOrders = await workOf(store, played.orderId);
  for (const { node } of fulfillmentOrders.edges) {
    const a = { id: node.id, idempotencyKey: node.id };
    await store.admin.run(doWork, { a, pick: a, pack: a });
    const done = await store.admin.run<Pick<Answers, 'handOverFulfillmentOrder'>>(handOver, { a });
    const { shipment } = done.handOverFulfillmentOrder;
    const carrier = shipment?.carrierService.carrier ?? '';
    played.parcels.push(...(shipment?.parcels ?? []).map(({ trackingCode }) => ({ carrier, trackingCode })));
  }
}

/** The carrier reports each parcel delivered at `atMs`. */
export async function deliver(store: Store, played: Played, atMs: number, nowMs: number): Promise<void> {
  for (const { carrier, trackingCode } of played.parcels) {
    const event = {
      eventId: `${trackingCode}-delivered`,
      rawCode: 'BDE',
      milestone: 'DELIVERED',
      text: 'Delivered',
      occurredAt: new Date(atMs).toISOString(),
    };
    const body = JSON.stringify({ trackingCode, carrier, events: [event] });
    const headers = signedWebhook(store.webhookSecret, event.eventId, nowMs, body);
    const { status, text } = await store.server.post(`/webhooks/carriers/${carrier}`, headers, body);
    if (status !== 200) throw new Error(`the webhook was answered ${status}: ${text.slice(0, 200)}`);
  }
  played.delivered = true;
}

/** Cancels what is left of an order. */
export async function cancel({ admin }: Store, played: Played, key: string, reason: string): Promise<void> {
  await admin.run(cancelOrder, { input: { orderId: played.orderId, reason, idempotencyKey: key } });
}
