import { useClient, useQuery } from 'urql';
import { usePreferences } from '../../../client/preferences.ts';
import { newKey } from '../../../client/newKey.ts';
import {
  shopAddLine,
  shopCart,
  shopCreateCart,
  type CartLineInput,
  type ShopCartResult,
} from '../generated/operations.ts';
import { rememberCart, useCartId } from './cartMemory.ts';
import { usePlace } from './place.ts';

export type Cart = NonNullable<ShopCartResult['cart']>;

/** The visitor's cart, if there is one that has not become an order. */
export function useCart() {
  const id = useCartId();
  const { language: locale } = usePreferences();
  const [{ data, fetching, error }] = useQuery({
    query: shopCart,
    variables: { id, locale },
    pause: id === '',
    requestPolicy: 'cache-and-network',
  });
  const found = id === '' ? undefined : (data?.cart ?? undefined);
  const cart = found?.order === null ? found : undefined;
  return { cart, fetching: fetching && id !== '', error };
}

/** Puts a line into the cart; opens one where there is none. */
export function useAddLine() {
  const client = useClient();
  const { cart } = useCart();
  const { language: locale } = usePreferences();
  const { place } = usePlace();
  return async (line: CartLineInput) => {
    if (cart !== undefined) {
      const added = await client.mutation(shopAddLine, { input: { cartId: cart.id, line }, locale });
      return added.error;
    }
    const input = {
      ...{ currency: 'EUR', locale, lines: [line], idempotencyKey: newKey() },
      ...(place.postalCode !== '' && { destination: place }),
    };
    const { data, error } = await client.mutation(shopCreateCart, { input, locale });
    if (data) rememberCart(data.createCart.id);
    return error;
  };
}
