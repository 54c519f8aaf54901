import { codedError } from '../../../platform/errors/codedError.ts';
import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import {
  orderOptions,
  optionTerms,
  resourceOrder,
  sourceOrder,
  waysToDeliver,
} from '../generated/promiseOperations.ts';
import type { Way } from '../domain/imported.ts';
import type { MethodType } from '../domain/means.ts';
import type { OrderState } from '../domain/order.ts';
import type { Replan } from '../domain/replan.ts';
import type { CartDoc } from '../store/models.ts';
import { milestonesOf, outcomeOf, type Sourceable, type SourceOutcome } from './sourceOutcome.ts';

/** The promise subgraph, as orders speaks to it. */
export interface PromiseClient {
  /** Lines carry the ids they will have in the order. */
  source(input: SourceInput, requestId: string): Promise<SourceOutcome>;
  /** Ways to deliver a cart by one kind of method; none when there is none. */
  ways(cart: CartDoc, methodType: MethodType, requestId: string): Promise<Way[]>;
  /** Places and dates for an order's planned units as of now; undefined when nobody else has them. */
  again(order: OrderState, requestId: string): Promise<Replan | undefined>;
  /** Ways an order, or units added to it, could go; those the order holds are there for it. */
  options(ask: OrderOptionsAsk, requestId: string): Promise<readonly OrderOption[]>;
  /** What an offered option costs; null when its time is over or it is none of the promise's. */
  terms(handle: string, requestId: string): Promise<OptionTerms | null>;
}

/** What a delivery option costs, in minor units, and the cart it was offered for (empty: any). */
export interface OptionTerms {
  readonly cartId: string;
  readonly methodType: MethodType;
  readonly currency: string;
  readonly amountMinor: number;
  readonly taxMinor: number;
  /** Promotion codes that were in force when it was priced. */
  readonly promotionCodes: readonly string[];
}

/** Units of a SKU on hand somewhere. */
export interface HeldUnits {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
}

/** What ways are asked for. */
export interface OrderOptionsAsk {
  readonly order: Pick<OrderState, '_id' | 'channel' | 'currency' | 'locale'>;
  readonly destination: OrderState['destination'];
  readonly lines: Sourceable['lines'];
  readonly methodTypes?: readonly MethodType[] | undefined;
  readonly held: readonly HeldUnits[];
}

/** A way an order could go. Price and tax in minor units, instants in epoch ms. */
export interface OrderOption {
  readonly handle: string;
  readonly methodType: MethodType;
  readonly code: string;
  readonly title: string;
  readonly earliestAtMs: number;
  readonly latestAtMs: number;
  readonly windowStartsAtMs: readonly number[];
  readonly collectAt: { readonly id: string; readonly name: string } | null;
  readonly priceMinor: number;
  readonly taxMinor: number;
  readonly expiresAtMs: number;
}

export interface SourceInput {
  readonly handle: string;
  readonly cart: Sourceable;
  /** Units that are the order's already; those the cart holds if absent. */
  readonly held?: readonly HeldUnits[] | undefined;
  readonly windowStartAtMs?: number | undefined;
  readonly excludedLocationIds: readonly string[];
  /** What the cart carries: an option priced with other codes is refused. Not compared if absent. */
  readonly promotionCodes?: readonly string[] | undefined;
}

export const createPromiseClient = (client: SubgraphClient): PromiseClient => ({
  ...optionCalls(client),
  ...sourcingCalls(client),
});

/** What could be promised. */
const optionCalls = (client: SubgraphClient): Pick<PromiseClient, 'ways' | 'options' | 'terms'> => ({
  ways: async ({ channel, currency, locale, destination, lines }, methodType, requestId) => {
    if (destination === undefined)
      throw codedError('CART_INCOMPLETE', 'The cart has no destination to promise for.');
    const input = {
      ...{ context: 'CHECKOUT' as const, channel, currency, locale, destination, methodTypes: [methodType] },
      lines: lines.map(({ sku, quantity, customisation }) => ({ sku, quantity, customisation })),
    };
    const { promise } = await client.call(waysToDeliver, { variables: { input }, requestId });
    return promise.options.map(({ handle, latestDeliveryAt, price, collectAt }) => ({
      ...{ handle, latestAtMs: Date.parse(latestDeliveryAt), priceMinor: price.amountMinor },
      collectAtId: collectAt?.id,
    }));
  },
  options: async ({ order, destination, lines, methodTypes, held }, requestId) => {
    const { _id: orderId, channel, currency, locale } = order;
    const wanted = lines.map(({ sku, quantity, customisation }) => ({ sku, quantity, customisation }));
    const ask = {
      ...{ channel, currency, locale, destination, lines: wanted },
      ...(methodTypes && { methodTypes }),
    };
    const variables = { input: { orderId, ask, held: [...held] } };
    const { orderOptions: answer } = await client.call(orderOptions, { variables, requestId });
    const expiresAtMs = Date.parse(answer.expiresAt);
    return answer.options.map(({ price, tax, windows, earliestDeliveryAt, latestDeliveryAt, ...option }) => ({
      ...{ ...option, expiresAtMs, priceMinor: price.amountMinor, taxMinor: tax.amountMinor },
      ...{ earliestAtMs: Date.parse(earliestDeliveryAt), latestAtMs: Date.parse(latestDeliveryAt) },
      windowStartsAtMs: windows.map(({ startAt }) => Date.parse(startAt)),
    }));
  },
  terms: async (handle, requestId) => {
    const { optionTerms: terms } = await client.call(optionTerms, {
      variables: { input: { handle } },
      requestId,
    });
    if (terms === null) return null;
    const { cartId, methodType, price, tax, promotionCodes } = terms;
    return { cartId, methodType, ...price, taxMinor: tax.amountMinor, promotionCodes };
  },
});

/** Where units come from. */
const sourcingCalls = (client: SubgraphClient): Pick<PromiseClient, 'again' | 'source'> => ({
  again: async (order, requestId) => {
    const { resourceOrder: answer } = await client.call(resourceOrder, {
      ...{ variables: { input: againInput(order) }, requestId },
    });
    if (answer.__typename === 'SourcingRefused') return undefined;
    return {
      latestAtMs: Date.parse(answer.latestDeliveryAt),
      shipments: answer.shipments.map(({ milestones, lines, ...shipment }) => ({
        ...{ ...shipment, lines: [...lines], milestones: milestonesOf(milestones) },
      })),
    };
  },
  source: async ({ handle, cart, windowStartAtMs, excludedLocationIds, held, promotionCodes }, requestId) => {
    const { destination } = cart;
    if (destination === undefined)
      throw codedError('CART_INCOMPLETE', 'The cart has no destination to promise for.');
    const lines = cart.lines.map(({ id, sku, quantity, customisation }) => ({
      lineId: id,
      sku,
      quantity,
      customisation,
    }));
    const input = {
      handle,
      cartId: cart._id,
      channel: cart.channel,
      currency: cart.currency,
      destination,
      lines,
      excludedLocationIds,
      ...addresseeOf(cart),
      ...(held === undefined ? {} : { held: [...held] }),
      ...(promotionCodes === undefined ? {} : { promotionCodes: [...promotionCodes] }),
      ...(windowStartAtMs === undefined ? {} : { windowStartAt: new Date(windowStartAtMs).toISOString() }),
    };
    const { sourceOrder: answer } = await client.call(sourceOrder, { variables: { input }, requestId });
    return outcomeOf(answer, cart);
  },
});

/** Who receives the parcels, for what carriers can print. */
const addresseeOf = ({ address }: Sourceable) =>
  address === undefined
    ? {}
    : {
        addressee: {
          ...{ name: address.name, line1: address.line1, city: address.city },
          ...(address.line2 === undefined ? {} : { line2: address.line2 }),
        },
      };
/** An order's planned units, asked for as they were promised. */
function againInput(order: OrderState) {
  const { promise, shipments, channel, currency, destination } = order;
  const lines = new Map<string, OrderState['shipments'][number]['lines'][number]>();
  for (const line of shipments.flatMap((shipment) => shipment.lines)) {
    const before = lines.get(line.lineId)?.quantity ?? 0;
    lines.set(line.lineId, { ...line, quantity: line.quantity + before });
  }
  const { methodType, code, collectAtId, windowStartAtMs } = promise;
  return {
    ...{ orderId: order._id, channel, currency, methodType, code, destination, excludedLocationIds: [] },
    lines: [...lines.values()].map(({ lineId, sku, quantity, customisation }) => ({
      ...{ lineId, sku, quantity, customisation },
    })),
    promisedLatestAt: new Date(order.currentLatestAtMs).toISOString(),
    ...(collectAtId === undefined ? {} : { collectAtId }),
    ...(windowStartAtMs === undefined ? {} : { windowStartAt: new Date(windowStartAtMs).toISOString() }),
  };
}
