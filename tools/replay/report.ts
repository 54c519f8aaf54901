import type { JoinedOrder } from '../olist/joinOrders.ts';
import { instantOfWall } from './instants.ts';
import type { Played } from './steps.ts';

const dayMs = 86_400_000;

/** Figures of a replay, as `--json` writes them. Days are calendar days from purchase to the promised latest delivery. */
export interface ReplayReport {
  readonly orders: number;
  readonly delivered: number;
  readonly notJoined: number;
  readonly failed: number;
  readonly ordersPerSecond: number;
  readonly keptRate: number;
  readonly meanPromisedDays: number;
  readonly retailer: { readonly keptRate: number; readonly meanPromisedDays: number };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
const rounded = (value: number, digits = 4): number => Number(value.toFixed(digits));

/**
 * The promises held against what happened, over delivered orders, beside the retailer's own estimate. The estimate
 * is a date: it counts as kept until that day's end.
 */
export function reportOf(
  joined: readonly JoinedOrder[],
  played: ReadonlyMap<string, Played>,
  counts: { readonly notJoined: number; readonly failed: number; readonly seconds: number },
): ReplayReport {
  const rows = joined.flatMap(({ order }) => {
    const promise = played.get(order.orderId);
    if (promise === undefined || order.deliveredAt === undefined || order.estimatedAt === undefined)
      return [];
    if (!promise.delivered) return [];
    const bought = instantOfWall(order.purchasedAt);
    const arrived = instantOfWall(order.deliveredAt);
    const estimateEnds = instantOfWall(order.estimatedAt) + dayMs;
    return [{ bought, arrived, promised: promise.promisedLatestMs, estimateEnds }];
  });
  const days = (to: number, from: number): number => (to - from) / dayMs;
  return {
    orders: played.size,
    delivered: rows.length,
    notJoined: counts.notJoined,
    failed: counts.failed,
    ordersPerSecond: rounded(played.size / counts.seconds, 2),
    keptRate: rounded(mean(rows.map((row) => Number(row.arrived <= row.promised)))),
    meanPromisedDays: rounded(mean(rows.map((row) => days(row.promised, row.bought))), 2),
    retailer: {
      keptRate: rounded(mean(rows.map((row) => Number(row.arrived < row.estimateEnds)))),
      meanPromisedDays: rounded(mean(rows.map((row) => days(row.estimateEnds, row.bought))), 2),
    },
  };
}
