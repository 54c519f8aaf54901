import { optionsFor, type CartOption } from './cartOptions.ts';
import { serviceInput } from './retailerInput.ts';
import type { ShoeShop } from './shoeShop.ts';

/** A service that brings goods to the stores where they are collected. */
export async function bringGoodsToStores({ application }: ShoeShop): Promise<void> {
  const services = [{ ...serviceInput, code: 'store-run', methodTypes: ['PICKUP_IN_STORE'] }];
  const query = `mutation($input: ImportCarrierServicesInput!) { importCarrierServices(input: $input) { changed } }`;
  await application.ok('shipping', query, { input: { services } });
  await application.settle();
}

/** An order of shoes to be collected in `store`, with everything done that it sets off, and what was promised. */
export async function buyToCollect(
  { application, buyer }: ShoeShop,
  quantity: number,
): Promise<{ orderId: string; option: CartOption }> {
  const cartId = await buyer.cart([{ sku: 'shoe', quantity }]);
  const { options, unavailable } = await optionsFor(application, buyer.who, cartId, ['PICKUP_IN_STORE']);
  const option = options.find(({ collectAt }) => collectAt?.id === 'store');
  if (option === undefined)
    throw new Error(`Cannot be collected in the store: ${JSON.stringify({ options, unavailable })}`);
  const { order } = await buyer.place(await buyer.order(cartId, { deliveryOptionHandle: option.handle }));
  await application.settle();
  return { orderId: order?.id ?? '', option };
}
