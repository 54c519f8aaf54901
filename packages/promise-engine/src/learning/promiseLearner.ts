import { dayOf } from './facts.ts';
import type { ShipmentFacts, WallMs } from './facts.ts';
import { Journeys, LOST_AFTER_DAYS } from './journeys.ts';
import type { LearnerOptions } from './learnerOptions.ts';
import type { LearnedPromise, LearnerState } from './learnerState.ts';
import { PromisePolicy } from './promisePolicy.ts';

/**
 * Learns from purchases, hand-overs and deliveries, in the order in which they become known, how long orders take,
 * and promises days that are kept at the target. Holds no clock and does no I/O; all reads are pure.
 */
export class PromiseLearner {
  readonly #journeys: Journeys;
  readonly #policy: PromisePolicy;
  /** The learner's own policy and those of the further targets. */
  readonly #policies: readonly PromisePolicy[];
  #day: number;

  constructor(options: LearnerOptions, startDay: number, state?: LearnerState) {
    this.#day = state?.day ?? startDay;
    this.#journeys = new Journeys(options, startDay, state?.journeys);
    this.#policy = new PromisePolicy(options.target, options, state?.policies[0]);
    const further = (options.furtherTargets ?? []).map(
      (target, at) => new PromisePolicy(target, options, state?.policies[at + 1]),
    );
    this.#policies = [this.#policy, ...further];
  }

  /** Restores a learner; options must be the ones it was written with. */
  static fromJSON(options: LearnerOptions, state: LearnerState): PromiseLearner {
    return new PromiseLearner(options, state.day, state);
  }

  /** Shipments under way that are remembered. */
  get openCount(): number {
    return this.#journeys.sizes.open;
  }

  /** Groups remembered over all tables. */
  get groupCount(): number {
    return this.#journeys.sizes.groups;
  }

  /** The promise for an order placed now. */
  promise(facts: ShipmentFacts): LearnedPromise {
    return this.#promised(facts, [this.#policy])[0]!;
  }

  /** The promises for an order placed now at the target and at each further target, in their order. */
  promiseAtAll(facts: ShipmentFacts): LearnedPromise[] {
    return this.#promised(facts, this.#policies);
  }

  /** Working days by which the given share of such orders has arrived, as things stand. */
  workingDays(facts: ShipmentFacts, share: number): number {
    return this.#journeys.workingDays(facts, this.#policy.calibrator.invert(1 - share));
  }

  /** True share of such orders that has arrived within so many working days. */
  shareWithin(facts: ShipmentFacts, workingDays: number): number {
    if (workingDays <= 0) return 0;
    return 1 - this.#policy.calibrator.apply(this.#journeys.shareLeft(facts, workingDays));
  }

  /**
   * Chance that a shipment under way arrives after the end of `day`, as things stand `now`:
   * it has not arrived yet, and the carrier has it or not. Undefined for a shipment not known to be under way.
   */
  chanceAfter(id: string, now: WallMs, day: number): number | undefined {
    const chance = this.#journeys.chanceAfter(id, now, day);
    return chance === undefined ? undefined : this.#policy.calibrator.apply(chance);
  }

  /** As {@link chanceAfter}, of a shipment that need not be known: with the carrier since `handedOverAt`, or not yet. */
  chanceOf(facts: ShipmentFacts, handedOverAt: WallMs | undefined, now: WallMs, day: number): number {
    return this.#policy.calibrator.apply(this.#journeys.chanceOf(facts, handedOverAt, now, day));
  }

  /** How likely a shipment that has not arrived yet is slow rather than lost. */
  soundness(id: string): number | undefined {
    return this.#journeys.soundness(id, this.#day);
  }

  /** Recent deliveries (each weighing less with age) behind an answer: of all, of the area, of the lane. */
  evidence(facts: ShipmentFacts): number[] {
    return this.#journeys.evidence(facts);
  }

  /** An order was placed and promised; `further`: what was promised at the further targets. */
  observePurchase(facts: ShipmentFacts, promised: LearnedPromise, ...further: LearnedPromise[]): void {
    this.advanceTo(facts.placedAt);
    const late = this.#journeys.begin(facts);
    if (!late) return;
    [promised, ...further].forEach(({ day, days }, at) =>
      this.#policies[at]?.pledge(facts.id, day, late(days)),
    );
  }

  /** The carrier has it. Returns false for a shipment not known to be under way. */
  observeHandover(id: string, at: WallMs): boolean {
    this.advanceTo(at);
    return this.#journeys.handOver(id, at, this.#day);
  }

  /** It has arrived. Returns false for a shipment not known to be under way. */
  observeDelivery(id: string, at: WallMs): boolean {
    this.advanceTo(at);
    if (!this.#journeys.arrive(id, at, this.#day)) return false;
    for (const policy of this.#policies) policy.delivered(id);
    return true;
  }

  /** It will never arrive (cancelled, returned to sender): it teaches nothing about time. */
  observeAbandoned(id: string): void {
    this.#journeys.abandon(id);
  }

  /**
   * Time passes: ends every day before this moment's. Time never goes back, so a caller must not pass moments later
   * than now: a carrier's mistyped year would end the world.
   *
   * @throws RangeError for a moment that is no number.
   */
  advanceTo(at: WallMs): void {
    if (!Number.isFinite(at)) throw new RangeError(`Expected a moment in ms, got ${at}.`);
    const day = dayOf(at);
    // A gap this long leaves nothing under way; walking it day by day would only age what is known.
    if (day - this.#day > 2 * LOST_AFTER_DAYS) {
      this.#day = day - 2 * LOST_AFTER_DAYS;
      this.#journeys.skipTo(this.#day);
    }
    while (this.#day < day) this.#endDay();
  }

  toJSON(): LearnerState {
    return {
      version: 4,
      day: this.#day,
      journeys: this.#journeys.toJSON(),
      policies: this.#policies.map((policy) => policy.toJSON()),
    };
  }

  #promised(facts: ShipmentFacts, policies: readonly PromisePolicy[]): LearnedPromise[] {
    const { centre, late } = this.#journeys.outlook(facts);
    return policies.map((policy) => {
      const { days, confidence } = policy.choose(late);
      return { days, day: dayOf(facts.placedAt) + days, confidence, expectedWorkingDays: centre };
    });
  }

  #endDay(): void {
    const young = this.#journeys.age(this.#day);
    for (const policy of this.#policies) {
      policy.settle(this.#day, (id) => this.#journeys.soundness(id, this.#day));
    }
    this.#journeys.nextDay(young);
    this.#day += 1;
    const recents = this.#journeys.recents();
    for (const policy of this.#policies) policy.nextDay(recents);
  }
}
