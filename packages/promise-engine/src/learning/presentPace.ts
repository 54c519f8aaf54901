import { Tempo } from './tempo.ts';
import type { TempoOptions, TempoState } from './tempo.ts';

export interface PresentPaceOptions {
  /** Share still under way at which the tail begins. */
  readonly knee: number;
  readonly body: TempoOptions;
  readonly tail: TempoOptions;
}

export interface PresentPaceState {
  readonly body: TempoState;
  readonly tail: TempoState;
  /** Exponents of the body's and the tail's survival, set last night. */
  readonly powers: readonly [number, number];
}

/**
 * The remembered spread, brought up to date. Errors enter the spread when a parcel arrives, so a tail learned in slow
 * weeks is believed for weeks after they ended. Parcels under way tell sooner: what arrives today out of what the
 * spread says should, apart for the body and for the tail, bends the remembered curve (its hazard is multiplied) for
 * as long as today differs from usual. Against *usual*, so that parcels that are lost, which never arrive, cancel out.
 */
export class PresentPace {
  readonly #knee: number;
  readonly #body: Tempo;
  readonly #tail: Tempo;
  #bodyPower: number;
  #tailPower: number;

  constructor(options: PresentPaceOptions, state?: PresentPaceState) {
    this.#knee = options.knee;
    this.#body = new Tempo(options.body, state?.body);
    this.#tail = new Tempo(options.tail, state?.tail);
    [this.#bodyPower, this.#tailPower] = state?.powers ?? [1, 1];
  }

  /** A parcel's cumulative hazard grew, by the remembered spread; `weight` below 1 if it may be lost. */
  expect(from: number, to: number, weight: number): void {
    const knee = -Math.log(this.#knee);
    this.#body.expect(Math.max(0, Math.min(to, knee) - Math.min(from, knee)) * weight);
    this.#tail.expect(Math.max(0, Math.max(to, knee) - Math.max(from, knee)) * weight);
  }

  /** A parcel arrived at this cumulative hazard. */
  delivered(hazard: number): void {
    if (hazard <= -Math.log(this.#knee)) this.#body.observe();
    else this.#tail.observe();
  }

  nextDay(): void {
    this.#body.nextDay();
    this.#tail.nextDay();
    this.#bodyPower = Math.exp(this.#body.pace());
    this.#tailPower = Math.exp(this.#tail.pace());
  }

  /** The share still under way as things move now, of the share that the remembered spread says. */
  bend(left: number): number {
    if (left >= this.#knee) return left ** this.#bodyPower;
    return this.#knee ** this.#bodyPower * (left / this.#knee) ** this.#tailPower;
  }

  /** The remembered share that {@link bend} turns into this one. */
  unbend(left: number): number {
    const atKnee = this.#knee ** this.#bodyPower;
    if (left >= atKnee) return left ** (1 / this.#bodyPower);
    return this.#knee * (left / atKnee) ** (1 / this.#tailPower);
  }

  toJSON(): PresentPaceState {
    return {
      body: this.#body.toJSON(),
      tail: this.#tail.toJSON(),
      powers: [this.#bodyPower, this.#tailPower],
    };
  }
}
