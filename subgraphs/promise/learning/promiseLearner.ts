import { AdditiveModel } from './additiveModel.ts';
import { Calibrator } from './calibrator.ts';
import { DAY_MS, dayOf, handlingGroups, spreadGroups, transitGroups } from './facts.ts';
import type { ShipmentFacts, WallMs } from './facts.ts';
import { chooseDays, MAX_DAYS, solvePrice, SteadyPrice } from './latenessPrice.ts';
import type { LearnerOptions } from './learnerOptions.ts';
import type { LearnedPromise, LearnerState, Recent } from './learnerState.ts';
import { NetworkPulse } from './networkPulse.ts';
import { OpenShipments } from './openShipments.ts';
import type { OpenShipment } from './openShipments.ts';
import { DailySpread } from './dailySpread.ts';
import { PresentPace } from './presentPace.ts';
import { Throughput } from './throughput.ts';
import { WorkClock } from './workClock.ts';

/** Orders on which the price of lateness is set. */
const RECENT_ORDERS = 200;
/** A shipment silent for this long is taken for lost. */
const LOST_AFTER_DAYS = 90;
/** An order not delivered at this age is more often lost than slow, and no part of the backlog. */
const YOUNG_DAYS = 20;
/** First guesses: two working days to hand over, six on the way. */
const HANDLING_BASE = Math.log(2);
const TRANSIT_BASE = Math.log(6);
const STARTING_PRICE = 60;
const SHORTEST = 0.05;

/**
 * Learns from purchases, hand-overs and deliveries, in the order in which they become known, how long orders take,
 * and promises days that are kept at the target. Holds no clock and does no I/O; all reads are pure.
 */
export class PromiseLearner {
  private readonly options: LearnerOptions;
  private readonly clock: WorkClock;
  private readonly handling: AdditiveModel;
  private readonly transit: AdditiveModel;
  private readonly spread: DailySpread;
  private readonly calibrator: Calibrator;
  private readonly pulse: NetworkPulse;
  private readonly open: OpenShipments;
  private readonly throughput: Throughput;
  private readonly present: PresentPace;
  private readonly price: SteadyPrice;
  private readonly recent: Recent[];
  private day: number;

  constructor(options: LearnerOptions, startDay: number, state?: LearnerState) {
    this.options = options;
    this.day = state?.day ?? startDay;
    this.clock = state
      ? WorkClock.fromJSON(options.calendar, state.clock)
      : new WorkClock(options.calendar, startDay);
    this.handling = new AdditiveModel(HANDLING_BASE, options.handlingEffects, state?.handling);
    this.transit = new AdditiveModel(TRANSIT_BASE, options.transitEffects, state?.transit);
    this.spread = new DailySpread(options.spread, state?.spread);
    this.calibrator = new Calibrator(options.calibrator, state?.calibrator);
    this.pulse = new NetworkPulse(options, state?.pulse);
    this.open = new OpenShipments(options.maxOpen, state?.open);
    this.recent = [...(state?.recent ?? [])];
    this.throughput = new Throughput(state?.throughput);
    this.present = new PresentPace(options.present, state?.present);
    this.price = new SteadyPrice(options.priceHalfLifeDays, STARTING_PRICE, state?.price);
  }

  /** Restores a learner; options must be the ones it was written with. */
  static fromJSON(options: LearnerOptions, state: LearnerState): PromiseLearner {
    return new PromiseLearner(options, state.day, state);
  }

  /** Shipments under way that are remembered. */
  get openCount(): number {
    return this.open.size;
  }

  /** Groups remembered over all tables. */
  get groupCount(): number {
    return this.handling.size + this.transit.size + this.spread.size;
  }

  /** The promise for an order placed now. */
  promise(facts: ShipmentFacts): LearnedPromise {
    const centre = this.centre(facts, this.pulse.covariates(facts));
    const late = this.lateness(facts.placedAt, centre, spreadGroups(facts));
    const days = chooseDays(
      (count) => this.calibrator.apply(late(count)),
      this.price.current,
      this.options.leastConfidence,
    );
    return {
      days,
      day: dayOf(facts.placedAt) + days,
      confidence: 1 - this.calibrator.apply(late(days)),
      expectedWorkingDays: centre,
    };
  }

  /** Working days by which the given share of such orders has arrived, as things stand. */
  workingDays(facts: ShipmentFacts, share: number): number {
    const curve = this.spread.curve(spreadGroups(facts));
    const centre = this.centre(facts, this.pulse.covariates(facts));
    return centre * Math.exp(curve.quantile(1 - this.present.unbend(this.calibrator.invert(1 - share))));
  }

  /** True share of such orders that has arrived within so many working days. */
  shareWithin(facts: ShipmentFacts, workingDays: number): number {
    if (workingDays <= 0) return 0;
    const centre = this.centre(facts, this.pulse.covariates(facts));
    const left = this.spread.curve(spreadGroups(facts)).at(Math.log(workingDays / centre));
    return 1 - this.calibrator.apply(this.present.bend(left));
  }

  /** Recent deliveries (each weighing less with age) behind an answer: of all, of the area, of the lane. */
  evidence(facts: ShipmentFacts): number[] {
    return spreadGroups(facts).map((group) => this.spread.weightOf(group));
  }

  /** An order was placed and promised. */
  observePurchase(facts: ShipmentFacts, promised: LearnedPromise): void {
    this.advanceTo(facts.placedAt);
    // Events may come twice; the first one counts.
    if (this.open.get(facts.id)) return;
    const dynamics = this.pulse.covariates(facts);
    const centre = this.centre(facts, dynamics);
    const groups = spreadGroups(facts);
    this.recent.push({ facts, centre });
    if (this.recent.length > RECENT_ORDERS) this.recent.shift();
    const predicted = this.lateness(facts.placedAt, centre, groups)(promised.days);
    this.open.add({ facts, centre, dynamics, hazard: 0, handedOverAt: undefined }, promised.day, predicted);
  }

  /** The carrier has it. Returns false for a shipment not known to be under way. */
  observeHandover(id: string, at: WallMs): boolean {
    this.advanceTo(at);
    const open = this.open.get(id);
    if (!open || open.handedOverAt !== undefined) return false;
    open.handedOverAt = Math.max(at, open.facts.placedAt);
    const taken = Math.max(2 * SHORTEST, this.clock.elapsed(open.facts.placedAt, open.handedOverAt));
    this.handling.learn(handlingGroups(open.facts), Math.log(taken), this.day);
    open.hazard = this.hazardAt(open, open.handedOverAt);
    return true;
  }

  /** It has arrived. Returns false for a shipment not known to be under way. */
  observeDelivery(id: string, at: WallMs): boolean {
    this.advanceTo(at);
    const open = this.open.get(id);
    if (!open) return false;
    const { facts, handedOverAt } = open;
    const arrived = Math.max(at, facts.placedAt);
    if (handedOverAt !== undefined) {
      const taken = Math.max(0.3, this.clock.elapsed(handedOverAt, Math.max(arrived, handedOverAt)));
      // The effects learn what a lane is like on an ordinary day: the state of the network is taken out first.
      const ordinary = Math.log(taken) - this.pulse.effect(open.dynamics);
      this.transit.learn(transitGroups(facts), ordinary, this.day);
    }
    const residual = this.residualAt(open, arrived);
    const hazard = Math.max(open.hazard, this.hazardAt(open, arrived));
    this.passed(open, hazard, 1);
    this.pulse.delivered(facts, open.dynamics, residual, this.throughput.perDay);
    this.present.delivered(hazard);
    this.spread.learn(spreadGroups(facts), residual);
    this.clock.observe();
    this.throughput.deliver();
    this.open.delivered(id);
    return true;
  }

  /** It will never arrive (cancelled, returned to sender): it teaches nothing about time. */
  observeAbandoned(id: string): void {
    this.open.forget(id);
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
    if (day - this.day > 2 * LOST_AFTER_DAYS) {
      this.day = day - 2 * LOST_AFTER_DAYS;
      this.clock.skipTo(this.day);
    }
    while (this.day < day) this.endDay();
  }

  toJSON(): LearnerState {
    return {
      version: 2,
      day: this.day,
      price: this.price.toJSON(),
      clock: this.clock.toJSON(),
      handling: this.handling.toJSON(),
      transit: this.transit.toJSON(),
      spread: this.spread.toJSON(),
      calibrator: this.calibrator.toJSON(),
      pulse: this.pulse.toJSON(),
      open: this.open.toJSON(),
      recent: [...this.recent],
      throughput: this.throughput.toJSON(),
      present: this.present.toJSON(),
    };
  }

  private centre(facts: ShipmentFacts, dynamics: readonly number[]): number {
    return this.ordinaryCentre(facts) * Math.exp(this.pulse.effect(dynamics));
  }

  /** Expected working days on an ordinary day. */
  private ordinaryCentre(facts: ShipmentFacts): number {
    const handling = Math.exp(this.handling.predict(handlingGroups(facts)));
    return handling + Math.exp(this.transit.predict(transitGroups(facts)));
  }

  /** Uncalibrated chance of still being under way at the end of the n-th day after the day of purchase. */
  private lateness(placedAt: WallMs, centre: number, groups: readonly string[]): (days: number) => number {
    const curve = this.spread.curve(groups);
    const start = this.clock.at(placedAt);
    const endOfDay = (dayOf(placedAt) + 1) * DAY_MS;
    return (days) => {
      const taken = this.clock.at(endOfDay + days * DAY_MS) - start;
      return taken <= 0 ? 1 : this.present.bend(curve.at(Math.log(taken / centre)));
    };
  }

  private residualAt(open: OpenShipment, at: WallMs): number {
    return Math.log(Math.max(SHORTEST, this.clock.elapsed(open.facts.placedAt, at)) / open.centre);
  }

  private hazardAt(open: OpenShipment, at: WallMs): number {
    return -Math.log(Math.max(0.002, this.spread.curve(['*']).at(this.residualAt(open, at))));
  }

  /** A shipment's cumulative hazard has grown to this; `weight` below 1 if it may be lost. */
  private passed(open: OpenShipment, hazard: number, weight: number): void {
    this.pulse.expect(open.facts, (hazard - open.hazard) * weight);
    this.present.expect(open.hazard, hazard, weight);
    open.hazard = hazard;
  }

  private endDay(): void {
    const midnight = (this.day + 1) * DAY_MS;
    let young = 0;
    for (const open of this.open.all()) {
      const age = this.day - dayOf(open.facts.placedAt);
      if (age <= YOUNG_DAYS) young += 1;
      if (age > LOST_AFTER_DAYS) {
        this.open.forget(open.facts.id);
        this.throughput.lose();
      } else if (open.handedOverAt !== undefined) {
        const hazard = Math.max(open.hazard, this.hazardAt(open, midnight));
        this.passed(open, hazard, this.throughput.soundness(Math.exp(-hazard)));
      }
    }
    this.settleDue(midnight);
    this.throughput.nextDay();
    this.spread.nextDay(this.throughput.perDay);
    this.calibrator.nextDay();
    this.pulse.nextDay(young);
    this.present.nextDay();
    this.clock.nextDay();
    this.day += 1;
    this.setPrice();
  }

  private settleDue(midnight: WallMs): void {
    for (const pledge of this.open.takeDue(this.day)) {
      const open = this.open.get(pledge.id);
      // Still under way: late, unless it is one of those that never arrive and so never count.
      const weight =
        open && !pledge.delivered ? this.throughput.soundness(Math.exp(-this.hazardAt(open, midnight))) : 1;
      this.calibrator.settle(pledge.predicted, !pledge.delivered, weight);
    }
  }

  private setPrice(): void {
    if (this.recent.length < 30) return;
    const sample = this.recent.map(({ facts, centre }) => {
      const late = this.lateness(facts.placedAt, centre, spreadGroups(facts));
      const chances = new Float64Array(MAX_DAYS + 1);
      for (let days = 0; days <= MAX_DAYS; days++) {
        const chance = late(days);
        // What is this certain stays certain; the rest of the array is zero.
        if (chance < 1e-4) break;
        chances[days] = this.calibrator.apply(chance);
      }
      return chances;
    });
    this.price.follow(solvePrice(sample, this.options.target, this.options.leastConfidence));
  }
}
