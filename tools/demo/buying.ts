import { randomUUID } from 'node:crypto';
import type { GraphClient } from '../client/graphClient.ts';
import * as operations from './operations.ts';
import type { Money } from './say.ts';
import { sayAnswer, type Answer } from './shopping.ts';

/** An order as the story reads it. */
export interface Bought {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly lines: readonly { readonly id: string; readonly sku: string }[];
  readonly totals: { readonly total: Money };
  readonly promise: {
    readonly title: string;
    readonly originalLatestAt: string;
    readonly timeZone: string;
  };
}

/** How somebody buys something. */
export interface Purchase {
  /** Beside the currency: lines, whose cart it is, where it is sold. */
  readonly cart: Readonly<Record<string, unknown>>;
  readonly payment: { readonly method: string; readonly token: string };
  /** Beginning of the code of the wanted way. @default standard-home */
  readonly way?: string;
  /** Whether the ways there are to get it are told. @default false */
  readonly showsWays?: boolean;
}

/** Somebody who belongs to nobody, at a street of Lyon. */
export const lyon = {
  ...{ name: 'Claude Exemple', line1: '12 rue de la République', postalCode: '69002', city: 'Lyon' },
  country: 'FR',
};

/** Cart, address, options, order. @throws Error that says what was not possible */
export async function buy(
  client: GraphClient,
  { cart, payment, way, showsWays = false }: Purchase,
): Promise<Bought> {
  const { createCart } = await client.run<{ createCart: { id: string } }>(operations.createCart, {
    input: { currency: 'EUR', ...cart },
  });
  const cartId = createCart.id;
  await client.run(operations.setAddress, { input: { cartId, address: lyon } });
  await client.run(operations.setContact, { input: { cartId, email: 'claude@example.com' } });
  interface Options {
    readonly cart: { readonly deliveryOptions: Answer };
  }
  const ways = (await client.run<Options>(operations.cartOptions, { id: cartId })).cart.deliveryOptions;
  const { options } = ways;
  if (showsWays) sayAnswer({ ...ways, unavailable: [] }, 5);
  const chosen = options.find(({ code }) => code.startsWith(way ?? 'standard-home')) ?? options[0];
  if (chosen === undefined) throw new Error('Nothing can be delivered.');
  const { placeOrder } = await client.run<{ placeOrder: { order?: Bought; message?: string } }>(
    operations.placeOrder,
    { input: { cartId, deliveryOptionHandle: chosen.handle, payment, idempotencyKey: randomUUID() } },
  );
  if (placeOrder.order === undefined) throw new Error(placeOrder.message ?? 'The order was not placed.');
  return placeOrder.order;
}
