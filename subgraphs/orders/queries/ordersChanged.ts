import { rowsChanged } from '../../../platform/journal/rowsChanged.ts';
import { mayReadRow, type Identity } from '../../../schema/identity.ts';
import { isDelayed, statusOf, type OrderStatus } from '../domain/status.ts';
import type { OrdersParts } from '../parts.ts';
import type { OrderDoc } from '../store/models.ts';

/** Which orders to hear of; all criteria together. */
export interface ChangeFilter {
  readonly channel?: string | null | undefined;
  readonly locationId?: string | null | undefined;
  readonly status?: readonly OrderStatus[] | null | undefined;
  readonly delayed?: boolean | null | undefined;
}

const stream = 'order:';

const fits = (order: OrderDoc, filter: ChangeFilter, nowMs: number): boolean =>
  (filter.channel == null || order.channel === filter.channel) &&
  (filter.locationId == null || order.locationIds.includes(filter.locationId)) &&
  (filter.status == null || filter.status.includes(statusOf(order))) &&
  (filter.delayed == null || isDelayed(order, nowMs) === filter.delayed);

/** Orders as they are after something happened to them, of those the caller may see and that fit, from now on. */
export function ordersChanged(
  { journal, models }: OrdersParts,
  who: Identity,
  filter: ChangeFilter,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<OrderDoc> {
  const read = async (_id: string): Promise<OrderDoc | null> => {
    const order = await models.Order.findOne({ _id }).lean<OrderDoc>();
    const isTold = order !== null && mayReadRow(who, order) && fits(order, filter, journal.clock.nowMs());
    return isTold ? order : null;
  };
  return rowsChanged(journal, stream, read, signal);
}
