import type { Identity } from '../../schema/identity.ts';
import type { TradingApplication } from './tradingApplication.ts';

/** An option of a cart, as far as tests look at it. */
export interface CartOption {
  readonly handle: string;
  readonly code: string;
  readonly methodType: string;
  readonly latestDeliveryAt: string;
  readonly orderBy: string;
  readonly windows: readonly { readonly startAt: string; readonly endAt: string; readonly orderBy: string }[];
  readonly price: { readonly amountMinor: number };
  readonly collectAt: { readonly id: string; readonly holdUntil: string } | null;
}

/** What a cart can be promised. */
export interface CartOptions {
  readonly options: readonly CartOption[];
  readonly unavailable: readonly { readonly methodType: string; readonly reason: string }[];
}

const cartText = `query($id: ID!) { cart(id: $id) { id channel currency locale
  destination { country postalCode latitude longitude } lines { sku quantity customisation } promotionCodes } }`;
const optionsText = `query($of: [_Any!]!, $types: [DeliveryMethodType!], $maxSplits: Int) { _entities(representations: $of) { ... on Cart {
  deliveryOptions(methodTypes: $types, maxSplits: $maxSplits) { unavailable { methodType reason }
    options { handle code methodType latestDeliveryAt orderBy windows { startAt endAt orderBy }
      price { amountMinor } collectAt { id holdUntil } } } } } }`;

/** Asks both subgraphs as the gateway would. */
export async function optionsFor(
  application: TradingApplication,
  who: Identity,
  cartId: string,
  types: readonly string[],
  maxSplits?: number,
): Promise<CartOptions> {
  const { cart } = await application.ok<{ cart: object }>('orders', cartText, { id: cartId }, who);
  const of = [{ __typename: 'Cart', ...cart }];
  type Answer = { _entities: { deliveryOptions: CartOptions }[] };
  const { _entities } = await application.ok<Answer>('promise', optionsText, { of, types, maxSplits }, who);
  return _entities[0]?.deliveryOptions ?? { options: [], unavailable: [] };
}
