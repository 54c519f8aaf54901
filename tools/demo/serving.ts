import { randomUUID } from 'node:crypto';
import { buy, type Bought } from './buying.ts';
import type { Callers } from './callers.ts';
import { carry, fulfil } from './fulfilling.ts';
import * as operations from './operations.ts';
import { at, chapter, money, say, type Money } from './say.ts';
import { until } from './until.ts';

interface Served {
  readonly order: { readonly placedBy: { readonly kind: string; readonly reason: string | null } | null };
}

interface Told {
  readonly order: {
    readonly timeline: { readonly edges: readonly { readonly node: { readonly summary: string } }[] };
  };
}

interface Sold {
  readonly order: {
    readonly status: string;
    readonly statusText: string;
    readonly soldBy: { readonly location: { readonly name: string } } | null;
    readonly totals: { readonly total: Money; readonly outstanding: Money };
  };
}

/** An agent orders for a customer who calls; the customer reads it in their own language. */
export async function orderForCustomer({ agent, shopper }: Callers, sku: string): Promise<Bought> {
  chapter('An agent orders on behalf of a customer who calls');
  const cart = {
    ...{ locale: 'fr', lines: [{ sku, quantity: 1 }], onBehalfOf: 'shopper-1' },
    reason: 'ordered by telephone',
  };
  const order = await buy(agent, { cart, payment: { method: 'CARD', token: 'tok_ok' } });
  const seen = (await agent.run<Served>(operations.served, { id: order.id })).order;
  say(`order ${order.number} placed by an ${seen.placedBy?.kind}: ${seen.placedBy?.reason}`);
  for (const locale of ['en', 'fr', 'it']) {
    const { timeline } = (await shopper.run<Told>(operations.firstWords, { id: order.id, locale })).order;
    say(`the customer reads in ${locale}: ${timeline.edges[0]?.node.summary}`);
  }
  return order;
}

/** An associate sells what is sent home, and takes the money at the till. */
export async function sellInStore({ associate }: Callers, sku: string): Promise<void> {
  chapter('An order in a store, paid at the till');
  interface Stores {
    readonly locations: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  }
  const { locations } = await associate.run<Stores>(operations.stores);
  const storeId = locations.edges[0]?.node.id;
  if (storeId === undefined) throw new Error('The retailer has no stores; start it with --fresh.');
  const cart = { channel: 'store', lines: [{ sku, quantity: 1 }], soldAt: storeId };
  const payment = { method: 'IN_STORE', token: 'till' };
  const order = await buy(associate, { cart, payment, showsWays: true });
  const look = async () => (await associate.run<Sold>(operations.sold, { id: order.id })).order;
  const before = await look();
  say(`order ${order.number} sold at ${before.soldBy?.location.name}, ${before.statusText.toLowerCase()}`);
  await associate.run(operations.recordPayment, {
    input: {
      ...{ orderId: order.id, means: 'IN_STORE', receipt: 'TILL-1-0001', locationId: storeId },
      ...{ amount: order.totals.total, idempotencyKey: randomUUID() },
    },
  });
  const paid = await until(look, ({ status }) => status !== 'ON_HOLD', 'the till');
  say(
    `${money(order.totals.total)} taken, ${money(paid.totals.outstanding)} open, ${paid.statusText.toLowerCase()}`,
  );
}

/** An article made to the customer's wish: made before it is packed, and sent back only when it is faulty. */
export async function orderMadeToWish(callers: Callers): Promise<void> {
  const { shopper } = callers;
  chapter('An article made to the customer’s wish');
  interface Found {
    readonly products: {
      readonly edges: readonly {
        readonly node: {
          readonly title: string;
          readonly variants: readonly { readonly sku: string; readonly customisable: boolean }[];
        };
      }[];
    };
  }
  const { products } = await shopper.run<Found>(operations.customisable, { search: 'bag' });
  const [offer] = products.edges.flatMap(({ node }) =>
    node.variants.filter((each) => each.customisable).map(({ sku }) => ({ title: node.title, sku })),
  );
  if (offer === undefined) return say('the retailer makes nothing to a wish');
  const cart = { lines: [{ sku: offer.sku, quantity: 1, customisation: 'for Camille' }] };
  const order = await buy(shopper, { cart, payment: { method: 'CARD', token: 'tok_ok' } });
  const { originalLatestAt, timeZone } = order.promise;
  say(`${offer.title} with "for Camille": order ${order.number}, by ${at(originalLatestAt, timeZone)}`);
  await fulfil(callers, order.id);
  await carry(callers, order.id);
  interface Windows {
    readonly order: { readonly wish: string | null; readonly fault: string | null };
  }
  const { wish, fault } = (await shopper.run<Windows>(operations.returnable, { id: order.id })).order;
  say(`to be sent back on a change of mind: ${wish === null ? 'never' : at(wish, timeZone)}`);
  say(`to be sent back when it is faulty: ${fault === null ? 'never' : `until ${fault.slice(0, 10)}`}`);
}
