import { trusted } from '../../../platform/mongo/connect.ts';
import type { Identity } from '../../../schema/identity.ts';
import { ownLocation } from '../store/ownRow.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import { sharesOf, type PickShare } from '../domain/pickBatch.ts';
import { pickList, type PickZone } from '../domain/pickList.ts';
import type { FulfillmentModels } from '../store/models.ts';
import type { PickBatchDoc } from '../store/siteDocs.ts';
import { articlesFor } from '../store/articles.ts';

/** Batches of a location that are being picked, oldest first. */
export async function openPickBatches(
  models: FulfillmentModels,
  who: Identity,
  locationId: string,
): Promise<PickBatchDoc[]> {
  await ownLocation(models, who, locationId);
  return models.PickBatch.find({ locationId, state: 'OPEN' })
    .sort({ createdAtMs: 1, _id: 1 })
    .limit(100)
    .lean<PickBatchDoc[]>();
}

/** What a batch is to fetch. Of one that has ended, what was scanned. */
export async function sharesIn(models: FulfillmentModels, batch: PickBatchDoc): Promise<PickShare[]> {
  if (batch.state !== 'OPEN') return batch.scanned.map((share) => ({ ...share, scanned: share.quantity }));
  const ids = [...batch.fulfillmentOrderIds];
  const works = await models.FulfillmentOrder.find({ _id: trusted({ $in: ids }) }).lean<FulfillmentOrder[]>();
  return sharesOf(batch, works);
}

/** The walk through the zones for a batch. */
export async function zonesOf(models: FulfillmentModels, batch: PickBatchDoc): Promise<PickZone[]> {
  const shares = await sharesIn(models, batch);
  const skus = [...new Set(shares.map((share) => share.sku))];
  const [bins, articles] = await Promise.all([
    models.Bin.find({ locationId: batch.locationId, sku: trusted({ $in: skus }) }).lean(),
    articlesFor(models, skus),
  ]);
  return pickList(shares, bins, articles);
}
