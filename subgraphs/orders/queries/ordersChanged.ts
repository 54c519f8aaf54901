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
  const changes = journal.watch(stream, signal);
  const changed = async (name: string): Promise<OrderDoc | null> => {
    const order = await models.Order.findOne({ _id: name.slice(stream.length) }).lean<OrderDoc>();
    return order !== null && mayReadRow(who, order) && fits(order, filter, journal.clock.nowMs())
      ? order
      : null;
  };
  const iterator: AsyncIterableIterator<OrderDoc> = {
    next: async () => {
      for (;;) {
        const step = await changes.next();
        if (step.done === true) return { done: true, value: undefined };
        const order = await changed(step.value);
        if (order !== null) return { done: false, value: order };
      }
    },
    return: async () => {
      await changes.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
