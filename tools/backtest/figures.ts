import { DAY_MS, dayOf } from '@promesse/promise-engine/learning/facts';
import type { Walked } from './walk.ts';

/** How a set of orders fared: our promise beside the retailer's, both dates, both kept if delivered by that date. */
export interface Figures {
  readonly orders: number;
  readonly keptRate: number;
  readonly meanPromisedDays: number;
  readonly medianPromisedDays: number;
  /** Mean of the confidences shown with the promises. */
  readonly meanConfidence: number;
  readonly retailer: { readonly keptRate: number; readonly meanPromisedDays: number };
}

/** Orders that count: delivered, with the dates needed, purchased at or after `from` (wall ms). */
export function counted(walked: readonly Walked[], from: number): Walked[] {
  return walked.filter(({ parcel }) => parcel.counts && parcel.facts.placedAt >= from);
}

/** Figures of a set of counted orders; all zero for none. */
export function figures(set: readonly Walked[]): Figures {
  const orders = set.length;
  const mean = (value: (one: Walked) => number): number =>
    orders === 0 ? 0 : set.reduce((sum, one) => sum + value(one), 0) / orders;
  const days = set.map((one) => one.promised.days).sort((a, b) => a - b);
  const middle = Math.floor(orders / 2);
  return {
    orders,
    keptRate: mean((one) => (dayOf(one.parcel.deliveredAt!) <= one.promised.day ? 1 : 0)),
    meanPromisedDays: mean((one) => one.promised.days),
    medianPromisedDays:
      orders === 0 ? 0 : orders % 2 === 1 ? days[middle]! : (days[middle - 1]! + days[middle]!) / 2,
    meanConfidence: mean((one) => one.promised.confidence),
    retailer: {
      keptRate: mean((one) => (dayOf(one.parcel.deliveredAt!) <= dayOf(one.parcel.estimatedAt!) ? 1 : 0)),
      meanPromisedDays: mean((one) => dayOf(one.parcel.estimatedAt!) - dayOf(one.parcel.facts.placedAt)),
    },
  };
}

/** Groups orders by a name, names in order. */
export function groupBy(set: readonly Walked[], name: (one: Walked) => string): [string, Walked[]][] {
  const groups = new Map<string, Walked[]>();
  for (const one of set) {
    const key = name(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Month of purchase, `YYYY-MM`. */
export const monthOf = (one: Walked): string => new Date(one.parcel.facts.placedAt).toISOString().slice(0, 7);

/** Without a date the figures start once there is something to go by. */
const WARM_UP_DAYS = 60;
const WARM_UP_DELIVERIES = 200;

/** Midnight of the first day by which 60 days have passed and 200 deliveries were known; NaN if that never comes. */
export function warmUpEnd(walked: readonly Walked[]): number {
  const first = walked[0];
  if (!first) return Number.NaN;
  const earliest = dayOf(first.parcel.facts.placedAt) + WARM_UP_DAYS;
  const warm = walked.find(
    (one) => one.known >= WARM_UP_DELIVERIES && dayOf(one.parcel.facts.placedAt) >= earliest,
  );
  return warm ? (dayOf(warm.parcel.facts.placedAt) + 1) * DAY_MS : Number.NaN;
}
