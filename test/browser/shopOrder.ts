/** Asks the graph as a ready-made role; throws what it complains of. */
export async function ask<Result>(
  origin: string,
  token: string,
  query: string,
  variables: object = {},
): Promise<Result> {
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: Result; errors?: { message: string }[] };
  if (errors !== undefined || data === undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** An order that a task works on. */
export interface PlacedOrder {
  readonly id: string;
  readonly number: string;
  readonly email: string;
}

const createCart = `mutation($input: CreateCartInput!) { createCart(input: $input) {
  id deliveryOptions(methodTypes: [SHIPPING]) { options { handle } } } }`;
const placeOrder = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) {
  __typename ... on PlaceOrderSuccess { order { id number } } } }`;

/** Places an order of some units of one article, as a shopper of the ready-made retailer. */
export async function placeShopOrder(
  origin: string,
  token: string,
  given: { readonly sku: string; readonly quantity: number; readonly key: string; readonly name: string },
): Promise<PlacedOrder> {
  const email = `${given.key}@example.com`;
  const { createCart: cart } = await ask<{
    createCart: { id: string; deliveryOptions: { options: { handle: string }[] } };
  }>(origin, token, createCart, {
    input: {
      ...{ currency: 'EUR', locale: 'fr', lines: [{ sku: given.sku, quantity: given.quantity }] },
      address: {
        name: given.name,
        line1: '12 rue Oberkampf',
        postalCode: '75011',
        city: 'Paris',
        country: 'FR',
      },
      contact: { email },
    },
  });
  const handle = cart.deliveryOptions.options[0]?.handle;
  const { placeOrder: placed } = await ask<{ placeOrder: { order?: { id: string; number: string } } }>(
    origin,
    token,
    placeOrder,
    {
      input: {
        ...{ cartId: cart.id, deliveryOptionHandle: handle, idempotencyKey: given.key },
        payment: { method: 'CARD', token: 'tok_ok' },
      },
    },
  );
  if (placed.order === undefined) throw new Error(`Not placed: ${JSON.stringify(placed)}`);
  return { ...placed.order, email };
}
