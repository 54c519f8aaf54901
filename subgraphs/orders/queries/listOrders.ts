import {
  afterFilter,
  connectionOf,
  readPage,
  type Connection,
  type PageArgs,
} from '../../../platform/graph/connection.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { readableRows, type Identity } from '../../../schema/identity.ts';
import { statusOf, type OrderStatus } from '../domain/status.ts';
import type { OrderDoc, OrdersModels } from '../store/models.ts';

/** Which orders to list. */
export interface ListFilter {
  readonly status?: readonly OrderStatus[] | null | undefined;
  readonly channel?: string | null | undefined;
  readonly externalReference?: string | null | undefined;
}

/** Orders read per step while narrowing by status, which is derived and so cannot be asked of the database. */
const scanSize = 200;

/** Orders the caller may see, newest first. */
export async function listOrders(
  { Order }: OrdersModels,
  who: Identity,
  args: PageArgs & { readonly filter?: ListFilter | null | undefined },
): Promise<Connection<OrderDoc>> {
  const page = readPage(args, { list: 'orders', key: ['number', 'text'] });
  const rows = readableRows(who, 'locationIds');
  if (rows === null) return connectionOf<OrderDoc>([], page, () => []);
  const { status, channel, externalReference } = args.filter ?? {};
  const filter = {
    ...rows,
    ...(channel == null
      ? {}
      : rows['channel'] === undefined || rows['channel'] === channel
        ? { channel }
        : { _id: '' }),
    ...(externalReference == null ? {} : { externalReference }),
  };
  const fields = ['placedAtMs', '_id'] as const;
  const keyOf = (order: OrderDoc) => [order.placedAtMs, order._id];
  const found: OrderDoc[] = [];
  for (let after = page.after; found.length <= page.first;) {
    const bounds = after === undefined ? filter : { $and: [filter, afterFilter(fields, after, true)] };
    const size = status == null ? page.first + 1 : scanSize;
    const batch = await Order.find(builtFilter<OrderDoc>(bounds))
      .sort({ placedAtMs: -1, _id: -1 })
      .limit(size)
      .lean<OrderDoc[]>();
    found.push(...batch.filter((order) => status == null || status.includes(statusOf(order))));
    const last = batch.at(-1);
    if (last === undefined || batch.length < size) break;
    after = keyOf(last);
  }
  return connectionOf(found.slice(0, page.first + 1), page, keyOf);
}
