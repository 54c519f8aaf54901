import { trusted } from '../../../platform/mongo/connect.ts';
import type { Identity } from '../../../schema/identity.ts';
import { ownLocation } from '../store/ownRow.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import { pickupsOf, type CarrierPickup } from '../domain/manifest.ts';
import type { FulfillmentModels } from '../store/models.ts';

/** Which parcels of a location wait for which carrier's pickup. */
export async function carrierPickups(
  models: FulfillmentModels,
  who: Identity,
  { locationId, nowMs }: { readonly locationId: string; readonly nowMs: number },
): Promise<CarrierPickup[]> {
  await ownLocation(models, who, locationId);
  const todo = { locationId, status: trusted({ $in: ['OPEN', 'IN_PROGRESS'] as const }) };
  const works = await models.FulfillmentOrder.find(todo).lean<FulfillmentOrder[]>();
  const codes = [...new Set(works.flatMap((work) => work.serviceCode ?? []))];
  const rows = await models.ServiceLimits.find({ _id: trusted({ $in: codes }) }, { carrier: 1 }).lean();
  const carriers = new Map(rows.map((row) => [row._id, row.carrier]));
  return pickupsOf(works, (code) => carriers.get(code), nowMs);
}
