import { codedError } from '../../../platform/errors/codedError.ts';
import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { sourceOrder, waysToDeliver, type SourceOrderResult } from '../generated/promiseOperations.ts';
import type { Way } from '../domain/imported.ts';
import type { MethodType } from '../domain/means.ts';
import type { Decision } from '../domain/place.ts';
import type { CartDoc } from '../store/models.ts';

/** A decision, or why there is none. */
export type SourceOutcome =
  | { readonly kind: 'decided'; readonly decision: Decision }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly skus: readonly string[];
    };

/** The promise subgraph, as orders speaks to it. */
export interface PromiseClient {
  /** Lines carry the ids they will have in the order. */
  source(input: SourceInput, requestId: string): Promise<SourceOutcome>;
  /** Ways to deliver a cart by one kind of method; none when there is none. */
  ways(cart: CartDoc, methodType: MethodType, requestId: string): Promise<Way[]>;
}

export interface SourceInput {
  readonly handle: string;
  readonly cart: CartDoc;
  readonly windowStartAtMs?: number | undefined;
  readonly excludedLocationIds: readonly string[];
}

export const createPromiseClient = (client: SubgraphClient): PromiseClient => ({
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
  source: async ({ handle, cart, windowStartAtMs, excludedLocationIds }, requestId) => {
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
      ...(windowStartAtMs === undefined ? {} : { windowStartAt: new Date(windowStartAtMs).toISOString() }),
    };
    const { sourceOrder: answer } = await client.call(sourceOrder, { variables: { input }, requestId });
    return outcomeOf(answer, cart);
  },
});

/** Who receives the parcels, for what carriers can print. */
const addresseeOf = ({ address }: CartDoc) =>
  address === undefined
    ? {}
    : {
        addressee: {
          ...{ name: address.name, line1: address.line1, city: address.city },
          ...(address.line2 === undefined ? {} : { line2: address.line2 }),
        },
      };

/** The answer as orders keeps it: instants as epoch ms, customisations back on their lines. */
function outcomeOf(answer: SourceOrderResult['sourceOrder'], cart: CartDoc): SourceOutcome {
  if (answer.__typename === 'SourcingRefused') {
    const { code, message, skus } = answer;
    return { kind: 'refused', code, message, skus };
  }
  const { promiseId, methodType, code, title, timeZone, confidence, kgCO2e, configVersion } = answer;
  const earliestAtMs = Date.parse(answer.earliestDeliveryAt);
  const promise = {
    ...{ promiseId, methodType, code, title, timeZone, confidence, kgCO2e, configVersion, earliestAtMs },
    latestAtMs: Date.parse(answer.latestDeliveryAt),
    ...(answer.collectAt === null ? {} : { collectAtId: answer.collectAt.id }),
    ...(answer.collectAt?.holdUntil == null ? {} : { holdUntilAtMs: Date.parse(answer.collectAt.holdUntil) }),
    // What is promised then is the window itself, chosen or the first.
    ...(methodType === 'SCHEDULED' ? { windowStartAtMs: earliestAtMs } : {}),
  };
  return {
    kind: 'decided',
    decision: {
      promise,
      deliveryMinor: answer.price.amountMinor,
      deliveryTaxMinor: answer.tax.amountMinor,
      shipments: answer.shipments.map((shipment) => shipmentOf(shipment, cart)),
    },
  };
}

type Sourced = Extract<SourceOrderResult['sourceOrder'], { readonly shipments: unknown }>;

function shipmentOf(shipment: Sourced['shipments'][number], cart: CartDoc): Decision['shipments'][number] {
  const made = new Map(cart.lines.map((line) => [line.id, line.customisation]));
  return {
    ...{ locationId: shipment.locationId, serviceCode: shipment.serviceCode },
    lines: shipment.lines.map((line) => {
      const customisation = made.get(line.lineId);
      return { ...line, ...(customisation === undefined ? {} : { customisation }) };
    }),
    capacityDay: shipment.capacityDay,
    milestones: shipment.milestones.map(({ code, dueAt }) => ({ code, dueAtMs: Date.parse(dueAt) })),
  };
}
