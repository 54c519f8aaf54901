import type { Identity } from '../../schema/identity.ts';
import type { TradingApplication } from './tradingApplication.ts';
import { callers } from './world.ts';

const address = { name: 'A B', line1: 'Rue 1', postalCode: '75002', city: 'Paris', country: 'FR' };

/** What placing an order came to. */
export interface Placed {
  readonly __typename: string;
  readonly order?: {
    readonly id: string;
    readonly status: string;
    readonly lines: { readonly id: string }[];
  };
  readonly skus?: string[];
  readonly declineCode?: string;
}

export const placeOrderText = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on PlaceOrderSuccess { order { id status lines { id } } }
  ... on OutOfStock { skus } ... on PaymentDeclined { declineCode } } }`;

const cartFields =
  'id channel currency locale destination { country postalCode latitude longitude } lines { sku quantity customisation } promotionCodes';

/** A customer as a client of the subgraphs: opens a cart, asks for options, orders. */
export interface Buyer {
  readonly who: Identity;
  /** A cart with an address. */
  cart(lines: readonly { sku: string; quantity: number }[]): Promise<string>;
  /** Handle of the first option of a method; of one that ships if none is named. */
  handle(cartId: string, methodType?: string): Promise<string>;
  /** The input of placeOrder for a cart with a fresh handle. */
  order(cartId: string, more?: object, methodType?: string): Promise<Record<string, unknown>>;
  place(input: object): Promise<Placed>;
  /** All of it at once. */
  buy(sku: string, quantity: number, token?: string): Promise<Placed>;
}

let keys = 0;

export function buyerIn(application: TradingApplication, who: Identity = callers.shopper()): Buyer {
  const buyer: Buyer = {
    who,
    cart: async (lines) => {
      const create = `mutation($input: CreateCartInput!) { createCart(input: $input) { id } }`;
      const input = { currency: 'EUR', lines };
      const { createCart } = await application.ok<{ createCart: { id: string } }>(
        'orders',
        create,
        { input },
        who,
      );
      const set = `mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) { id } }`;
      await application.ok('orders', set, { input: { cartId: createCart.id, address } }, who);
      return createCart.id;
    },
    handle: async (cartId, methodType = 'SHIPPING') => {
      const { cart } = await application.ok<{ cart: object }>(
        'orders',
        `query($id: ID!) { cart(id: $id) { ${cartFields} } }`,
        { id: cartId },
        who,
      );
      const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Cart {
        deliveryOptions { options { handle methodType } unavailable { reason } } } } }`;
      type Options = { options: { handle: string; methodType: string }[]; unavailable: { reason: string }[] };
      const { _entities } = await application.ok<{ _entities: { deliveryOptions: Options }[] }>(
        'promise',
        query,
        { of: [{ __typename: 'Cart', ...cart }] },
        who,
      );
      const { options = [], unavailable = [] } = _entities[0]?.deliveryOptions ?? {};
      const option = options.find((each) => each.methodType === methodType);
      if (option === undefined)
        throw new Error(`No ${methodType}: ${unavailable.map(({ reason }) => reason).join(', ')}.`);
      return option.handle;
    },
    order: async (cartId, more = {}, methodType = 'SHIPPING') => ({
      ...{
        cartId,
        deliveryOptionHandle: await buyer.handle(cartId, methodType),
        idempotencyKey: `key-${++keys}`,
      },
      payment: { method: 'CARD', token: 'tok_ok' },
      ...more,
    }),
    place: async (input) =>
      (await application.ok<{ placeOrder: Placed }>('orders', placeOrderText, { input }, who)).placeOrder,
    buy: async (sku, quantity, token = 'tok_ok') => {
      const cartId = await buyer.cart([{ sku, quantity }]);
      return buyer.place(await buyer.order(cartId, { payment: { method: 'CARD', token } }));
    },
  };
  return buyer;
}
