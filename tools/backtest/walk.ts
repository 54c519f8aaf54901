import { dayOf } from '../../subgraphs/promise/learning/facts.ts';
import type { DayCalendar } from '../../subgraphs/promise/learning/facts.ts';
import { learnerDefaults } from '../../subgraphs/promise/learning/learnerOptions.ts';
import type { LearnerOptions } from '../../subgraphs/promise/learning/learnerOptions.ts';
import { PromiseLearner } from '../../subgraphs/promise/learning/promiseLearner.ts';
import type { LearnedPromise } from '../../subgraphs/promise/learning/learnerState.ts';
import type { Parcel } from './parcels.ts';

/** What was promised for one order, before anything of its future was known. */
export interface Walked {
  readonly parcel: Parcel;
  readonly promised: LearnedPromise;
  /** Deliveries the learner had seen when it promised. */
  readonly known: number;
}

const PURCHASE = 0;
const HANDOVER = 1;
const DELIVERY = 2;

interface Happening {
  readonly at: number;
  readonly kind: typeof PURCHASE | typeof HANDOVER | typeof DELIVERY;
  readonly parcel: Parcel;
}

/** Everything that happened, in the order in which it became known; at the same second purchases come first. */
export function timeline(parcels: readonly Parcel[]): Happening[] {
  const happenings: Happening[] = [];
  for (const parcel of parcels) {
    const { placedAt } = parcel.facts;
    happenings.push({ at: placedAt, kind: PURCHASE, parcel });
    // A few rows say "handed over before purchase": it becomes known no earlier than the purchase itself.
    if (parcel.handedOverAt !== undefined) {
      happenings.push({ at: Math.max(placedAt, parcel.handedOverAt), kind: HANDOVER, parcel });
    }
    if (parcel.deliveredAt !== undefined) {
      happenings.push({ at: Math.max(placedAt, parcel.deliveredAt), kind: DELIVERY, parcel });
    }
  }
  return happenings.sort(
    (a, b) => a.at - b.at || a.kind - b.kind || (a.parcel.facts.id < b.parcel.facts.id ? -1 : 1),
  );
}

/** Walks forward in time: promises each order with what was known at its purchase, then lets time go on. */
export function walk(
  happenings: readonly Happening[],
  target: number,
  calendar: DayCalendar,
  overrides: Partial<LearnerOptions> = {},
): Walked[] {
  const first = happenings[0];
  if (!first) return [];
  const learner = new PromiseLearner({ ...learnerDefaults, ...overrides, target, calendar }, dayOf(first.at));
  const walked: Walked[] = [];
  let known = 0;
  for (const { at, kind, parcel } of happenings) {
    if (kind === PURCHASE) {
      learner.advanceTo(at);
      const promised = learner.promise(parcel.facts);
      learner.observePurchase(parcel.facts, promised);
      walked.push({ parcel, promised, known });
    } else if (kind === HANDOVER) {
      learner.observeHandover(parcel.facts.id, at);
    } else {
      learner.observeDelivery(parcel.facts.id, at);
      known += 1;
    }
  }
  return walked;
}
