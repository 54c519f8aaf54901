import { randomUUID } from 'node:crypto';
import { GraphError } from '../client/graphClient.ts';
import * as operations from './operations.ts';
import { chapter, say } from './say.ts';
import type { Callers } from './callers.ts';

interface PartnerPage {
  readonly order: {
    readonly number: string;
    readonly status: string;
    readonly externalReference: string | null;
    readonly lines: readonly { readonly sku: string; readonly quantities: Record<string, number> }[];
    readonly shipments: readonly {
      readonly isReturn: boolean;
      readonly milestone: string;
      readonly parcels: readonly { readonly trackingCode: string }[];
    }[];
    readonly returns: readonly { readonly status: string }[];
    readonly promiseOutcome: { readonly kept: boolean } | null;
  } | null;
}

/** What the scoped schema shows a partner of its own order, and what is not there. */
async function seeAsPartner(
  { partner }: Callers,
  own: PartnerPage['order'],
  foreignOrderId: string,
): Promise<void> {
  const [line] = own?.lines ?? [];
  say(`its own order: ${own?.number}, ${own?.status}, reference ${own?.externalReference}`);
  say(`${line?.sku}: ${line?.quantities['ordered']} ordered, ${line?.quantities['delivered']} delivered`);
  const foreign = await partner.run<PartnerPage>(operations.partnerOrderPage, { id: foreignOrderId });
  say(
    `an order of the retailer's own shop: ${foreign.order === null ? 'not there for it' : 'visible, which is wrong'}`,
  );
  const hidden = await partner.run('{ fulfillmentOrders(first: 1) { edges { cursor } } }').then(
    () => 'answered, which is wrong',
    (error: unknown) => (error instanceof GraphError ? error.message : String(error)),
  );
  say(`store work lists: ${hidden}`);
}

/** A customer's order at the partner's shop; returns the order. @throws Error when nothing is offered */
export async function placePartnerOrder(
  { partner }: Callers,
  sku: string,
  quantity: number,
  externalReference: string,
): Promise<{ readonly id: string; readonly number: string }> {
  const { createCart } = await partner.run<{ createCart: { id: string } }>(operations.createCart, {
    input: { currency: 'EUR', lines: [{ sku, quantity }] },
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
    cart: { deliveryOptions: { options: readonly { handle: string; code: string }[] } };
  }>(operations.cartOptions, { id: createCart.id });
  const option = cart.deliveryOptions.options.find(({ code }) => code.startsWith('standard-home'));
  if (option === undefined) throw new Error('Home delivery is not offered to the partner.');
  const { placeOrder } = await partner.run<{
    placeOrder: { order?: { id: string; number: string } };
  }>(operations.placeOrder, {
    input: {
      cartId: createCart.id,
      deliveryOptionHandle: option.handle,
      payment: { method: 'INVOICE', token: 'none' },
      idempotencyKey: randomUUID(),
      externalReference,
    },
  });
  if (placeOrder.order === undefined)
    throw new Error(`The partner's order was not placed: ${JSON.stringify(placeOrder)}`);
  return placeOrder.order;
}

/** A marketplace orders through the scoped schema under its own reference. */
export async function partnerOrder(callers: Callers, sku: string, foreignOrderId: string): Promise<void> {
  chapter('The partner orders for a customer of its own');
  const { id } = await placePartnerOrder(callers, sku, 1, 'MP-1001');
  const { order } = await callers.partner.run<PartnerPage>(operations.partnerOrderPage, { id });
  await seeAsPartner(callers, order, foreignOrderId);
}
