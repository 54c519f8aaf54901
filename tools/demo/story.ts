import { randomUUID } from 'node:crypto';
import type { GraphClient, GraphServer } from '../client/graphClient.ts';
import { followOrder, type StatusUpdate } from './followOrder.ts';
import * as operations from './operations.ts';
import { at, chapter, money, say, type Money } from './say.ts';
import { until } from './until.ts';

/** Everybody in the story. */
export interface Callers {
  readonly shopper: GraphClient;
  readonly associate: GraphClient;
  readonly admin: GraphClient;
  readonly partner: GraphClient;
}

interface Option {
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
interface Answer {
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

function sayAnswer({ options, unavailable }: Answer, most = 8): void {
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

/** Cart, delivery options and checkout; returns the order. */
export async function checkOut({ shopper }: Callers, sku: string) {
  chapter('The cart, and every way to get it');
  const { createCart } = await shopper.run<{ createCart: { id: string } }>(operations.createCart, {
    input: { currency: 'EUR', locale: 'en', lines: [{ sku, quantity: 2 }] },
  });
  await shopper.run(operations.setAddress, { input: { cartId: createCart.id, address: home } });
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

interface Work {
  readonly fulfillmentOrders: {
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly allowedActions: readonly string[];
        readonly location: { readonly name: string };
        readonly lines: readonly object[];
      };
    }[];
  };
}

/** The locations do their work, one allowed action after the other. */
export async function fulfil({ associate }: Callers, orderId: string): Promise<void> {
  chapter('The store or warehouse: accept, pick, pack, label, hand over');
  const load = async () =>
    (await associate.run<Work>(operations.work, { orderId })).fulfillmentOrders.edges.map(({ node }) => node);
  const jobs = await until(load, (found) => found.length > 0, 'work for a location');
  for (const job of jobs) {
    say(`${job.location.name} has work`);
    let allowed = job.allowedActions;
    for (const action of operations.usualOrder) {
      if (!allowed.includes(action)) continue;
      const data = await associate.run<Record<string, { allowedActions: string[]; step: string }>>(
        operations.actionOf(action),
        { input: { id: job.id } },
      );
      const done = Object.values(data)[0];
      allowed = done?.allowedActions ?? [];
    }
  }
}

interface OrderPage {
  readonly order: {
    readonly number: string;
    readonly status: string;
    readonly chargeStatus: string;
    readonly totals: { readonly total: Money; readonly captured: Money; readonly refunded: Money };
    readonly lines: readonly { readonly sku: string; readonly quantities: Record<string, number> }[];
    readonly shipments: readonly {
      readonly id: string;
      readonly isReturn: boolean;
      readonly milestone: string;
      readonly parcels: readonly { readonly trackingCode: string }[];
    }[];
    readonly returns: readonly {
      readonly number: string;
      readonly status: string;
      readonly refund: Money | null;
    }[];
    readonly returnOptions: readonly {
      readonly method: string;
      readonly cost: Money;
      readonly kgCO2e: number;
    }[];
    readonly promiseOutcome: {
      readonly kept: boolean;
      readonly daysLate: number;
      readonly promisedDays: number;
    } | null;
  };
}

/** The whole order page, from every room at once. */
export const orderPage = async ({ shopper }: Callers, id: string) =>
  (await shopper.run<OrderPage>(operations.orderPage, { id })).order;

/** The carrier carries: its events come by signed webhook. */
export async function carry(callers: Callers, orderId: string): Promise<void> {
  chapter('The carrier: events by signed webhook');
  const page = await until(
    () => orderPage(callers, orderId),
    (order) => order.shipments.some((shipment) => !shipment.isReturn),
    'a shipment',
  );
  for (const shipment of page.shipments.filter((each) => !each.isReturn)) {
    const { simulateCarrier } = await callers.admin.run<{ simulateCarrier: { sent: number } }>(
      operations.simulate,
      { input: { shipmentId: shipment.id, scenario: 'DUPLICATED' } },
    );
    say(
      `parcel ${shipment.parcels[0]?.trackingCode}: ${simulateCarrier.sent} webhook calls, each event twice`,
    );
  }
  const delivered = await until(
    () => orderPage(callers, orderId),
    (order) => order.status === 'DELIVERED',
    'the delivery',
  );
  say(`delivered; ${money(delivered.totals.captured)} captured of ${money(delivered.totals.total)}`);
}

/** Follows an order by subscription until the story ends. */
export function follow(server: GraphServer, token: string, orderId: string) {
  const seen: StatusUpdate[] = [];
  const stop = followOrder(server.url, token, orderId, 0, (update) => {
    seen.push(update);
    console.log(`     live #${update.seq} ${update.status}: ${update.summary}`);
  });
  return { seen, stop };
}

/** One unit comes back and the money with it. */
export async function sendBack(callers: Callers, orderId: string, lineId: string): Promise<void> {
  chapter('A return by the customer, with its label');
  const page = await orderPage(callers, orderId);
  for (const { method, cost, kgCO2e } of page.returnOptions)
    say(`${method}: ${money(cost)}, ${kgCO2e} kg CO2e`);
  const { requestReturn } = await callers.shopper.run<{
    requestReturn: { return?: { id: string; number: string } };
  }>(operations.requestReturn, {
    input: {
      orderId,
      lines: [{ lineId, quantity: 1, reason: 'DOES_NOT_FIT' }],
      method: 'DROP_OFF',
      idempotencyKey: randomUUID(),
    },
  });
  const id = requestReturn.return?.id;
  if (id === undefined) throw new Error(`The return was refused: ${JSON.stringify(requestReturn)}`);
  interface Back {
    readonly return: {
      readonly status: string;
      readonly label: {
        readonly fileName: string;
        readonly contentType: string;
        readonly contentBase64: string;
      } | null;
      readonly refund: Money | null;
    };
  }
  const load = async () => (await callers.shopper.run<Back>(operations.returnById, { id })).return;
  const labelled = await until(load, (found) => found.label !== null, 'the label');
  say(
    `return ${requestReturn.return?.number}, label ${labelled.label?.fileName} (${labelled.label?.contentType}, ${Buffer.from(labelled.label?.contentBase64 ?? '', 'base64').length} bytes)`,
  );
  chapter('Received, inspected, restocked, refunded');
  await callers.associate.run(operations.receiveReturn, {
    input: { id, locationId: 'wh-lesquin', key: randomUUID() },
  });
  await callers.associate.run(operations.inspectReturn, {
    input: { id, findings: [{ lineId, quantity: 1, disposition: 'RESTOCK' }], key: randomUUID() },
  });
  const refunded = await until(load, (found) => found.status === 'REFUNDED', 'the refund');
  say(`refunded ${refunded.refund === null ? 'nothing' : money(refunded.refund)} to the original payment`);
}

/** Whether the promise was kept. */
export async function judge(callers: Callers, orderId: string): Promise<void> {
  chapter('Was the promise kept?');
  const page = await until(
    () => orderPage(callers, orderId),
    (order) => order.promiseOutcome !== null,
    'the outcome',
  );
  const outcome = page.promiseOutcome;
  if (outcome === null) return;
  say(
    `${outcome.kept ? 'yes' : 'no'}: promised within ${outcome.promisedDays.toFixed(1)} days, arrived ${Math.abs(outcome.daysLate).toFixed(1)} days ${outcome.daysLate <= 0 ? 'earlier' : 'later'} than that`,
  );
}
