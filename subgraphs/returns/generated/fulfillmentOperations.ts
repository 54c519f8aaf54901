/* Generated from subgraphs/returns/clients/fulfillment.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type ReturnLocationsResult = { readonly warehouses: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly country: string; readonly active: boolean } })[] }; readonly stores: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly country: string; readonly active: boolean; readonly abilities: readonly ('SHIP' | 'COLLECT' | 'CUSTOMISE' | 'INSTANT' | 'LOCKER')[] } })[] } };

export type ReturnLocationsVariables = Readonly<Record<string, never>>;

export type LocationSeenResult = { readonly location: { readonly id: string; readonly kind: 'WAREHOUSE' | 'STORE' | 'SUPPLIER' | 'PICKUP_POINT'; readonly active: boolean; readonly country: string } | null };

export type LocationSeenVariables = { readonly id: string };

export const returnLocations: ClientDocument<ReturnLocationsResult, ReturnLocationsVariables> = {
  subgraph: 'fulfillment',
  text: `query ReturnLocations {
  warehouses: locations(first: 100, kind: WAREHOUSE) {
    edges {
      node {
        id
        country
        active
      }
    }
  }
  stores: locations(first: 100, kind: STORE) {
    edges {
      node {
        id
        country
        active
        abilities
      }
    }
  }
}`,
};

export const locationSeen: ClientDocument<LocationSeenResult, LocationSeenVariables> = {
  subgraph: 'fulfillment',
  text: `query LocationSeen($id: ID!) {
  location(id: $id) {
    id
    kind
    active
    country
  }
}`,
};
