import { trusted } from '../../../platform/mongo/connect.ts';
import type { Identity } from '../../../schema/identity.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import { makingJobs, type MakingJob } from '../domain/making.ts';
import type { FulfillmentModels } from '../store/models.ts';
import { ownLocation } from '../store/ownRow.ts';

/** What is to be made at a location, most urgent first. */
export async function makingQueue(
  models: FulfillmentModels,
  who: Identity,
  asked: { readonly locationId: string; readonly craft?: string | undefined; readonly nowMs: number },
): Promise<MakingJob[]> {
  const { locationId } = asked;
  await ownLocation(models, who, locationId);
  const works = await models.FulfillmentOrder.find({
    ...{ locationId, status: 'IN_PROGRESS' as const, toMake: true },
    step: trusted({ $in: ['PICKED', 'MAKING'] as const }),
  })
    .sort({ 'dueAt.packedMs': 1, _id: 1 })
    .limit(200)
    .lean<FulfillmentOrder[]>();
  const skus = [...new Set(works.flatMap((work) => work.lines.map((line) => line.sku)))];
  const rows = await models.VariantWeight.find({ _id: trusted({ $in: skus }) }, { options: 1 }).lean();
  const options = new Map(rows.map((row) => [row._id, row.options ?? []]));
  return makingJobs(works, (sku) => options.get(sku) ?? [], asked);
}
