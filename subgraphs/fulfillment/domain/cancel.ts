import { isEmpty, openUnits, refOf, type FulfillmentOrder } from './fulfillmentOrder.ts';
import { evolve } from './evolve.ts';
import type { Events } from './decide.ts';
import { madeOf } from './unitState.ts';

/** Has the work ended, one way or the other? */
export const hasEnded = ({ status }: FulfillmentOrder): boolean =>
  status === 'CLOSED' || status === 'INCOMPLETE' || status === 'CANCELLED';

/** Units of a line that can still be cancelled here: until they are handed over or collected. */
export const cancellableUnits = (work: FulfillmentOrder, lineId: string): number =>
  hasEnded(work)
    ? 0
    : work.lines
        .filter((line) => line.lineId === lineId)
        .reduce((sum, line) => sum + openUnits(line) - (line.collected ?? 0), 0);

/** Cancels the named units, as far as they are still here. */
export function decideCancel(
  work: FulfillmentOrder,
  asked: readonly { lineId: string; quantity: number }[],
  askId?: string,
): Events {
  const lines = asked.flatMap(({ lineId, quantity }) => {
    const line = work.lines.find((each) => each.lineId === lineId);
    const units = Math.min(quantity, cancellableUnits(work, lineId));
    return line === undefined || units === 0 ? [] : [{ lineId, sku: line.sku, quantity: units }];
  });
  if (lines.length === 0) return [];
  const { shipmentId, arrivedFrom, reservationId } = work;
  const event = (closed: boolean) => ({
    type: 'fulfillment.LinesCancelled' as const,
    data: {
      ...refOf(work),
      ...{ lines, closed, searching: false, reservationId, ...madeOf(work, lines) },
      ...(shipmentId === undefined ? {} : { voidShipmentId: shipmentId }),
      ...(askId === undefined ? {} : { askId }),
      ...(arrivedFrom === undefined ? {} : { arrivedFrom }),
    },
  });
  return [event(isEmpty(evolve(work, event(false), 0)))];
}
