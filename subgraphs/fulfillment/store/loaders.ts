import type DataLoader from 'dataloader';
import { trusted } from '../../../platform/mongo/connect.ts';
import { loaderById, loaderOfMany } from '../../../platform/mongo/loaders.ts';
import type { VariantWeightDoc } from './factModels.ts';
import type { FulfillmentModels, FulfillmentOrderDoc, LocationDoc } from './models.ts';
import type { ThrottleDoc } from './siteDocs.ts';

/** Loaders of one request. */
export interface FulfillmentLoaders {
  readonly location: DataLoader<string, LocationDoc>;
  readonly article: DataLoader<string, VariantWeightDoc>;
  readonly fulfillmentOrder: DataLoader<string, FulfillmentOrderDoc>;
  readonly throttle: DataLoader<string, ThrottleDoc>;
  readonly ofOrder: DataLoader<string, FulfillmentOrderDoc[]>;
}

export const fulfillmentLoaders = (models: FulfillmentModels): FulfillmentLoaders => ({
  location: loaderById(models.Location, 'location'),
  article: loaderById(models.VariantWeight, 'variant'),
  fulfillmentOrder: loaderById(models.FulfillmentOrder, 'fulfillment order'),
  throttle: loaderById(models.Throttle, 'throttle'),
  ofOrder: loaderOfMany(
    async (ids) =>
      await models.FulfillmentOrder.find({ orderId: trusted({ $in: [...ids] }) })
        .sort({ createdAtMs: 1, _id: 1 })
        .lean<FulfillmentOrderDoc[]>(),
    (row) => row.orderId,
  ),
});
