import { passOn } from '../../../platform/graph/passOn.ts';
import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { collectionCheck } from '../generated/ordersOperations.ts';

/** What somebody at the counter shows. */
export interface CollectionProof {
  readonly code: string;
  /** Name on their identity card, where another person than the customer may come. */
  readonly name?: string | null | undefined;
}

/** Orders, as fulfillment speaks to it. */
export interface OrdersClient {
  /** Is this the order's code, and the name one that may collect? Refusals, such as too many attempts, come as coded errors. */
  mayCollect(orderId: string, proof: CollectionProof, requestId: string): Promise<boolean>;
}

export const createOrdersClient = (client: SubgraphClient): OrdersClient => ({
  mayCollect: async (orderId, { code, name }, requestId) => {
    const variables = { orderId, code, ...(name == null ? {} : { name }) };
    return (await client.call(collectionCheck, { variables, requestId }).catch(passOn)).collectionCheck;
  },
});
