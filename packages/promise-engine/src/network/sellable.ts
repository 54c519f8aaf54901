import type { StockLevel } from '../model/goodsConfig.ts';

type Incoming = NonNullable<StockLevel['incoming']>;

/** Incoming units that nobody waits for yet, soonest first; whoever waits takes the earliest ones. */
export function unpromised(
  incoming: readonly { readonly quantity: number; readonly expectedAtMs: number }[],
  taken: number,
): { quantity: number; availableAtMs: number }[] {
  let left = taken;
  return [...incoming]
    .sort((a, b) => a.expectedAtMs - b.expectedAtMs)
    .map(({ quantity, expectedAtMs }) => {
      const waiting = Math.min(left, quantity);
      left -= waiting;
      return { quantity: quantity - waiting, availableAtMs: expectedAtMs };
    })
    .filter(({ quantity }) => quantity > 0);
}

/** Units of a position that may be promised now; `withhold` stay there for others. May be negative. */
export const sellableNow = (level: Omit<StockLevel, 'incoming'>, withhold: number): number =>
  // Reserved below zero is a broken feed, not more stock.
  level.onHand - Math.max(0, level.reserved ?? 0) - (level.safetyStock ?? 0) - withhold;

/**
 * When the first unit of a position can be promised that cannot be promised now: once enough has come in, after one
 * instant and no later than another (epoch ms). Undefined when that never happens. What is overdue is not counted on.
 */
export function firstIncoming(
  level: StockLevel & { readonly incoming: Incoming },
  withhold: number,
  { afterMs, untilMs }: { readonly afterMs: number; readonly untilMs: number },
): number | undefined {
  let units = sellableNow(level, withhold);
  for (const { quantity, availableAtMs } of level.incoming) {
    if (availableAtMs <= afterMs || availableAtMs > untilMs) continue;
    units += quantity;
    if (units > 0) return availableAtMs;
  }
  return undefined;
}
