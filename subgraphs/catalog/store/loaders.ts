import DataLoader from 'dataloader';
import type { Reservation } from '../domain/reservation.ts';
import type { Place } from '../domain/place.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { loaderById, loaderOfMany } from '../../../platform/mongo/loaders.ts';
import type { CatalogModels, ProductDoc, VariantDoc } from './models.ts';
import type { Places } from './places.ts';
import type { StockDoc } from './stockModels.ts';

/** A cart, which belongs to orders. */
export interface CartRef {
  readonly id: string;
}

/** Loaders of one request. */
export interface CatalogLoaders {
  readonly product: DataLoader<string, ProductDoc>;
  readonly variant: DataLoader<string, VariantDoc>;
  readonly variantsOfProduct: DataLoader<string, VariantDoc[]>;
  readonly stockOfSku: DataLoader<string, StockDoc[]>;
  /** Locations as far as the catalogue knows them; null for one that does not exist. */
  readonly place: DataLoader<string, Place | null>;
  /** What carts hold now; null for one that holds nothing (any more). */
  readonly cartHold: DataLoader<string, Reservation | null>;
  /** `<sku>@<location>` -> units that carts hold past their time and that nobody has given back yet. */
  readonly overdueUnits: () => Promise<ReadonlyMap<string, number>>;
}

export const catalogLoaders = (
  models: CatalogModels,
  overdueUnits: CatalogLoaders['overdueUnits'],
  places: Pick<Places, 'find'>,
  cartHold: (cartId: string) => Promise<Reservation | null>,
): CatalogLoaders => ({
  overdueUnits,
  cartHold: new DataLoader<string, Reservation | null>((ids) => Promise.all(ids.map(cartHold))),
  place: new DataLoader<string, Place | null>(async (ids) => {
    const found = await places.find(ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
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
