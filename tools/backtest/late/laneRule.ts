import { dayOf, DAY_MS } from '@promesse/promise-engine/learning/facts';
import type { WallMs } from '../../olist/wallTime.ts';
import type { Parcel } from '../parcels.ts';

/** Deliveries this old no longer count. */
const MEMORY_DAYS = 120;
/** Deliveries it takes to believe a group; with fewer the next wider one answers. */
const ENOUGH = 20;
/** Before anything was delivered. */
const NOTHING_KNOWN = 0.1;

interface Delivery {
  readonly at: WallMs;
  readonly wholeMs: number;
  /** Hand-over to delivery; undefined when the hand-over is not recorded. */
  readonly transitMs: number | undefined;
  readonly groups: readonly string[];
}

/** Lane, the customer's state, everything. */
const groupsOf = ({ facts }: Parcel): string[] => [
  `${facts.origin[0]} ${facts.destination[0]}`,
  facts.destination[0] ?? '',
  '*',
];

/**
 * What a careful analyst would do without a model: of the lane's deliveries of the last 120 days that had not arrived
 * after so long either, the share that took longer than the date allows. The reference of `backtest:late`, whose
 * measured figures are in the reference notes on care (B.6).
 */
export class LaneRule {
  readonly #deliveries: Delivery[] = [];

  /** A delivery became known; calls come in the order of time. */
  observe(parcel: Parcel, at: WallMs): void {
    const { placedAt } = parcel.facts;
    this.#deliveries.push({
      at,
      wholeMs: at - placedAt,
      transitMs: parcel.handedOverAt === undefined ? undefined : at - Math.max(placedAt, parcel.handedOverAt),
      groups: groupsOf(parcel),
    });
  }

  /** Chance that a parcel not delivered `now` arrives after the end of `day`. */
  chanceAfter(parcel: Parcel, now: WallMs, day: number): number {
    const { placedAt } = parcel.facts;
    const handedOver = parcel.handedOverAt !== undefined && parcel.handedOverAt <= now;
    const start = handedOver ? Math.max(placedAt, parcel.handedOverAt ?? placedAt) : placedAt;
    const taken = (one: Delivery): number | undefined => (handedOver ? one.transitMs : one.wholeMs);
    const comparable = this.#recent(now).filter((one) => (taken(one) ?? -1) > now - start);
    const allowed = (day + 1) * DAY_MS - start;
    for (const group of groupsOf(parcel)) {
      const like = comparable.filter((one) => one.groups.includes(group));
      if (like.length < ENOUGH && group !== '*') continue;
      if (like.length === 0) return NOTHING_KNOWN;
      return like.filter((one) => (taken(one) ?? 0) > allowed).length / like.length;
    }
    return NOTHING_KNOWN;
  }

  #recent(now: WallMs): Delivery[] {
    const oldest = (dayOf(now) - MEMORY_DAYS) * DAY_MS;
    let first = this.#deliveries.length;
    while (first > 0 && this.#deliveries[first - 1]!.at >= oldest) first -= 1;
    return this.#deliveries.slice(first);
  }
}
