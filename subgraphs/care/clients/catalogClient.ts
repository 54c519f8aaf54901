import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import { variantTitle } from '../generated/catalogOperations.ts';

/** The catalogue, as far as messages name goods. */
export interface CatalogClient {
  /** Name of a variant in a language; its SKU when nobody knows it any more. */
  title(sku: string, locale: string, requestId: string): Promise<string>;
}

export const createCatalogClient = (client: SubgraphClient): CatalogClient => ({
  title: async (sku, locale, requestId) => {
    const { variant } = await client.call(variantTitle, { variables: { sku, locale }, requestId });
    return variant?.title ?? sku;
  },
});
