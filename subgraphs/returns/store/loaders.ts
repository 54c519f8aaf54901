import type DataLoader from 'dataloader';
import { trusted } from '../../../platform/mongo/connect.ts';
import { loaderOfMany } from '../../../platform/mongo/loaders.ts';
import type { Model } from '../../../platform/mongo/mongoTypes.ts';
import type { ReturnDoc } from './models.ts';

/** Reads of one call, gathered. */
export interface ReturnsLoaders {
  /** By order id, oldest first. */
  readonly returnsOfOrder: DataLoader<string, ReturnDoc[]>;
}

export const returnsLoaders = (model: Model<ReturnDoc>): ReturnsLoaders => ({
  returnsOfOrder: loaderOfMany<string, ReturnDoc>(
    async (ids) =>
      await model
        .find(trusted({ orderId: { $in: [...ids] } }))
        .sort({ requestedAtMs: 1 })
        .lean<ReturnDoc[]>(),
    (row) => row.orderId,
  ),
});
