import { DailySpread } from './dailySpread.ts';
import { Expectation } from './expectation.ts';
import { dayOf, evidenceGroups, spreadGroups, DAY_MS } from './facts.ts';
import type { ShipmentFacts, WallMs } from './facts.ts';
import type { LateBy } from './latenessPrice.ts';
import type { JourneysState, Outlook } from './journeysState.ts';
import type { LearnerOptions } from './learnerOptions.ts';
import { OpenShipments } from './openShipments.ts';
import type { OpenShipment } from './openShipments.ts';
import { PresentPace } from './presentPace.ts';
import { SecondOpinion } from './secondOpinion.ts';
import type { Recents } from './promisePolicy.ts';
import { RecentOrders } from './recentOrders.ts';
import { quantile, type Survival } from './survival.ts';
import { Throughput } from './throughput.ts';
import { WorkClock } from './workClock.ts';

/** A shipment silent for this long is taken for lost. */
export const LOST_AFTER_DAYS = 90;
/** An order not delivered at this age is more often lost than slow, and no part of the backlog. */
const YOUNG_DAYS = 20;
const SHORTEST = 0.05;

/** A shipment that has not arrived. */
interface UnderWay {
  readonly facts: ShipmentFacts;
  readonly handedOverAt: WallMs | undefined;
  readonly expected: number;
}

/** How long journeys take and how far they stray, learned from those that ended and those still under way. */
export class Journeys {
  readonly #clock: WorkClock;
  readonly #expectation: Expectation;
  readonly #spread: DailySpread;
  readonly #opinion: SecondOpinion;
  readonly #open: OpenShipments;
  readonly #throughput: Throughput;
  readonly #present: PresentPace;
  readonly #recent: RecentOrders;

  constructor(options: LearnerOptions, startDay: number, state?: JourneysState) {
    this.#clock = state
      ? WorkClock.fromJSON(options.calendar, state.clock)
      : new WorkClock(options.calendar, startDay);
    this.#expectation = new Expectation(options, state?.expectation);
    this.#spread = new DailySpread(options.spread, state?.spread);
    this.#opinion = new SecondOpinion(options.calendar, state?.opinion);
    this.#open = new OpenShipments(options.maxOpen, state?.open);
    this.#throughput = new Throughput(state?.throughput);
    this.#present = new PresentPace(options.present, state?.present);
    this.#recent = new RecentOrders(state?.recent);
  }

  /** How many shipments under way and how many groups are remembered. */
  get sizes(): { open: number; groups: number } {
    return { open: this.#open.size, groups: this.#expectation.size + this.#spread.size };
  }

  outlook(facts: ShipmentFacts): Outlook {
    const centre = this.#centre(facts);
    return { centre, late: this.#lateness(facts, centre) };
  }

  /** Working days after which the given share of such orders is still under way, as things stand. */
  workingDays(facts: ShipmentFacts, left: number): number {
    const centre = this.#centre(facts);
    return centre * Math.exp(quantile(this.#survival(facts, centre), left));
  }

  /** Share of such orders still under way after so many working days (above 0). */
  shareLeft(facts: ShipmentFacts, workingDays: number): number {
    const centre = this.#centre(facts);
    return this.#survival(facts, centre)(Math.log(workingDays / centre));
  }

  /** Recent deliveries behind an answer: of all, of the area, of the lane. */
  evidence(facts: ShipmentFacts): number[] {
    return evidenceGroups(facts).map((group) => this.#spread.weightOf(group));
  }

  /** An order was placed. Undefined if it is known already: events may come twice, the first one counts. */
  begin(facts: ShipmentFacts): LateBy | undefined {
    if (this.#open.get(facts.id)) return undefined;
    const dynamics = this.#expectation.dynamics(facts);
    const centre = this.#expectation.centre(facts, dynamics);
    this.#recent.add({ facts, centre });
    const covariates = this.#opinion.covariates(facts, centre);
    this.#opinion.placed(facts, centre);
    this.#open.add({ facts, centre, dynamics, covariates, hazard: 0, handedOverAt: undefined });
    return this.#lateness(facts, centre);
  }

  /** The carrier has it. Returns false for a shipment not known to be under way. */
  handOver(id: string, at: WallMs, today: number): boolean {
    const open = this.#open.get(id);
    if (!open || open.handedOverAt !== undefined) return false;
    open.handedOverAt = Math.max(at, open.facts.placedAt);
    const taken = this.#clock.elapsed(open.facts.placedAt, open.handedOverAt);
    this.#expectation.learnHandling(open.facts, taken, today);
    open.hazard = this.#hazardAt(open, open.handedOverAt);
    return true;
  }

  /** It has arrived. Returns false for a shipment not known to be under way. */
  arrive(id: string, at: WallMs, today: number): boolean {
    const open = this.#open.get(id);
    if (!open) return false;
    const { facts, dynamics, handedOverAt } = open;
    const arrived = Math.max(at, facts.placedAt);
    if (handedOverAt !== undefined) {
      const taken = this.#clock.elapsed(handedOverAt, Math.max(arrived, handedOverAt));
      this.#expectation.learnTransit(facts, dynamics, taken, today);
    }
    const residual = this.#residualAt(open, arrived);
    const hazard = Math.max(open.hazard, this.#hazardAt(open, arrived));
    this.#passed(open, hazard, 1);
    this.#expectation.delivered(facts, dynamics, residual, this.#throughput.perDay);
    this.#present.delivered(hazard);
    this.#spread.learn(spreadGroups(facts, open.centre), residual);
    this.#opinion.delivered(open.covariates, residual, this.#throughput.perDay);
    this.#clock.observe();
    this.#throughput.deliver();
    this.#open.close(id);
    return true;
  }

  /** It will never arrive: it teaches nothing about time. */
  abandon(id: string): void {
    this.#open.close(id);
  }

  /**
   * Uncalibrated chance that a shipment under way now arrives after the end of `day`, given that it has not arrived yet
   * and whether the carrier has it. Undefined for a shipment not known to be under way.
   */
  chanceAfter(id: string, now: WallMs, day: number): number | undefined {
    const open = this.#open.get(id);
    if (!open) return undefined;
    const { facts, handedOverAt, centre } = open;
    return this.#chance({ facts, handedOverAt, expected: centre }, now, day);
  }

  /** As {@link chanceAfter}, of a shipment that need not be known: with the carrier since `handedOverAt`, or not yet. */
  chanceOf(facts: ShipmentFacts, handedOverAt: WallMs | undefined, now: WallMs, day: number): number {
    return this.#chance({ facts, handedOverAt, expected: this.#centre(facts) }, now, day);
  }

  /** How likely a shipment that has not arrived by the end of `day` is slow rather than lost. */
  soundness(id: string, day: number): number | undefined {
    const open = this.#open.get(id);
    return open && this.#throughput.soundness(Math.exp(-this.#hazardAt(open, (day + 1) * DAY_MS)));
  }

  /** Parcels still under way at the end of `day` have aged, and say so. Returns how many of them are young. */
  age(day: number): number {
    const midnight = (day + 1) * DAY_MS;
    let young = 0;
    for (const open of this.#open.all()) {
      const age = day - dayOf(open.facts.placedAt);
      if (age <= YOUNG_DAYS) young += 1;
      if (age > LOST_AFTER_DAYS) {
        this.#open.close(open.facts.id);
        this.#throughput.lose();
      } else if (open.handedOverAt !== undefined) {
        const hazard = Math.max(open.hazard, this.#hazardAt(open, midnight));
        this.#passed(open, hazard, this.#throughput.soundness(Math.exp(-hazard)));
      }
    }
    return young;
  }

  /** The day is over: what it taught counts from here on. */
  nextDay(young: number): void {
    this.#throughput.nextDay();
    this.#spread.nextDay(this.#throughput.perDay);
    this.#opinion.nextDay(this.#throughput.perDay);
    this.#expectation.nextDay(young);
    this.#present.nextDay();
    this.#clock.nextDay();
  }

  /** Jumps over days of which nothing is known. */
  skipTo(day: number): void {
    this.#clock.skipTo(day);
  }

  /** The last orders, as they stand tonight. */
  recents(): Recents {
    return this.#recent.asOf((facts, centre) => this.#lateness(facts, centre));
  }

  toJSON(): JourneysState {
    return {
      clock: this.#clock.toJSON(),
      expectation: this.#expectation.toJSON(),
      spread: this.#spread.toJSON(),
      opinion: this.#opinion.toJSON(),
      open: this.#open.toJSON(),
      recent: this.#recent.toJSON(),
      throughput: this.#throughput.toJSON(),
      present: this.#present.toJSON(),
    };
  }

  /** `expected`: working days for the whole of it, as expected when it was ordered. */
  #chance({ facts, handedOverAt, expected }: UnderWay, now: WallMs, day: number): number {
    const until = (day + 1) * DAY_MS;
    if (until <= now) return 1;
    const isHandedOver = handedOverAt !== undefined;
    const centre = isHandedOver ? this.#expectation.transit(facts) : this.#centre(facts);
    const survival = isHandedOver ? this.#underWay(facts, expected) : this.#survival(facts, centre);
    const left = (at: WallMs): number => {
      const taken = this.#clock.elapsed(handedOverAt ?? facts.placedAt, at);
      return taken <= 0 ? 1 : survival(Math.log(taken / centre));
    };
    return Math.min(1, left(until) / Math.max(1e-9, left(now)));
  }

  #centre(facts: ShipmentFacts): number {
    return this.#expectation.centre(facts, this.#expectation.dynamics(facts));
  }

  #lateness(facts: ShipmentFacts, centre: number): LateBy {
    const left = this.#survival(facts, centre);
    const start = this.#clock.at(facts.placedAt);
    const endOfDay = (dayOf(facts.placedAt) + 1) * DAY_MS;
    // Several policies ask for the same days.
    const known: number[] = [];
    return (days) => {
      const taken = this.#clock.at(endOfDay + days * DAY_MS) - start;
      return (known[days] ??= taken <= 0 ? 1 : left(Math.log(taken / centre)));
    };
  }

  /** Share of such orders still under way at a residual, as both opinions say. */
  #survival(facts: ShipmentFacts, centre: number): Survival {
    const first = this.#underWay(facts, centre);
    const covariates = this.#opinion.covariates(facts, centre);
    const say = this.#opinion.say;
    return (residual) => (1 - say) * first(residual) + say * this.#opinion.left(covariates, residual);
  }

  /** The same as the first opinion says: by what is like it, at the pace of today. */
  #underWay(facts: ShipmentFacts, centre: number): Survival {
    const curve = this.#spread.curve(spreadGroups(facts, centre));
    return (residual) => this.#present.bend(curve.at(residual));
  }

  #residualAt(open: OpenShipment, at: WallMs): number {
    return Math.log(Math.max(SHORTEST, this.#clock.elapsed(open.facts.placedAt, at)) / open.centre);
  }

  #hazardAt(open: OpenShipment, at: WallMs): number {
    return -Math.log(Math.max(0.002, this.#spread.curve(['*']).at(this.#residualAt(open, at))));
  }

  /** A shipment's cumulative hazard has grown to this; `weight` below 1 if it may be lost. */
  #passed(open: OpenShipment, hazard: number, weight: number): void {
    this.#expectation.expect(open.facts, (hazard - open.hazard) * weight);
    this.#present.expect(open.hazard, hazard, weight);
    open.hazard = hazard;
  }
}
