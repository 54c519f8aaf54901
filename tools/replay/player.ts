import { GraphError, type GraphClient, type GraphServer } from '../client/graphClient.ts';
import { signedWebhook } from '../client/carrierWebhook.ts';
import type { JoinedOrder } from '../olist/joinOrders.ts';
import type { Happening } from './timeline.ts';
import { skuOf } from './retailer.ts';

/** An order as it stands on the server. */
export interface Played {
  readonly orderId: string;
  readonly promisedLatestMs: number;
  parcels: { readonly carrier: string; readonly trackingCode: string }[];
  delivered: boolean;
}

/** Plays what happened through the public API, and keeps what it needs for the next step of each order. */
export interface Player {
  play(happening: Happening, nowMs: number): Promise<void>;
  readonly orders: ReadonlyMap<string, Played>;
  /** Orders that could not go through, with the reason. */
  readonly failed: ReadonlyMap<string, string>;
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
const cancel = 'mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }';

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

/** Codes that ask a client to repeat the same call. */
const repeatable = new Set([
  'DEADLINE_EXCEEDED',
  'SERVICE_UNAVAILABLE',
  'IDEMPOTENCY_IN_PROGRESS',
  'CONFLICT',
]);
const mostTries = 8;
const mostLooks = 200;

/** Repeats calls that were not answered; every command that changes something carries a key. */
function patient(client: GraphClient): GraphClient {
  return {
    run: async <D>(query: string, variables?: Record<string, unknown>) => {
      for (let tries = 1; ; tries++)
        try {
          return await client.run<D>(query, variables);
        } catch (error) {
          if (!(error instanceof GraphError) || !repeatable.has(error.code) || tries === mostTries)
            throw error;
          await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** tries));
        }
    },
  };
}

export function createPlayer(
  server: GraphServer,
  callers: { shopper: GraphClient; admin: GraphClient },
  webhookSecret: string,
): Player {
  const [shopper, admin] = [patient(callers.shopper), patient(callers.admin)];
  const orders = new Map<string, Played>();
  const failed = new Map<string, string>();

  const purchase = async (joined: JoinedOrder): Promise<void> => {
    const units = new Map<string, number>();
    for (const item of joined.items) units.set(skuOf(item), (units.get(skuOf(item)) ?? 0) + 1);
    const lines = [...units].map(([sku, quantity]) => ({ sku, quantity }));
    const { createCart: cart } = await shopper.run<{ createCart: { id: string } }>(createCart, {
      input: { currency: 'BRL', lines },
    });
    const { customer, customerPlace } = joined;
    const place =
      customerPlace === undefined ? {} : { latitude: customerPlace.lat, longitude: customerPlace.lng };
    // The data set names nobody; a carrier still wants a name and a street on the label.
    const address = {
      name: 'Customer',
      line1: 'Rua sem nome',
      postalCode: customer.zipPrefix,
      city: customer.city,
      country: 'BR',
      ...place,
    };
    const { setCartAddress } = await shopper.run<Pick<Answers, 'setCartAddress'>>(setAddress, {
      input: { cartId: cart.id, address },
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
    orders.set(joined.order.orderId, {
      orderId: placed.order.id,
      promisedLatestMs,
      parcels: [],
      delivered: false,
    });
  };
  /** The work of an order; subgraphs tell each other by events, so it may take a moment after checkout. */
  const workOf = async (orderId: string): Promise<Answers['fulfillmentOrders']> => {
    for (let tries = 1; ; tries++) {
      const { fulfillmentOrders } = await admin.run<Pick<Answers, 'fulfillmentOrders'>>(work, { orderId });
      if (fulfillmentOrders.edges.length > 0) return fulfillmentOrders;
      if (tries === mostLooks) throw new Error('no location has work on it');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const ship = async (played: Played): Promise<void> => {
    const fulfillmentOrders = await workOf(played.orderId);
    for (const { node } of fulfillmentOrders.edges) {
      const a = { id: node.id, key: node.id };
      await admin.run(doWork, { a, pick: a, pack: a });
      const done = await admin.run<Pick<Answers, 'handOverFulfillmentOrder'>>(handOver, { a });
      const { shipment } = done.handOverFulfillmentOrder;
      const carrier = shipment?.carrierService.carrier ?? '';
      played.parcels.push(
        ...(shipment?.parcels ?? []).map(({ trackingCode }) => ({ carrier, trackingCode })),
      );
    }
  };
  const deliver = async (played: Played, atMs: number, nowMs: number): Promise<void> => {
    for (const { carrier, trackingCode } of played.parcels) {
      const event = {
        eventId: `${trackingCode}-delivered`,
        rawCode: 'BDE',
        milestone: 'DELIVERED',
        text: 'Delivered',
        occurredAt: new Date(atMs).toISOString(),
      };
      const body = JSON.stringify({ trackingCode, carrier, events: [event] });
      const headers = signedWebhook(webhookSecret, event.eventId, nowMs, body);
      const { status, text } = await server.post(`/webhooks/carriers/${carrier}`, headers, body);
      if (status !== 200) throw new Error(`the webhook was answered ${status}: ${text.slice(0, 200)}`);
    }
    played.delivered = true;
  };
  const step = async ({ kind, order, atMs }: Happening, nowMs: number): Promise<void> => {
    if (kind === 'PURCHASE') return purchase(order);
    const played = orders.get(order.order.orderId);
    if (played === undefined) throw new Error('it was never placed');
    switch (kind) {
      case 'HAND_OVER':
        return ship(played);
      case 'DELIVERY':
        return deliver(played, atMs, nowMs);
      case 'CANCEL':
        await admin.run(cancel, {
          input: { orderId: played.orderId, reason: order.order.status, idempotencyKey: order.order.orderId },
        });
        return;
      default:
        return kind satisfies never;
    }
  };
  return {
    orders,
    failed,
    play: async (happening, nowMs) => {
      const id = happening.order.order.orderId;
      if (failed.has(id)) return;
      try {
        await step(happening, nowMs);
      } catch (error) {
        failed.set(id, `${happening.kind}: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
  };
}
