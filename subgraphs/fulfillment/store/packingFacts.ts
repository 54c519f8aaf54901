import { trusted } from '../../../platform/mongo/connect.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import type { PackingFacts } from '../domain/pack.ts';
import type { FulfillmentModels } from './models.ts';

/** What is known of the goods of some work, and of the service that carries them. */
export const packingFacts =
  (models: FulfillmentModels) =>
  async (work: FulfillmentOrder): Promise<PackingFacts> => {
    const skus = work.lines.map((line) => line.sku);
    const [rows, service] = await Promise.all([
      models.VariantWeight.find({ _id: trusted({ $in: skus }) }).lean(),
      work.serviceCode === null ? null : models.ServiceLimits.findOne({ _id: work.serviceCode }).lean(),
    ]);
    const sizes = new Map(rows.map((row) => [row._id, row]));
    return {
      sizeOf: (sku) => sizes.get(sku),
      limits: service === null ? undefined : { ...service, service: service._id },
    };
  };
