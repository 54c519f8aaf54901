/* Generated from subgraphs/returns/clients/catalog.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type VariantFactsResult = { readonly variant: { readonly weightGrams: number; readonly gtin: string | null; readonly product: { readonly id: string; readonly category: string } } | null };

export type VariantFactsVariables = { readonly sku: string };

export const variantFacts: ClientDocument<VariantFactsResult, VariantFactsVariables> = {
  subgraph: 'catalog',
  text: `query VariantFacts($sku: ID!) {
  variant(sku: $sku) {
    weightGrams
    gtin
    product {
      id
      category
    }
  }
}`,
};
