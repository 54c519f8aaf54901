import { codedError } from '../../../platform/errors/codedError.ts';
import {
  afterFilter,
  connectionOf,
  readPage,
  type Connection,
  type PageArgs,
} from '../../../platform/graph/connection.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { wordsOf } from '../commands/importProducts.ts';
import type { CatalogModels, ProductDoc } from '../store/models.ts';
import type { StockDoc } from '../store/stockModels.ts';

type ListArgs<T> = PageArgs & { readonly [K in keyof T]?: T[K] | null | undefined };

/** Products in title order, narrowed by category and by words of the title. */
export async function listProducts(
  { Product }: CatalogModels,
  args: ListArgs<{ category: string; search: string }>,
): Promise<Connection<ProductDoc>> {
  const page = readPage(args, { list: 'products', key: ['text', 'text'] });
  const words = wordsOf(args.search ?? '');
  const after = page.after ? afterFilter(['title.en', '_id'], page.after) : {};
  const filter = {
    ...(args.category == null ? {} : { category: args.category }),
    ...(words.length === 0 ? {} : { words: { $all: words } }),
    ...after,
  };
  const rows = await Product.find(builtFilter<ProductDoc>(filter))
    .sort({ 'title.en': 1, _id: 1 })
    .limit(page.first + 1)
    .lean<ProductDoc[]>();
  return connectionOf(rows, page, (row) => [row.title.en, row._id]);
}

/** Stock positions of one SKU or one location, in the order of the other. */
export async function listStock(
  { Stock }: CatalogModels,
  args: ListArgs<{ sku: string; locationId: string }>,
): Promise<Connection<StockDoc>> {
  if (args.sku == null && args.locationId == null)
    throw codedError('BAD_USER_INPUT', 'Give a sku, a locationId or both.');
  const page = readPage(args, { list: 'stockPositions', key: ['text', 'text'] });
  const order = args.sku == null ? (['locationId', 'sku'] as const) : (['sku', 'locationId'] as const);
  const filter = {
    ...(args.sku == null ? {} : { sku: args.sku }),
    ...(args.locationId == null ? {} : { locationId: args.locationId }),
  };
  const bounds = page.after ? { $and: [filter, afterFilter(order, page.after)] } : filter;
  const rows = await Stock.find(builtFilter<StockDoc>(bounds))
    .sort({ [order[0]]: 1, [order[1]]: 1 })
    .limit(page.first + 1)
    .lean<StockDoc[]>();
  return connectionOf(rows, page, (row) => [row[order[0]], row[order[1]]]);
}
