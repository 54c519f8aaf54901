import type { GraphClient } from '../../tools/client/graphClient.ts';

/** A cart that only waits for its order. */
export interface ReadyCart {
  readonly cartId: string;
  readonly handle: string;
}

const createCart = 'mutation($input: CreateCartInput!) { createCart(input: $input) { id } }';
const setAddress = `mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) { id
  deliveryOptions(methodTypes: [SHIPPING]) { options { handle } unavailable { reason detail } } } }`;
const placeOrder = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on PlaceOrderSuccess { order { id } } ... on OutOfStock { message } ... on PromiseExpired { message } } }`;

/** Where the parcels go: towns of the retailer's own country. */
const towns = ['75002', '69003', '13006', '33000', '59000', '44000', '31000', '67000'];

interface Options {
  readonly setCartAddress: {
    readonly deliveryOptions: {
      readonly options: readonly { readonly handle: string }[];
      readonly unavailable: readonly { readonly reason: string; readonly detail: string }[];
    };
  };
}

/** A cart of these lines with an address and its first delivery option. */
export async function fillCart(
  shopper: GraphClient,
  lines: readonly { readonly sku: string; readonly quantity: number }[],
  index: number,
): Promise<ReadyCart> {
  const { createCart: cart } = await shopper.run<{ createCart: { id: string } }>(createCart, {
    input: { currency: 'EUR', lines },
  });
  const address = {
    ...{ name: 'Load Test', line1: '1 rue de la Paix', city: 'Somewhere', country: 'FR' },
    postalCode: towns[index % towns.length],
  };
  const { setCartAddress } = await shopper.run<Options>(setAddress, { input: { cartId: cart.id, address } });
  const { options, unavailable } = setCartAddress.deliveryOptions;
  const handle = options[0]?.handle;
  if (handle === undefined)
    throw new Error(`Nothing ships: ${unavailable[0]?.reason} ${unavailable[0]?.detail}`);
  return { cartId: cart.id, handle };
}

/** Two different articles; every index has a pair of its own. */
export const twoLines = (skus: readonly string[], index: number): { sku: string; quantity: number }[] => [
  { sku: skus[index % skus.length]!, quantity: 1 },
  { sku: skus[(index + 7) % skus.length]!, quantity: 1 + (index % 2) },
];

/** What placeOrder answered: the order's id, or why there is none. */
export type Answer = { readonly orderId: string } | { readonly refused: string };

export async function place(shopper: GraphClient, cart: ReadyCart): Promise<Answer> {
  const input = {
    ...{ cartId: cart.cartId, deliveryOptionHandle: cart.handle, idempotencyKey: cart.cartId },
    payment: { method: 'CARD', token: 'tok_ok' },
  };
  const { placeOrder: placed } = await shopper.run<{
    placeOrder: { readonly __typename: string; readonly order?: { readonly id: string } };
  }>(placeOrder, { input });
  return placed.order === undefined ? { refused: placed.__typename } : { orderId: placed.order.id };
}
