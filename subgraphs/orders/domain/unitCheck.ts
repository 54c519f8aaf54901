import type { OrderState } from './order.ts';

/** How the units of an order stand with the locations, as fulfillment counts them. */
export interface AtLocations {
  readonly orderId: string;
  readonly atRest: boolean;
  readonly lines: readonly { readonly lineId: string; readonly wanted: number; readonly left: number }[];
}

/** A counter on which the two disagree. */
export interface UnitDifference {
  readonly lineId: string;
  readonly counter: 'wanted' | 'left';
  readonly orders: number;
  readonly fulfillment: number;
}

/**
 * Where orders and fulfillment count differently; undefined while something is under way, when they may. Units of an
 * order that is not confirmed are with nobody.
 */
export function unitDifferences(
  order: Pick<OrderState, 'confirmed' | 'lines' | 'askedAtMs'>,
  there: AtLocations,
): UnitDifference[] | undefined {
  if (!there.atRest || order.askedAtMs !== undefined) return undefined;
  if (!order.confirmed) return [];
  return order.lines.flatMap(({ lineId, counters }) => {
    const theirs = there.lines.find((line) => line.lineId === lineId) ?? { wanted: 0, left: 0 };
    const ours = { wanted: counters.ordered - counters.cancelled, left: counters.shipped };
    return (['wanted', 'left'] as const).flatMap((counter) =>
      ours[counter] === theirs[counter]
        ? []
        : [{ lineId, counter, orders: ours[counter], fulfillment: theirs[counter] }],
    );
  });
}
