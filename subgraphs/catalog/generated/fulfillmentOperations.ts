/* Generated from subgraphs/catalog/clients/fulfillment.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type PlaceFactsResult = { readonly location: { readonly id: string; readonly kind: 'WAREHOUSE' | 'STORE' | 'SUPPLIER' | 'PICKUP_POINT'; readonly active: boolean; readonly abilities: readonly ('SHIP' | 'COLLECT' | 'CUSTOMISE' | 'INSTANT' | 'LOCKER')[] } | null };

export type PlaceFactsVariables = { readonly id: string };

export const placeFacts: ClientDocument<PlaceFactsResult, PlaceFactsVariables> = {
  subgraph: 'fulfillment',
  text: `query PlaceFacts($id: ID!) {
  location(id: $id) {
    id
    kind
    active
    abilities
  }
}`,
};
