/** Fills a cart, shows its delivery options, orders home delivery and follows the order until it has arrived. */
import type { Client } from '@urql/core';
import WebSocket from 'ws';
import { accessAs } from '../access.ts';
import { mayFollowAgain } from '../streamEnd.ts';
import { openClient } from './client.ts';
import {
  CART_OPTIONS,
  CREATE_CART,
  ORDER_STATUS,
  PLACE_ORDER,
  SET_ADDRESS,
  type Option,
} from './operations.ts';

const address = {
  name: 'Camille Exemple',
  line1: '1 place de la République',
  postalCode: '75011',
  city: 'Paris',
  country: 'FR',
};

/** What a result holds. @throws CombinedError where the server or the line refused */
function dataOf<D>({
  data,
  error,
}: {
  readonly data?: D | undefined;
  readonly error?: Error | undefined;
}): D {
  if (error !== undefined) throw error;
  if (data === undefined) throw new Error('The answer has no data.');
  return data;
}

async function chooseDelivery(client: Client, cartId: string): Promise<Option> {
  const { cart } = dataOf(await client.query(CART_OPTIONS, { cartId }, { requestPolicy: 'network-only' }));
  const options = cart?.deliveryOptions.options ?? [];
  for (const { title, latestDeliveryAt, price } of options)
    console.log(`${title}: by ${latestDeliveryAt}, ${price.amountMinor / 100} ${price.currency}`);
  const home = options.find(({ methodType }) => methodType === 'SHIPPING');
  if (home === undefined) throw new Error('Nothing can be delivered there.');
  return home;
}

/** Prints each step once until the order has arrived. @throws CombinedError when the server refuses for good */
const follow = (client: Client, orderId: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let last = 0;
    const subscribe = (): void => {
      const { unsubscribe } = client.subscription(ORDER_STATUS, { orderId }).subscribe(({ data, error }) => {
        if (error !== undefined) {
          unsubscribe();
          if (mayFollowAgain(error.graphQLErrors)) setTimeout(subscribe, 500);
          else reject(error);
        }
        // After a cut the client subscribes again from the start; what was seen is dropped.
        if (data === undefined || data.orderStatus.seq <= last) return;
        const { seq, status, summary } = data.orderStatus;
        last = seq;
        console.log(`#${seq} ${status}: ${summary}`);
        if (status !== 'DELIVERED' && status !== 'CANCELLED') return;
        unsubscribe();
        resolve();
      });
    };
    subscribe();
  });

const { client, close } = openClient(accessAs('shopper'), WebSocket);
const { createCart } = dataOf(await client.mutation(CREATE_CART, { sku: 'SHO-001-BLK-38' }));
dataOf(await client.mutation(SET_ADDRESS, { cartId: createCart.id, address }));
const { handle } = await chooseDelivery(client, createCart.id);
const input = {
  cartId: createCart.id,
  deliveryOptionHandle: handle,
  payment: { method: 'CARD', token: 'tok_ok' },
  // The same key gives the same order, however often it is sent.
  idempotencyKey: `checkout-${createCart.id}`,
};
const { placeOrder } = dataOf(await client.mutation(PLACE_ORDER, { input }));
if (placeOrder.__typename !== 'PlaceOrderSuccess') throw new Error(placeOrder.message);
console.log(`Order ${placeOrder.order.number} (${placeOrder.order.id})`);
await follow(client, placeOrder.order.id);
await close();
