/* Generated from subgraphs/returns/clients/catalog.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type VariantWeightResult = { readonly variant: { readonly weightGrams: number } | null };

export type VariantWeightVariables = { readonly sku: string };

export const variantWeight: ClientDocument<VariantWeightResult, VariantWeightVariables> = {
  subgraph: 'catalog',
  text: `query VariantWeight($sku: ID!) {
  variant(sku: $sku) {
    weightGrams
  }
}`,
};
