import type { ShipmentFacts } from './facts.ts';
import { Backlog } from './backlog.ts';
import type { BacklogState } from './backlog.ts';
import { Ridge } from './ridge.ts';
import type { RidgeState } from './ridge.ts';
import { Tempo } from './tempo.ts';
import type { TempoOptions, TempoState } from './tempo.ts';

export interface NetworkPulseOptions {
  readonly maxAreas: number;
  /** Coefficients believed before anything is seen. */
  readonly dynamics: readonly number[];
  readonly tempo: TempoOptions;
}

export interface NetworkPulseState {
  readonly everywhere: TempoState;
  readonly areas: readonly (readonly [string, TempoState])[];
  readonly backlog: BacklogState;
  readonly ridge: RidgeState & { solved: readonly number[] };
}

/** Parcels of one day share their luck: however many they are, they count for no more than so many. */
const COUNTED_PER_DAY = 10;
/** A residual beyond this is an accident. */
const CLIP = 1.2;

/**
 * What slows or speeds the whole network these days: the pace of parcels everywhere and in the destination's area,
 * and the backlog. How much each matters is itself learned.
 */
export class NetworkPulse {
  readonly #backlog: Backlog;
  readonly #options: NetworkPulseOptions;
  readonly #everywhere: Tempo;
  readonly #areas: Map<string, Tempo>;
  readonly #ridge: Ridge;

  constructor(options: NetworkPulseOptions, state?: NetworkPulseState) {
    this.#options = options;
    this.#backlog = new Backlog(state?.backlog);
    this.#everywhere = new Tempo(options.tempo, state?.everywhere);
    this.#areas = new Map(
      (state?.areas ?? []).map(([area, tempo]) => [area, new Tempo(options.tempo, tempo)]),
    );
    this.#ridge = state ? Ridge.fromJSON(options.dynamics, state.ridge) : new Ridge(options.dynamics);
  }

  /** Today's covariates for a shipment: pace everywhere, pace of its area, backlog. */
  covariates(facts: ShipmentFacts): number[] {
    return [
      this.#everywhere.pace(),
      this.#areas.get(facts.destination[0]!)?.pace() ?? 0,
      this.#backlog.load(),
    ];
  }

  /** Logarithm of the factor by which durations stretch under these covariates. */
  effect(covariates: readonly number[]): number {
    return this.#ridge.predict(covariates);
  }

  /** A shipment under way should have produced so many deliveries (a fraction of one). */
  expect(facts: ShipmentFacts, deliveries: number): void {
    this.#everywhere.expect(deliveries);
    this.#area(facts.destination[0]!).expect(deliveries);
  }

  /**
   * A shipment arrived, `residual` away (in logarithms) from what was expected under `covariates`; `perDay` arrive
   * in a day.
   */
  delivered(facts: ShipmentFacts, covariates: readonly number[], residual: number, perDay: number): void {
    this.#everywhere.observe();
    this.#area(facts.destination[0]!).observe();
    const unexplained = residual + this.effect(covariates);
    const weight = Math.min(1, COUNTED_PER_DAY / Math.max(1, perDay));
    this.#ridge.learn(covariates, Math.max(-CLIP, Math.min(CLIP, unexplained)), weight);
  }

  /** Ends a day; `openOrders`: young orders not yet delivered. */
  nextDay(openOrders: number): void {
    this.#everywhere.nextDay();
    for (const [area, tempo] of this.#areas) {
      tempo.nextDay();
      if (tempo.isIdle) this.#areas.delete(area);
    }
    this.#backlog.nextDay(openOrders);
    this.#ridge.nextDay();
  }

  toJSON(): NetworkPulseState {
    return {
      everywhere: this.#everywhere.toJSON(),
      areas: [...this.#areas].map(([area, tempo]) => [area, tempo.toJSON()] as const),
      backlog: this.#backlog.toJSON(),
      ridge: this.#ridge.toJSON(),
    };
  }

  #area(name: string): Tempo {
    let tempo = this.#areas.get(name);
    if (!tempo) {
      tempo = new Tempo(this.#options.tempo);
      this.#areas.set(name, tempo);
      if (this.#areas.size > this.#options.maxAreas) {
        const oldest = this.#areas.keys().next();
        if (!oldest.done) this.#areas.delete(oldest.value);
      }
    }
    return tempo;
  }
}
