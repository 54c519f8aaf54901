export interface RidgeState {
  /** Row by row. */
  readonly gram: readonly number[];
  readonly right: readonly number[];
}

/** Observations a prior coefficient counts for (times the mean square of its covariate). */
const PRIOR_WEIGHT = 10;
/** Share of what was learned that a day takes away, the prior coming back in its place. */
const DAILY_LOSS = 0.003;

/** Recursive ridge regression towards prior coefficients whose sign is certain, forgetting slowly. */
export class Ridge {
  readonly #prior: readonly number[];
  readonly #gram: Float64Array;
  readonly #right: Float64Array;
  #solved: Float64Array;

  constructor(prior: readonly number[], state?: RidgeState) {
    const n = prior.length;
    this.#prior = prior;
    this.#gram = new Float64Array(n * n);
    this.#right = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      this.#gram[i * n + i] = PRIOR_WEIGHT;
      this.#right[i] = PRIOR_WEIGHT * prior[i]!;
    }
    if (state) {
      this.#gram.set(state.gram);
      this.#right.set(state.right);
    }
    this.#solved = this.#solve();
  }

  get coefficients(): readonly number[] {
    return [...this.#solved];
  }

  predict(x: readonly number[]): number {
    let value = 0;
    for (let i = 0; i < x.length; i++) value += this.#solved[i]! * x[i]!;
    return value;
  }

  /** Takes in one observation of this weight; predictions follow at the next {@link nextDay}. */
  learn(x: readonly number[], y: number, weight = 1): void {
    const n = this.#prior.length;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) this.#gram[i * n + j]! += weight * x[i]! * x[j]!;
      this.#right[i]! += weight * x[i]! * y;
    }
  }

  nextDay(): void {
    const n = this.#prior.length;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) this.#gram[i * n + j]! *= 1 - DAILY_LOSS;
      this.#gram[i * n + i]! += DAILY_LOSS * PRIOR_WEIGHT;
      this.#right[i] = this.#right[i]! * (1 - DAILY_LOSS) + DAILY_LOSS * PRIOR_WEIGHT * this.#prior[i]!;
    }
    this.#solved = this.#solve();
  }

  toJSON(): RidgeState & { solved: readonly number[] } {
    return { gram: [...this.#gram], right: [...this.#right], solved: [...this.#solved] };
  }

  static fromJSON(prior: readonly number[], state: RidgeState & { solved: readonly number[] }): Ridge {
    const ridge = new Ridge(prior, state);
    ridge.#solved = Float64Array.from(state.solved);
    return ridge;
  }

  /** Gaussian elimination; the matrix is positive definite, so no pivoting is needed. */
  #solve(): Float64Array {
    const n = this.#prior.length;
    const a = Float64Array.from(this.#gram);
    const x = Float64Array.from(this.#right);
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const factor = a[j * n + i]! / a[i * n + i]!;
        for (let k = i; k < n; k++) a[j * n + k]! -= factor * a[i * n + k]!;
        x[j]! -= factor * x[i]!;
      }
    }
    for (let i = n - 1; i >= 0; i--) {
      for (let j = i + 1; j < n; j++) x[i]! -= a[i * n + j]! * x[j]!;
      x[i]! /= a[i * n + i]!;
    }
    // A coefficient of the wrong sign is a coincidence: a slow network has never made parcels faster.
    return x.map((value, i) => (value * this.#prior[i]! < 0 ? 0 : value));
  }
}
