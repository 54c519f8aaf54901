import {
  afterFilter,
  connectionOf,
  readPage,
  type Connection,
  type PageArgs,
} from '../../../platform/graph/connection.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { Condition, ConditionDoc, WriteOffDoc } from '../store/conditionModels.ts';
import type { CatalogModels } from '../store/models.ts';

type At = PageArgs & { readonly locationId?: string | null | undefined };
const atPlace = ({ locationId }: At) => (locationId == null ? {} : { locationId });

/** Units in one condition, by location and SKU. */
export async function listConditions(
  { Condition: model }: CatalogModels,
  condition: Condition,
  args: At,
): Promise<Connection<ConditionDoc>> {
  const page = readPage(args, { list: 'conditionStock', key: ['text', 'text'] });
  const filter = { condition, quantity: { $gt: 0 }, ...atPlace(args) };
  const bounds = page.after ? { $and: [filter, afterFilter(['locationId', 'sku'], page.after)] } : filter;
  const rows = await model
    .find(builtFilter<ConditionDoc>(bounds))
    .sort({ locationId: 1, sku: 1 })
    .limit(page.first + 1)
    .lean<ConditionDoc[]>();
  return connectionOf(rows, page, (row) => [row.locationId, row.sku]);
}

/** Units written off, the newest first. */
export async function listWriteOffs({ WriteOff }: CatalogModels, args: At): Promise<Connection<WriteOffDoc>> {
  const page = readPage(args, { list: 'writeOffs', key: ['number', 'text'] });
  const filter = atPlace(args);
  const bounds = page.after ? { $and: [filter, afterFilter(['atMs', '_id'], page.after, true)] } : filter;
  const rows = await WriteOff.find(builtFilter<WriteOffDoc>(bounds))
    .sort({ atMs: -1, _id: -1 })
    .limit(page.first + 1)
    .lean<WriteOffDoc[]>();
  return connectionOf(rows, page, (row) => [row.atMs, row._id]);
}
