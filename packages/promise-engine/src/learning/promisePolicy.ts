import { Calibrator } from './calibrator.ts';
import type { CalibratorOptions, CalibratorState } from './calibrator.ts';
import { chooseDays, MAX_DAYS, solvePrice, SteadyPrice } from './latenessPrice.ts';
import type { LateBy, SteadyPriceState } from './latenessPrice.ts';
import { Pledges } from './pledges.ts';
import type { PledgesState } from './pledges.ts';

export interface PromisePolicyOptions {
  /** No single promise is made with less confidence than this, however dear its last days. */
  readonly leastConfidence: number;
  readonly calibrator: CalibratorOptions;
  /** Days after which a night's price of lateness weighs half in the price promised at. */
  readonly priceHalfLifeDays: number;
  readonly maxOpen: number;
}

export interface PolicyState {
  readonly price: SteadyPriceState;
  readonly calibrator: CalibratorState;
  readonly pledges: PledgesState;
}

/** Recent orders as they would be promised tonight. */
export interface Recents {
  /** Per order, log-odds (uncalibrated) of being late after 0, 1, 2 ... days; it ends where that is negligible. */
  readonly lateOdds: readonly Float64Array[];
  /** Mean, working days. */
  readonly typical: number;
}

/**
 * How likely a shipment still under way is a sound one; undefined for a shipment not known to be under way. A promise
 * of one that is lost is not counted.
 */
export type Soundness = (id: string) => number | undefined;

/** Before anything is solved: lateness costs ten typical durations of six days. */
const FIRST_PRICE: SteadyPriceState = [10, 0, 6];
/** Orders it takes to solve a price. */
const ENOUGH = 30;

/** Chooses the day so that a target holds, and learns from its own promises how true its confidences are. */
export class PromisePolicy {
  /** Share of promises to keep, 0..1. */
  readonly target: number;
  readonly calibrator: Calibrator;
  readonly #leastConfidence: number;
  readonly #price: SteadyPrice;
  readonly #pledges: Pledges;

  constructor(target: number, options: PromisePolicyOptions, state?: PolicyState) {
    this.target = target;
    this.#leastConfidence = options.leastConfidence;
    this.calibrator = new Calibrator(options.calibrator, state?.calibrator);
    this.#price = new SteadyPrice(options.priceHalfLifeDays, state?.price ?? FIRST_PRICE);
    this.#pledges = new Pledges(options.maxOpen, state?.pledges);
  }

  /** Calendar days to promise, and the chance that it is kept. */
  choose(late: LateBy): { days: number; confidence: number } {
    const calibrated: LateBy = (days) => this.calibrator.apply(late(days));
    const days = chooseDays(calibrated, this.#price.current, this.#leastConfidence);
    return { days, confidence: 1 - calibrated(days) };
  }

  /** A promise was made; `predicted`: the uncalibrated chance that it is late. */
  pledge(id: string, promisedDay: number, predicted: number): void {
    this.#pledges.add(id, promisedDay, predicted);
  }

  delivered(id: string): void {
    this.#pledges.delivered(id);
  }

  /** The promised day is over: what was promised for it has been kept or broken. */
  settle(day: number, soundness: Soundness): void {
    for (const { id, predicted, delivered } of this.#pledges.takeDue(day)) {
      const weight = delivered ? 1 : soundness(id);
      if (weight !== undefined) this.calibrator.settle(predicted, !delivered, weight);
    }
  }

  /** Refits the calibration and, on recent orders, the price. */
  nextDay({ lateOdds, typical }: Recents): void {
    this.calibrator.nextDay();
    if (lateOdds.length < ENOUGH) return;
    const sample = lateOdds.map((odds) => {
      const chances = new Float64Array(MAX_DAYS + 1);
      for (let days = 0; days < odds.length; days++) chances[days] = this.calibrator.applyToOdds(odds[days]!);
      return chances;
    });
    this.#price.follow(solvePrice(sample, this.target, this.#leastConfidence), typical);
  }

  toJSON(): PolicyState {
    return {
      price: this.#price.toJSON(),
      calibrator: this.calibrator.toJSON(),
      pledges: this.#pledges.toJSON(),
    };
  }
}
