import { dayOf, DAY_MS } from '@promesse/promise-engine/learning/facts';
import type { DayCalendar } from '@promesse/promise-engine/learning/facts';
import { learnerDefaults } from '@promesse/promise-engine/learning/learnerOptions';
import { LateChances } from '@promesse/promise-engine/learning/lateChances';
import { PromiseLearner } from '@promesse/promise-engine/learning/promiseLearner';
import type { WallMs } from '../../olist/wallTime.ts';
import type { Parcel } from '../parcels.ts';
import { LaneRule } from './laneRule.ts';
import { handedOverBy, PastParcels } from './pastParcels.ts';

/** When an order is asked about. */
export const MOMENTS = ['purchase', 'handover', 'threeDaysBefore', 'oneDayBefore'] as const;
export type Moment = (typeof MOMENTS)[number];

/** Whose date an order may miss: the retailer's own estimate, or the day the learner promised at purchase. */
export type DateOf = 'retailer' | 'ours';

/** One order at one moment: what was said with what was known then, and what came. */
export interface Watched {
  readonly parcel: Parcel;
  readonly moment: Moment;
  /** When it was asked, wall ms. */
  readonly at: WallMs;
  /** Number of the day that it may not miss. */
  readonly due: number;
  readonly chance: number;
  /** What care alone says, from past parcels (`subgraphs/care/domain/transit.ts`); undefined while too little was seen. */
  readonly pastChance: number | undefined;
  readonly ruleChance: number;
  readonly late: boolean;
}

type Kind = Moment | 'delivery';
/** At the same instant things happen first and are asked about afterwards. */
const ORDER: readonly Kind[] = ['purchase', 'handover', 'delivery', 'threeDaysBefore', 'oneDayBefore'];

interface Happening {
  readonly at: WallMs;
  readonly kind: Kind;
  readonly parcel: Parcel;
}

/**
 * Walks forward in time over all parcels and asks, at each moment, how likely each order misses its date: the learned curve
 * together with what past parcels say, what past parcels say alone, and the lane rule beside them. Nothing of the future is
 * known when an answer is given.
 */
export function watch(parcels: readonly Parcel[], dateOf: DateOf, calendar: DayCalendar): Watched[] {
  const first = parcels.reduce((least, { facts }) => Math.min(least, facts.placedAt), Infinity);
  if (first === Infinity) return [];
  const chances = new LateChances({ ...learnerDefaults, target: 0.95, calendar }, dayOf(first));
  const dueDays = dateOf === 'ours' ? promisedDays(parcels, calendar) : retailersDays(parcels);
  const past = new PastParcels();
  const rule = new LaneRule();
  const watched: Watched[] = [];
  for (const { at, kind, parcel } of happenings(parcels, dueDays)) {
    const { id } = parcel.facts;
    const due = dueDays.get(id);
    chances.advanceTo(at);
    if (kind === 'purchase') chances.observePurchase(parcel.facts, due);
    if (kind === 'handover') chances.observeHandover(id, at);
    if (kind === 'delivery') {
      chances.observeDelivery(id, at);
      past.observe(parcel, at);
      rule.observe(parcel, at);
      continue;
    }
    // A few rows say "handed over after it was delivered".
    if (due === undefined || parcel.deliveredAt === undefined || parcel.deliveredAt < at) continue;
    const pastChance = past.chanceAfter(parcel, at, due);
    const handedOverAt = handedOverBy(parcel, at);
    watched.push({
      ...{ parcel, moment: kind, at, due, pastChance },
      chance: chances.chanceOf({
        ...{ facts: parcel.facts, now: at, dueDay: due, pastShare: pastChance },
        ...(handedOverAt === undefined ? {} : { handedOverAt }),
      }),
      ruleChance: rule.chanceAfter(parcel, at, due),
      late: dayOf(parcel.deliveredAt) > due,
    });
  }
  return watched;
}

const retailersDays = (parcels: readonly Parcel[]): Map<string, number> =>
  new Map(
    parcels.flatMap(({ facts, estimatedAt }) =>
      estimatedAt === undefined ? [] : [[facts.id, dayOf(estimatedAt)]],
    ),
  );

/** The days that a learner of its own promises at each purchase, walking forward. */
function promisedDays(parcels: readonly Parcel[], calendar: DayCalendar): Map<string, number> {
  const days = new Map<string, number>();
  const all = happenings(parcels, new Map());
  const learner = new PromiseLearner({ ...learnerDefaults, target: 0.95, calendar }, dayOf(all[0]?.at ?? 0));
  for (const { at, kind, parcel } of all) {
    learner.advanceTo(at);
    if (kind === 'delivery') learner.observeDelivery(parcel.facts.id, at);
    if (kind === 'handover') learner.observeHandover(parcel.facts.id, at);
    if (kind !== 'purchase') continue;
    const promise = learner.promise(parcel.facts);
    learner.observePurchase(parcel.facts, promise);
    days.set(parcel.facts.id, promise.day);
  }
  return days;
}

/** What happens, and the moments before a date at which the order is still open, in the order of time. */
function happenings(parcels: readonly Parcel[], dueDays: ReadonlyMap<string, number>): Happening[] {
  const all: Happening[] = [];
  for (const parcel of parcels) {
    const { placedAt, id } = parcel.facts;
    all.push({ at: placedAt, kind: 'purchase', parcel });
    // A few rows say "before purchase": it becomes known no earlier than the purchase itself.
    if (parcel.handedOverAt !== undefined)
      all.push({ at: Math.max(placedAt, parcel.handedOverAt), kind: 'handover', parcel });
    const delivered = parcel.deliveredAt === undefined ? Infinity : Math.max(placedAt, parcel.deliveredAt);
    if (delivered !== Infinity) all.push({ at: delivered, kind: 'delivery', parcel });
    const due = dueDays.get(id);
    if (due === undefined) continue;
    for (const [kind, days] of [
      ['threeDaysBefore', 3],
      ['oneDayBefore', 1],
    ] as const) {
      const at = (due - days) * DAY_MS;
      if (at > placedAt && at < delivered) all.push({ at, kind, parcel });
    }
  }
  return all.sort(
    (a, b) =>
      a.at - b.at ||
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
      (a.parcel.facts.id < b.parcel.facts.id ? -1 : 1),
  );
}
