import { openUnits, type FulfillmentOrder } from './fulfillmentOrder.ts';

/** How the units of an order line stand with all locations. */
export interface LineAtLocations {
  readonly lineId: string;
  /** Units that will be or were sent. */
  readonly wanted: number;
  /** Units of these that have left, or wait to be collected. */
  readonly left: number;
}

const leftSteps: ReadonlySet<FulfillmentOrder['step']> = new Set([
  ...(['HANDED_OVER', 'READY_FOR_COLLECTION', 'COLLECTED'] as const),
]);

/** Counts the work on one order by line. Units that were sent to a store and stay there are wanted no more. */
export function unitsAtLocations(works: readonly FulfillmentOrder[]): LineAtLocations[] {
  const sums = new Map<string, { wanted: number; left: number }>();
  for (const work of works)
    for (const line of work.lines) {
      const sum = sums.get(line.lineId) ?? { wanted: 0, left: 0 };
      const forwarded = work.arrivedFrom !== undefined;
      const left = leftSteps.has(work.step) ? Math.min(line.picked, openUnits(line)) : 0;
      sums.set(line.lineId, {
        wanted: sum.wanted + (forwarded ? -line.cancelled : openUnits(line)),
        left: sum.left + (forwarded ? -line.cancelled : left),
      });
    }
  return [...sums].map(([lineId, sum]) => ({ lineId, ...sum }));
}
