import { dayOf } from '@promesse/promise-engine/learning/facts';
import type { DayCalendar } from '@promesse/promise-engine/learning/facts';
import { learnerDefaults } from '@promesse/promise-engine/learning/learnerOptions';
import { PromiseLearner } from '@promesse/promise-engine/learning/promiseLearner';
import type { LearnedPromise } from '@promesse/promise-engine/learning/learnerState';
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

/**
 * Walks forward in time: promises each order with what was known at its purchase, then lets time go on. One walk
 * serves several targets, each with promises of its own; what is learned about journeys depends on none of them.
 * Returns the walked orders per target, in the order of the targets.
 */
export function walkAtAll(
  happenings: readonly Happening[],
  targets: readonly [number, ...number[]],
  calendar: DayCalendar,
): Walked[][] {
  const walked: Walked[][] = targets.map(() => []);
  const first = happenings[0];
  if (!first) return walked;
  const [target, ...furtherTargets] = targets;
  const options = { ...learnerDefaults, target, furtherTargets, calendar };
  const learner = new PromiseLearner(options, dayOf(first.at));
  let known = 0;
  for (const { at, kind, parcel } of happenings) {
    if (kind === PURCHASE) {
      learner.advanceTo(at);
      const promises = learner.promiseAtAll(parcel.facts);
      const [promised, ...further] = promises as [LearnedPromise, ...LearnedPromise[]];
      learner.observePurchase(parcel.facts, promised, ...further);
      promises.forEach((one, index) => walked[index]!.push({ parcel, promised: one, known }));
    } else if (kind === HANDOVER) {
      learner.observeHandover(parcel.facts.id, at);
    } else {
      learner.observeDelivery(parcel.facts.id, at);
      known += 1;
    }
  }
  return walked;
}

/** {@link walkAtAll} at a single target. */
export const walk = (happenings: readonly Happening[], target: number, calendar: DayCalendar): Walked[] =>
  walkAtAll(happenings, [target], calendar)[0]!;
