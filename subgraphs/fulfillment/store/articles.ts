import { trusted } from '../../../platform/mongo/connect.ts';
import { gtin14 } from '../../../platform/values/gtin.ts';
import type { Article } from '../domain/articles.ts';
import type { FulfillmentModels } from './models.ts';

/** What scanners know of these SKUs, and of whatever a code may mean. */
export async function articlesFor(
  { VariantWeight }: Pick<FulfillmentModels, 'VariantWeight'>,
  skus: readonly string[],
  code?: string,
): Promise<Article[]> {
  const gtin = code === undefined ? undefined : gtin14(code);
  const ids = code === undefined ? [...skus] : [...skus, code];
  const [bySku, byGtin] = await Promise.all([
    VariantWeight.find({ _id: trusted({ $in: ids }) }, { gtin: 1 }).lean(),
    gtin === undefined ? [] : VariantWeight.find({ gtin }, { gtin: 1 }).limit(1).lean(),
  ]);
  return [...bySku, ...byGtin].map(({ _id: sku, gtin: known }) => ({ sku, gtin: known }));
}
