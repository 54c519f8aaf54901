import { randomUUID } from 'node:crypto';
import { GraphError } from '../client/graphClient.ts';
import * as operations from './operations.ts';
import { chapter, say } from './say.ts';
import type { Callers } from './callers.ts';

/** A marketplace orders through the scoped schema, and sees its own order only. */
export async function partnerOrder({ partner }: Callers, sku: string, foreignOrderId: string): Promise<void> {
  chapter('The same as a partner sees it, through the scoped schema');
  const { createCart } = await partner.run<{ createCart: { id: string } }>(operations.createCart, {
    input: { currency: 'EUR', lines: [{ sku, quantity: 1 }] },
  });
  const address = {
    name: 'Marketplace customer',
    line1: '2 rue Exemple',
    postalCode: '69002',
    city: 'Lyon',
    country: 'FR',
  };
  await partner.run(operations.setAddress, { input: { cartId: createCart.id, address } });
  const { cart } = await partner.run<{
    cart: { deliveryOptions: { options: readonly { handle: string; title: string }[] } };
  }>(operations.cartOptions, { id: createCart.id });
  const option = cart.deliveryOptions.options[0];
  if (option === undefined) throw new Error('Nothing is offered to the partner.');
  const { placeOrder } = await partner.run<{ placeOrder: { order?: { id: string } } }>(
    operations.placeOrder,
    {
      input: {
        cartId: createCart.id,
        deliveryOptionHandle: option.handle,
        payment: { method: 'INVOICE', token: 'none' },
        idempotencyKey: randomUUID(),
        externalReference: 'MP-1001',
      },
    },
  );
  const id = placeOrder.order?.id ?? '';
  const mine = await partner.run<{
    order: { number: string; status: string; externalReference: string } | null;
  }>(operations.partnerOrderPage, { id });
  say(
    `its own order: ${mine.order?.number}, ${mine.order?.status}, reference ${mine.order?.externalReference}`,
  );
  const foreign = await partner.run<{ order: object | null }>(operations.partnerOrderPage, {
    id: foreignOrderId,
  });
  say(`the shopper's order: ${foreign.order === null ? 'not there for it' : 'visible, which is wrong'}`);
  const hidden = await partner.run('{ fulfillmentOrders(first: 1) { edges { cursor } } }').then(
    () => 'answered, which is wrong',
    (error: unknown) => (error instanceof GraphError ? error.message : String(error)),
  );
  say(`store work lists: ${hidden}`);
}
