import { codedError } from '../../../platform/errors/codedError.ts';
import { mayReadRow, seesWhole, type Identity } from '../../../schema/identity.ts';
import type { OrderDoc } from '../store/models.ts';

/** Whether the caller sees the whole order, prices included. */
export const seesWholeOrder = (who: Identity, { promise, soldBy }: OrderDoc): boolean =>
  seesWhole(who, { collectAtId: promise.collectAtId }) || seesWhole(who, { collectAtId: soldBy?.locationId });

/** FORBIDDEN for whoever works on a part of the order only: its prices and payments are not theirs to read. */
export function requireWhole(who: Identity, order: OrderDoc): OrderDoc {
  if (!seesWholeOrder(who, order))
    throw codedError(
      'FORBIDDEN',
      'Prices and payments are for the customer and for whoever hands the order over.',
    );
  return order;
}

/** May the caller see this line of the order? Whoever works on a part sees the lines of that part. */
export function seesLine(who: Identity, order: OrderDoc, lineId: string): boolean {
  if (!mayReadRow(who, order)) return false;
  if (seesWholeOrder(who, order)) return true;
  const own = order.shipments.filter(({ locationId }) => who.locationIds?.includes(locationId) ?? false);
  return own.some(({ lines }) => lines.some((line) => line.lineId === lineId));
}
