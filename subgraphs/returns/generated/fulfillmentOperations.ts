/* Generated from subgraphs/returns/clients/fulfillment.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type ReturnLocationsResult = { readonly warehouses: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly kind: 'WAREHOUSE' | 'STORE' | 'SUPPLIER' | 'PICKUP_POINT'; readonly active: boolean } })[] }; readonly stores: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly kind: 'WAREHOUSE' | 'STORE' | 'SUPPLIER' | 'PICKUP_POINT'; readonly active: boolean } })[] } };

export type ReturnLocationsVariables = Readonly<Record<string, never>>;

export type ReturnPlaceResult = { readonly location: { readonly id: string; readonly kind: 'WAREHOUSE' | 'STORE' | 'SUPPLIER' | 'PICKUP_POINT'; readonly active: boolean } | null };

export type ReturnPlaceVariables = { readonly id: string };

export const returnLocations: ClientDocument<ReturnLocationsResult, ReturnLocationsVariables> = {
  subgraph: 'fulfillment',
  text: `query ReturnLocations {
  warehouses: locations(first: 100, kind: WAREHOUSE) {
    edges {
      node {
        id
        kind
        active
      }
    }
  }
  stores: locations(first: 100, kind: STORE) {
    edges {
      node {
        id
        kind
        active
      }
    }
  }
}`,
};

export const returnPlace: ClientDocument<ReturnPlaceResult, ReturnPlaceVariables> = {
  subgraph: 'fulfillment',
  text: `query ReturnPlace($id: ID!) {
  location(id: $id) {
    id
    kind
    active
  }
}`,
};
