import { placeInput, productInput, serviceInput } from './retailerInput.ts';

/** the main endpoint of an application, and tokens to enter. */
export interface Endpoint {
  readonly url: string;
  /** Of a shopper. */
  readonly token: string;
  readonly admin: string;
}

/** An answer that must have data. */
export async function ask<T>(
  endpoint: Endpoint,
  token: string,
  query: string,
  variables: object = {},
): Promise<T> {
  const response = await fetch(`${endpoint.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data?: T; errors?: unknown };
  if (answer.errors !== undefined || answer.data === undefined)
    throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer.data;
}

/** One warehouse, one service, a thousand lamps: loaded through the public endpoint. */
export async function openShop(endpoint: Endpoint): Promise<void> {
  const bring = (field: string, type: string, input: object): Promise<unknown> =>
    ask(endpoint, endpoint.admin, `mutation($input: ${type}!) { ${field}(input: $input) { changed } }`, {
      input,
    });
  const locations = [placeInput('warehouse', 'WAREHOUSE', { city: 'Paris', postalCode: '75001' })];
  await bring('importLocations', 'ImportLocationsInput', { locations });
  await bring('importCarrierServices', 'ImportCarrierServicesInput', { services: [serviceInput] });
  await bring('importProducts', 'ImportProductsInput', { products: [productInput('lamp')] });
  const positions = [{ sku: 'lamp', locationId: 'warehouse', onHand: 1_000 }];
  await bring('importStock', 'ImportStockInput', { positions });
}

export const placeText = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on PlaceOrderSuccess { order { id } } } }`;

const address = { name: 'A B', line1: 'Rue 1', postalCode: '75002', city: 'Paris', country: 'FR' };

/** A cart of one lamp with an option to order: what placeOrder needs but the idempotency key. */
export async function orderInput(endpoint: Endpoint) {
  const create = 'mutation($input: CreateCartInput!) { createCart(input: $input) { id } }';
  const input = { currency: 'EUR', lines: [{ sku: 'lamp', quantity: 1 }] };
  const { createCart } = await ask<{ createCart: { id: string } }>(endpoint, endpoint.token, create, {
    input,
  });
  const cartId = createCart.id;
  const set = `mutation($input: SetCartAddressInput!) { setCartAddress(input: $input) {
    deliveryOptions { options { handle } } } }`;
  type Options = { setCartAddress: { deliveryOptions: { options: { handle: string }[] } } };
  const { setCartAddress } = await ask<Options>(endpoint, endpoint.token, set, {
    input: { cartId, address },
  });
  const deliveryOptionHandle = setCartAddress.deliveryOptions.options[0]?.handle;
  return { cartId, deliveryOptionHandle, payment: { method: 'CARD', token: 'tok_ok' } };
}
