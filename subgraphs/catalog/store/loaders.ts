import type DataLoader from 'dataloader';
import { trusted } from '../../../platform/mongo/connect.ts';
import { loaderById, loaderOfMany } from '../../../platform/mongo/loaders.ts';
import type { CatalogModels, ProductDoc, VariantDoc } from './models.ts';
import type { StockDoc } from './stockModels.ts';

/** Loaders of one request. */
export interface CatalogLoaders {
  readonly product: DataLoader<string, ProductDoc>;
  readonly variant: DataLoader<string, VariantDoc>;
  readonly variantsOfProduct: DataLoader<string, VariantDoc[]>;
  readonly stockOfSku: DataLoader<string, StockDoc[]>;
  /** `<sku>@<location>` -> units that carts hold past their time and that nobody has given back yet. */
  readonly overdueUnits: () => Promise<ReadonlyMap<string, number>>;
}

export const catalogLoaders = (
  models: CatalogModels,
  overdueUnits: CatalogLoaders['overdueUnits'],
): CatalogLoaders => ({
  overdueUnits,
  product: loaderById(models.Product, 'product'),
  variant: loaderById(models.Variant, 'variant'),
  variantsOfProduct: loaderOfMany(
    async (ids) =>
      (await models.Variant.find({ productId: trusted({ $in: [...ids] }) })
        .sort({ _id: 1 })
        .lean()) as VariantDoc[],
    (row) => row.productId,
  ),
  stockOfSku: loaderOfMany(
    async (skus) =>
      (await models.Stock.find({ sku: trusted({ $in: [...skus] }) })
        .sort({ sku: 1, locationId: 1 })
        .lean()) as StockDoc[],
    (row) => row.sku,
  ),
});
