import { passOn } from '../../../platform/graph/passOn.ts';
import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { collectionCheck, orderAddress, type OrderAddressResult } from '../generated/ordersOperations.ts';

/** What somebody at the counter shows. */
export interface CollectionProof {
  readonly code: string;
  /** Name on their identity card, where another person than the customer may come. */
  readonly name?: string | null | undefined;
}

/** Where an order goes. */
export type SupplyAddress = NonNullable<NonNullable<OrderAddressResult['order']>['address']>;

/** Orders, as fulfillment speaks to it. */
export interface OrdersClient {
  /** Where it goes; asked each time, as this subgraph keeps no personal data. Null when nobody knows. */
  addressOf(orderId: string, requestId: string): Promise<SupplyAddress | null>;
  /** Is this the order's code, and the name one that may collect? Refusals, such as too many attempts, come as coded errors. */
  mayCollect(orderId: string, proof: CollectionProof, requestId: string): Promise<boolean>;
}

export const createOrdersClient = (client: SubgraphClient): OrdersClient => ({
  addressOf: async (id, requestId) => {
    const { order } = await client.call(orderAddress, { variables: { id }, requestId }).catch(passOn);
    return order?.address ?? null;
  },
  mayCollect: async (orderId, { code, name }, requestId) => {
    const variables = { orderId, code, ...(name == null ? {} : { name }) };
    return (await client.call(collectionCheck, { variables, requestId }).catch(passOn)).collectionCheck;
  },
});
