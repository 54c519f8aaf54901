/* Generated from subgraphs/fulfillment/clients/orders.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type CollectionCheckResult = { readonly collectionCheck: boolean };

export type CollectionCheckVariables = { readonly orderId: string; readonly code: string; readonly name?: string | null | undefined };

export const collectionCheck: ClientDocument<CollectionCheckResult, CollectionCheckVariables> = {
  subgraph: 'orders',
  text: `query CollectionCheck($orderId: ID!, $code: String!, $name: String) {
  collectionCheck(orderId: $orderId, code: $code, name: $name)
}`,
};
