/* Generated from subgraphs/care/clients/catalog.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type VariantTitleResult = { readonly variant: { readonly title: string } | null };

export type VariantTitleVariables = { readonly sku: string; readonly locale?: string | null | undefined };

export const variantTitle: ClientDocument<VariantTitleResult, VariantTitleVariables> = {
  subgraph: 'catalog',
  text: `query VariantTitle($sku: ID!, $locale: String) {
  variant(sku: $sku) {
    title(locale: $locale)
  }
}`,
};
