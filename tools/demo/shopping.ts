import { randomUUID } from 'node:crypto';
import type { Callers } from './callers.ts';
import * as operations from './operations.ts';
import { at, chapter, money, say, type Money } from './say.ts';

export interface Option {
  readonly handle: string;
  readonly code: string;
  readonly title: string;
  readonly methodType: string;
  readonly latestDeliveryAt: string;
  readonly orderBy: string;
  readonly timeZone: string;
  readonly confidence: number;
  readonly marks: readonly string[];
  readonly price: Money;
  readonly carbon: { readonly kgCO2e: number; readonly customerTripKgCO2e: number | null };
  readonly collectAt: { readonly name: string } | null;
}
export interface Answer {
  readonly options: readonly Option[];
  readonly unavailable: readonly {
    readonly methodType: string;
    readonly reason: string;
    readonly detail: string;
  }[];
}

const home = {
  name: 'Camille Exemple',
  line1: '1 place de la République',
  postalCode: '75011',
  city: 'Paris',
  country: 'FR',
  latitude: 48.867,
  longitude: 2.363,
};

/** Tells the ways there are, and why others are not possible. */
export function sayAnswer({ options, unavailable }: Answer, most = 8): void {
  for (const option of options.slice(0, most)) {
    const marks = option.marks.length > 0 ? ` [${option.marks.join(', ').toLowerCase()}]` : '';
    const where = option.collectAt === null ? '' : ` at ${option.collectAt.name}`;
    const trip =
      option.carbon.customerTripKgCO2e === null
        ? ''
        : ` (+${option.carbon.customerTripKgCO2e.toFixed(2)} kg if you drive there)`;
    say(
      `${option.title}${where}: by ${at(option.latestDeliveryAt, option.timeZone)} if ordered before ${at(option.orderBy, option.timeZone)}, ${money(option.price)}, ${option.carbon.kgCO2e.toFixed(2)} kg CO2e${trip}, kept ${Math.round(option.confidence * 100)} times in 100${marks}`,
    );
  }
  if (options.length > most) say(`... and ${options.length - most} more`);
  for (const { methodType, reason, detail } of unavailable.slice(0, 3))
    say(`not possible: ${methodType} - ${reason}: ${detail}`);
}

interface ProductPage {
  readonly products: {
    readonly edges: readonly {
      readonly node: {
        readonly title: string;
        readonly variants: readonly { readonly sku: string; readonly deliveryPromise: Answer }[];
      };
    }[];
  };
}

/** What cannot be promised, and why. */
export async function seeRefusals({ shopper }: Callers): Promise<void> {
  chapter('A scented candle to the same address: what is refused, and why?');
  const to = { country: home.country, postalCode: home.postalCode };
  const { products } = await shopper.run<ProductPage>(operations.refusals, { search: 'candle', to });
  const { node } = products.edges[0] ?? {};
  const answer = node?.variants[0]?.deliveryPromise;
  if (node === undefined || answer === undefined)
    throw new Error('The retailer has no candles; start it with --fresh.');
  say(`${node.title}: ${answer.options.length} options`);
  for (const { methodType, reason, detail } of answer.unavailable.slice(0, 8))
    say(`not possible: ${methodType} - ${reason}: ${detail}`);
}

/** What the shopper sees on the product page. */
export async function seeProduct({ shopper }: Callers): Promise<string> {
  chapter('A product page in Paris: what can be promised?');
  const to = { country: home.country, postalCode: home.postalCode };
  interface Page {
    readonly products: {
      readonly edges: readonly {
        readonly node: {
          readonly title: string;
          readonly variants: readonly {
            readonly sku: string;
            readonly price: Money;
            readonly availability: { readonly status: string; readonly availableToPromise: number };
            readonly deliveryPromise: Answer;
          }[];
        };
      }[];
    };
  }
  const { products } = await shopper.run<Page>(operations.productPage, { search: 'trainer', to });
  const offers = products.edges.flatMap(({ node }) =>
    node.variants.map((variant) => ({ title: node.title, ...variant })),
  );
  const offer = offers.find(
    (each) => each.availability.availableToPromise > 20 && each.deliveryPromise.options.length > 0,
  );
  if (offer === undefined) throw new Error('The retailer has no trainers in stock; start it with --fresh.');
  say(
    `${offer.title} (${offer.sku}), ${money(offer.price)}, ${offer.availability.status}, ${offer.availability.availableToPromise} can be promised`,
  );
  sayAnswer(offer.deliveryPromise, 4);
  return offer.sku;
}

/** A domain that belongs to nobody (RFC 2606), and a number kept free for stories. */
const reachedAt = { email: 'camille@example.com', phone: '+33639980010' };

/** Cart, delivery options and checkout; returns the order. */
export async function checkOut({ shopper }: Callers, sku: string) {
  chapter('The cart, and every way to get it');
  const { createCart } = await shopper.run<{ createCart: { id: string } }>(operations.createCart, {
    input: { currency: 'EUR', locale: 'en', lines: [{ sku, quantity: 2 }] },
  });
  await shopper.run(operations.setAddress, { input: { cartId: createCart.id, address: home } });
  await shopper.run(operations.setContact, { input: { cartId: createCart.id, ...reachedAt } });
  const { cart } = await shopper.run<{ cart: { subtotal: Money; deliveryOptions: Answer } }>(
    operations.cartOptions,
    { id: createCart.id },
  );
  say(`two of them: ${money(cart.subtotal)}`);
  sayAnswer(cart.deliveryOptions);
  const chosen = cart.deliveryOptions.options.find((option) => option.code.startsWith('standard-home'));
  if (chosen === undefined) throw new Error('Home delivery is not offered.');
  chapter(`Checkout: ${chosen.title}`);
  const input = {
    cartId: createCart.id,
    deliveryOptionHandle: chosen.handle,
    payment: { method: 'CARD', token: 'tok_ok' },
    idempotencyKey: randomUUID(),
  };
  const first = await shopper.run<{ placeOrder: Placed }>(operations.placeOrder, { input });
  const again = await shopper.run<{ placeOrder: Placed }>(operations.placeOrder, { input });
  const { order } = first.placeOrder;
  if (order === undefined) throw new Error(`The order was not placed: ${JSON.stringify(first.placeOrder)}`);
  say(
    `order ${order.number} for ${money(order.totals.total)}, promised by ${at(order.promise.originalLatestAt, order.promise.timeZone)}`,
  );
  say(`the same request again gives the same order: ${again.placeOrder.order?.number === order.number}`);
  return order;
}

interface Placed {
  readonly order?: {
    readonly id: string;
    readonly number: string;
    readonly lines: readonly {
      readonly id: string;
      readonly sku: string;
      readonly quantities: { readonly ordered: number };
    }[];
    readonly totals: { readonly total: Money };
    readonly promise: { readonly originalLatestAt: string; readonly timeZone: string };
  };
}
