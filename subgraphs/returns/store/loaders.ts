import DataLoader from 'dataloader';
import { trusted } from '../../../platform/mongo/connect.ts';
import { loaderOfMany } from '../../../platform/mongo/loaders.ts';
import type { Model } from '../../../platform/mongo/mongoTypes.ts';
import type { ReturnDoc } from './models.ts';

/** Reads of one call, gathered. */
export interface ReturnsLoaders {
  /** By order id, oldest first. */
  readonly returnsOfOrder: DataLoader<string, ReturnDoc[]>;
  /** Language of an order by its id, for returns of before that do not know it; English where there is no such order. */
  readonly localeOfOrder: DataLoader<string, string>;
}

export const returnsLoaders = (
  model: Model<ReturnDoc>,
  localeOf: (orderId: string) => Promise<string>,
): ReturnsLoaders => ({
  localeOfOrder: new DataLoader((ids) => Promise.all(ids.map(localeOf))),
  returnsOfOrder: loaderOfMany<string, ReturnDoc>(
    async (ids) =>
      await model
        .find(trusted({ orderId: { $in: [...ids] } }))
        .sort({ requestedAtMs: 1 })
        .lean<ReturnDoc[]>(),
    (row) => row.orderId,
  ),
});
