import {
  afterFilter,
  connectionOf,
  readPage,
  type Connection,
  type PageArgs,
} from '../../../platform/graph/connection.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { OrderDoc, OrdersModels } from '../store/models.ts';

/** Which orders: what the database is asked for, and what only their state says. */
export interface OrderQuery {
  /** Name of the list: its cursors fit no other. */
  readonly list: string;
  /** Null: there is nothing to see. */
  readonly filter: Readonly<Record<string, unknown>> | null;
  /** Derived from an order's state, and so nothing a database can be asked for. */
  readonly keep?: ((order: OrderDoc) => boolean) | undefined;
}

/** A page of orders, and how to count them all. */
export interface OrderPage extends Connection<OrderDoc> {
  /** Null when it is not cheap: what is kept is derived, or there are more than `maxCounted`. */
  count(): Promise<number | null>;
}

/** Most orders that are counted. */
export const maxCounted = 10_000;
/** Orders read per step while some are left out by what is derived. */
const scanSize = 200;

/** Orders of a query, newest first. */
export async function orderPage(
  { Order }: Pick<OrdersModels, 'Order'>,
  { list, filter, keep }: OrderQuery,
  args: PageArgs,
): Promise<OrderPage> {
  const page = readPage(args, { list, key: ['number', 'text'] });
  if (filter === null)
    return { ...connectionOf<OrderDoc>([], page, () => []), count: () => Promise.resolve(0) };
  const fields = ['placedAtMs', '_id'] as const;
  const keyOf = (order: OrderDoc) => [order.placedAtMs, order._id];
  const found: OrderDoc[] = [];
  for (let after = page.after; found.length <= page.first;) {
    const bounds = after === undefined ? filter : { $and: [filter, afterFilter(fields, after, true)] };
    const size = keep === undefined ? page.first + 1 : scanSize;
    const batch = await Order.find(builtFilter<OrderDoc>(bounds))
      .sort({ placedAtMs: -1, _id: -1 })
      .limit(size)
      .lean<OrderDoc[]>();
    found.push(...(keep === undefined ? batch : batch.filter(keep)));
    const last = batch.at(-1);
    if (last === undefined || batch.length < size) break;
    after = keyOf(last);
  }
  const count = async (): Promise<number | null> => {
    if (keep !== undefined) return null;
    const all = await Order.countDocuments(builtFilter<OrderDoc>(filter), { limit: maxCounted + 1 });
    return all > maxCounted ? null : all;
  };
  return { ...connectionOf(found.slice(0, page.first + 1), page, keyOf), count };
}
