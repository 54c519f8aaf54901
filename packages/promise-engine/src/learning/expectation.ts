import { AdditiveModel } from './additiveModel.ts';
import type { AdditiveState } from './additiveModel.ts';
import { handlingGroups, transitGroups } from './facts.ts';
import type { ShipmentFacts } from './facts.ts';
import type { EffectOptions } from './groupMeans.ts';
import { NetworkPulse } from './networkPulse.ts';
import type { NetworkPulseOptions, NetworkPulseState } from './networkPulse.ts';

export interface ExpectationOptions extends NetworkPulseOptions {
  readonly handlingEffects: readonly EffectOptions[];
  readonly transitEffects: readonly EffectOptions[];
}

export interface ExpectationState {
  readonly handling: AdditiveState;
  readonly transit: AdditiveState;
  readonly pulse: NetworkPulseState;
}

/** First guesses: two working days to hand over, six on the way. */
const HANDLING_BASE = Math.log(2);
const TRANSIT_BASE = Math.log(6);
const SHORTEST_HANDLING = 0.1;
const SHORTEST_TRANSIT = 0.3;

/** Expected working days: handling and transit as on an ordinary day, times what slows everything now. */
export class Expectation {
  readonly #handling: AdditiveModel;
  readonly #transit: AdditiveModel;
  readonly #pulse: NetworkPulse;

  constructor(options: ExpectationOptions, state?: ExpectationState) {
    this.#handling = new AdditiveModel(HANDLING_BASE, options.handlingEffects, state?.handling);
    this.#transit = new AdditiveModel(TRANSIT_BASE, options.transitEffects, state?.transit);
    this.#pulse = new NetworkPulse(options, state?.pulse);
  }

  /** Groups remembered. */
  get size(): number {
    return this.#handling.size + this.#transit.size;
  }

  /** What slows or speeds such a shipment today. */
  dynamics(facts: ShipmentFacts): number[] {
    return this.#pulse.covariates(facts);
  }

  /** Working days, purchase to delivery. */
  centre(facts: ShipmentFacts, dynamics: readonly number[]): number {
    const handling = Math.exp(this.#handling.predict(handlingGroups(facts)));
    const transit = Math.exp(this.#transit.predict(transitGroups(facts)));
    return (handling + transit) * Math.exp(this.#pulse.effect(dynamics));
  }

  /** Working days on the way, hand-over to delivery. */
  transit(facts: ShipmentFacts): number {
    const ordinary = Math.exp(this.#transit.predict(transitGroups(facts)));
    return ordinary * Math.exp(this.#pulse.effect(this.#pulse.covariates(facts)));
  }

  learnHandling(facts: ShipmentFacts, workingDays: number, today: number): void {
    this.#handling.learn(handlingGroups(facts), Math.log(Math.max(SHORTEST_HANDLING, workingDays)), today);
  }

  learnTransit(facts: ShipmentFacts, dynamics: readonly number[], workingDays: number, today: number): void {
    // The effects learn what a lane is like on an ordinary day: the state of the network is taken out first.
    const ordinary = Math.log(Math.max(SHORTEST_TRANSIT, workingDays)) - this.#pulse.effect(dynamics);
    this.#transit.learn(transitGroups(facts), ordinary, today);
  }

  /** A shipment under way should have produced so many deliveries (a fraction of one). */
  expect(facts: ShipmentFacts, deliveries: number): void {
    this.#pulse.expect(facts, deliveries);
  }

  /** It arrived, `residual` away (in logarithms) from what was expected; `perDay` arrive in a day. */
  delivered(facts: ShipmentFacts, dynamics: readonly number[], residual: number, perDay: number): void {
    this.#pulse.delivered(facts, dynamics, residual, perDay);
  }

  /** Ends a day; `young`: young orders not yet delivered. */
  nextDay(young: number): void {
    this.#pulse.nextDay(young);
  }

  toJSON(): ExpectationState {
    return {
      handling: this.#handling.toJSON(),
      transit: this.#transit.toJSON(),
      pulse: this.#pulse.toJSON(),
    };
  }
}
