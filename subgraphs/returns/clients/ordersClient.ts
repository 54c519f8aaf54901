import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import {
  addExchangeUnits,
  giftOrder,
  giftOrderId,
  orderFacts,
  orderOfNumber,
  orderSeen,
  type AddExchangeUnitsVariables,
  type OrderFactsResult,
} from '../generated/ordersOperations.ts';
import type { ExchangeAnswer } from '../domain/exchange.ts';
import type { From } from '../domain/nearPlaces.ts';
import type { Identity } from '../../../schema/identity.ts';

/** What returns needs to know of an order. */
export interface OrderFacts {
  readonly id: string;
  readonly channel: string;
  /** Language the customer ordered in. */
  readonly locale: string;
  readonly owner: string;
  readonly currency: string;
  /** Country it went to; undefined when it was collected. */
  readonly country: string | undefined;
  /** Where it went, as precisely as it is known; undefined when it was collected. */
  readonly from: From | undefined;
  /** Store where it was collected. */
  readonly collectAtId: string | undefined;
  /** Zone of the place it went to. */
  readonly timeZone: string;
  readonly deliveredAtMs: number | null;
  readonly lines: readonly {
    readonly id: string;
    readonly sku: string;
    readonly customised: boolean;
    readonly unitPriceMinor: number;
    readonly delivered: number;
    readonly returned: number;
  }[];
}

/** What a gift receipt is for. */
export interface GiftSeen {
  readonly orderId: string;
  readonly lineIds: readonly string[];
}

/** Orders, as returns speaks to it. */
export interface OrdersClient {
  /** Other units for those that come back; repeating the key gives the first outcome. */
  addExchangeUnits(input: AddExchangeUnitsVariables['input']): Promise<ExchangeAnswer>;
  /** Id of the order with this number; null if there is none. */
  idOfNumber(number: string, requestId: string): Promise<string | null>;
  /** An order, asked by the system. */
  facts(id: string, requestId: string): Promise<OrderFacts | null>;
  /** Order and lines of a gift receipt; null for a code nobody has. Tries are counted by caller. */
  gift(code: string, who: Identity, requestId: string): Promise<GiftSeen | null>;
  /** The order if this caller may see it; asked in the caller's own name. */
  visible(id: string, who: Identity, requestId: string): Promise<OrderFacts | null>;
}

export function createOrdersClient(client: SubgraphClient): OrdersClient {
  const facts: OrdersClient['facts'] = async (id, requestId) => {
    const { order } = await client.call(orderFacts, { variables: { id }, requestId });
    return order === null ? null : factsOf(order);
  };
  return {
    facts,
    idOfNumber: async (number, requestId) =>
      (await client.call(orderOfNumber, { variables: { number }, requestId })).orderOfNumber?.id ?? null,
    addExchangeUnits: async (input) =>
      (await client.call(addExchangeUnits, { variables: { input }, requestId: input.key, timeoutMs: 15_000 }))
        .addExchangeUnits,
    gift: async (code, who, requestId) => {
      const seen = await client.call(giftOrder, { variables: { code }, identity: who, requestId });
      if (seen.giftReceipt === null) return null;
      const known = await client.call(giftOrderId, { variables: { code }, requestId });
      const lineIds = seen.giftReceipt.lines.map(({ lineId }) => lineId);
      return known.giftReceipt && { orderId: known.giftReceipt.orderId, lineIds };
    },
    visible: async (id, who, requestId) => {
      const mine = await client.call(orderSeen, { variables: { id }, identity: who, requestId });
      return mine.order === null ? null : facts(id, requestId);
    },
  };
}

function factsOf(order: NonNullable<OrderFactsResult['order']>): OrderFacts {
  const { deliveredAt, timeZone, collectAtId } = order.promise;
  return {
    ...{ id: order.id, channel: order.channel, locale: order.locale, owner: order.customerRef },
    ...{ currency: order.totals.total.currency, country: order.address?.country },
    ...{ from: order.address ?? undefined, timeZone, collectAtId: collectAtId ?? undefined },
    deliveredAtMs: deliveredAt === null ? null : Date.parse(deliveredAt),
    lines: order.lines.map(({ id: lineId, sku, customisation, unitPrice, quantities }) => ({
      ...{ id: lineId, sku, customised: customisation !== null, unitPriceMinor: unitPrice.amountMinor },
      ...quantities,
    })),
  };
}
