import type { PageArgs } from '../../../platform/graph/connection.ts';
import { readableRows, type Identity } from '../../../schema/identity.ts';
import { statusOf, type OrderStatus } from '../domain/status.ts';
import type { OrdersModels } from '../store/models.ts';
import { orderPage, type OrderPage } from './orderPage.ts';

/** Which orders to list. */
export interface ListFilter {
  readonly status?: readonly OrderStatus[] | null | undefined;
  readonly channel?: string | null | undefined;
  readonly externalReference?: string | null | undefined;
}

/** Orders the caller may see, newest first. */
export async function listOrders(
  models: OrdersModels,
  who: Identity,
  args: PageArgs & { readonly filter?: ListFilter | null | undefined },
): Promise<OrderPage> {
  const rows = readableRows(who, 'locationIds');
  const { status, channel, externalReference } = args.filter ?? {};
  const own = rows?.['channel'];
  const filter = rows && {
    ...rows,
    ...(channel == null ? {} : own === undefined || own === channel ? { channel } : { _id: '' }),
    ...(externalReference == null ? {} : { externalReference }),
  };
  const keep =
    status == null ? undefined : (order: Parameters<typeof statusOf>[0]) => status.includes(statusOf(order));
  return orderPage(models, { list: 'orders', filter, keep }, args);
}
