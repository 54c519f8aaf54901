import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import {
  afterFilter,
  connectionOf,
  readPage,
  type Connection,
  type PageArgs,
} from '../../../platform/graph/connection.ts';
import { trusted } from '../../../platform/mongo/connect.ts';
import { readableRows, type Identity } from '../../../schema/identity.ts';
import type {
  FulfillmentOrderFilter,
  FulfillmentOrderStatus,
  InputMaybe,
} from '../generated/resolverTypes.ts';
import type { FulfillmentModels, FulfillmentOrderDoc, LocationDoc } from '../store/models.ts';

type Filter = Record<string, unknown>;

/** Locations, by name. */
export async function listLocations(
  { Location }: FulfillmentModels,
  args: PageArgs & { readonly kind?: InputMaybe<string>; readonly country?: InputMaybe<string> },
): Promise<Connection<LocationDoc>> {
  const page = readPage(args, { list: 'locations', key: ['text', 'text'] });
  const parts: Filter[] = [];
  if (args.kind != null) parts.push({ kind: args.kind });
  if (args.country != null) parts.push({ country: args.country });
  if (page.after) parts.push(afterFilter(['name', '_id'], page.after));
  const rows = await Location.find(builtFilter<LocationDoc>(allOf(parts)))
    .sort({ name: 1, _id: 1 })
    .limit(page.first + 1)
    .lean<LocationDoc[]>();
  return connectionOf(rows, page, (row) => [row.name, row._id]);
}

/** The states as they stand in the database: SCHEDULED is OPEN work that begins late. */
function statusFilter(wanted: readonly FulfillmentOrderStatus[], openFromMs: number): Filter {
  const stored = wanted.filter((status) => status !== 'SCHEDULED' && status !== 'OPEN');
  const branches: Filter[] = [{ status: { $in: stored } }];
  if (wanted.includes('OPEN'))
    branches.push({ status: 'OPEN', 'dueAt.pickStartMs': { $lte: openFromMs }, awaiting: { $ne: true } });
  if (wanted.includes('SCHEDULED'))
    branches.push(
      { status: 'OPEN', 'dueAt.pickStartMs': { $gt: openFromMs } },
      { status: 'OPEN', awaiting: true },
    );
  return { $or: branches };
}

/** Work lists: what the caller may see, most urgent first. `openFromMs`: work to begin later is SCHEDULED. */
export async function listFulfillmentOrders(
  { FulfillmentOrder }: FulfillmentModels,
  args: PageArgs & { readonly filter?: InputMaybe<FulfillmentOrderFilter> },
  who: Identity,
  openFromMs: number,
): Promise<Connection<FulfillmentOrderDoc>> {
  const page = readPage(args, { list: 'fulfillmentOrders', key: ['number', 'text'] });
  const own = readableRows(who, 'locationId', 'work');
  if (own === null) return connectionOf<FulfillmentOrderDoc>([], page, () => []);
  const { locationId, orderId, status, step } = args.filter ?? {};
  const parts: Filter[] = [own];
  if (locationId != null) parts.push({ locationId });
  if (orderId != null) parts.push({ orderId });
  if (status != null) parts.push(statusFilter(status, openFromMs));
  if (step != null) parts.push({ step: { $in: step } });
  if (page.after) parts.push(afterFilter(['dueAt.handoverMs', '_id'], page.after));
  const rows = await FulfillmentOrder.find(builtFilter<FulfillmentOrderDoc>(allOf(parts)))
    .sort({ 'dueAt.handoverMs': 1, _id: 1 })
    .limit(page.first + 1)
    .lean<FulfillmentOrderDoc[]>();
  return connectionOf(rows, page, (row) => [row.dueAt.handoverMs, row._id]);
}

const allOf = (parts: readonly Filter[]): Filter => {
  const real = parts.filter((part) => Object.keys(part).length > 0);
  return real.length === 0 ? {} : trusted({ $and: real });
};
