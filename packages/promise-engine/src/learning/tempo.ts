/** How a {@link Tempo} weighs what it sees. */
export interface TempoOptions {
  /** Days after which what was seen weighs half in "now". */
  readonly nowHalfLifeDays: number;
  /** Days after which what was seen weighs half in "usually". */
  readonly usualHalfLifeDays: number;
  /** Expected deliveries it takes to believe the recent ratio. */
  readonly nowPrior: number;
}

const USUAL_PRIOR = 20;

/** [observed, expected] now and usually. */
export type TempoState = readonly [number, number, number, number];

/**
 * How fast parcels move now against usual: deliveries that happened over deliveries that should have happened, the
 * latter from every parcel still under way. A parcel that does not arrive speaks from the first day it could have,
 * long before it is late; a strike shows within days although nothing it holds back has been delivered.
 */
export class Tempo {
  readonly #options: TempoOptions;
  #observedNow: number;
  #expectedNow: number;
  #observedUsual: number;
  #expectedUsual: number;

  constructor(options: TempoOptions, state: TempoState = [0, 0, 0, 0]) {
    this.#options = options;
    [this.#observedNow, this.#expectedNow, this.#observedUsual, this.#expectedUsual] = state;
  }

  observe(): void {
    this.#observedNow += 1;
    this.#observedUsual += 1;
  }

  expect(deliveries: number): void {
    this.#expectedNow += deliveries;
    this.#expectedUsual += deliveries;
  }

  nextDay(): void {
    const now = 2 ** (-1 / this.#options.nowHalfLifeDays);
    const usual = 2 ** (-1 / this.#options.usualHalfLifeDays);
    this.#observedNow *= now;
    this.#expectedNow *= now;
    this.#observedUsual *= usual;
    this.#expectedUsual *= usual;
  }

  /** Logarithm of the pace against usual: 0 as usual, negative when slower. */
  pace(): number {
    const { nowPrior } = this.#options;
    const usual = (this.#observedUsual + USUAL_PRIOR) / (this.#expectedUsual + USUAL_PRIOR);
    return Math.log((this.#observedNow + nowPrior * usual) / (this.#expectedNow + nowPrior) / usual);
  }

  /** Nothing worth keeping is left. */
  get isIdle(): boolean {
    return this.#observedUsual + this.#expectedUsual < 0.01;
  }

  toJSON(): TempoState {
    return [this.#observedNow, this.#expectedNow, this.#observedUsual, this.#expectedUsual];
  }
}
