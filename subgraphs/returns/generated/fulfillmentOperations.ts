/* Generated from subgraphs/returns/clients/fulfillment.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type ReturnLocationsResult = { readonly warehouses: { readonly edges: readonly ({ readonly node: { readonly id: string } })[] }; readonly any: { readonly edges: readonly ({ readonly node: { readonly id: string } })[] } };

export type ReturnLocationsVariables = Readonly<Record<string, never>>;

export const returnLocations: ClientDocument<ReturnLocationsResult, ReturnLocationsVariables> = {
  subgraph: 'fulfillment',
  text: `query ReturnLocations {
  warehouses: locations(first: 1, kind: WAREHOUSE) {
    edges {
      node {
        id
      }
    }
  }
  any: locations(first: 1) {
    edges {
      node {
        id
      }
    }
  }
}`,
};
