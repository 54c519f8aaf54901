import type { PageArgs } from '../../../platform/graph/connection.ts';
import { readableRows, type Identity } from '../../../schema/identity.ts';
import type { OrdersParts } from '../parts.ts';
import { orderPage, type OrderPage } from './orderPage.ts';

/** Orders with money that failed for good and that somebody has to look at, newest first, of those the caller may see. */
export function failedPayments(
  { models }: Pick<OrdersParts, 'models'>,
  who: Identity,
  args: PageArgs,
): Promise<OrderPage> {
  const rows = readableRows(who, 'locationIds');
  const isStuck = { stuckSinceMs: { $gt: 0 } };
  const filter =
    rows === null ? null : { $and: [isStuck, rows].filter((each) => Object.keys(each).length > 0) };
  return orderPage(models, { list: 'failedPayments', filter }, args);
}
