import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { orderFacts, orderSeen } from '../generated/ordersOperations.ts';
import type { Identity } from '../../../schema/identity.ts';

/** What returns needs to know of an order. */
export interface OrderFacts {
  readonly id: string;
  readonly channel: string;
  readonly owner: string;
  readonly currency: string;
  /** Country it went to; undefined when it was collected. */
  readonly country: string | undefined;
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

/** Orders, as returns speaks to it. */
export interface OrdersClient {
  /** The order if this caller may see it; asked in the caller's own name. */
  visible(id: string, who: Identity, requestId: string): Promise<OrderFacts | null>;
}

export const createOrdersClient = (client: SubgraphClient): OrdersClient => ({
  visible: async (id, who, requestId) => {
    const mine = await client.call(orderSeen, { variables: { id }, identity: who, requestId });
    if (mine.order === null) return null;
    const { order } = await client.call(orderFacts, { variables: { id }, requestId });
    if (order === null) return null;
    const { deliveredAt } = order.promise;
    return {
      ...{
        id: order.id,
        channel: order.channel,
        owner: order.customerRef,
        currency: order.totals.total.currency,
        country: order.address?.country,
      },
      deliveredAtMs: deliveredAt === null ? null : Date.parse(deliveredAt),
      lines: order.lines.map(({ id: lineId, sku, customisation, unitPrice, quantities }) => ({
        ...{ id: lineId, sku, customised: customisation !== null, unitPriceMinor: unitPrice.amountMinor },
        ...quantities,
      })),
    };
  },
});
