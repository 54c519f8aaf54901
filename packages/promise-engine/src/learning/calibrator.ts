/** Odds bins: log-odds of the predicted chance of being late from -7 upwards in steps of 0.5. */
const LOWEST = -7;
const STEP = 0.5;
const BINS = 18;
/** Log-odds of one in twenty: what the slope turns about. */
const MIDDLE = -3;
/** Half-life of the first days: what a beginner got wrong says little about what it gets wrong later. */
const YOUNGEST_HALF_LIFE = 5;
const LEAST_SLOPE = 0.5;
const GREATEST_SLOPE = 1.5;

export interface CalibratorOptions {
  /** Days after which a kept or broken promise weighs half. */
  readonly halfLifeDays: number;
  /** Strength of the belief that the model is right as it stands (ridge on the shift). */
  readonly stiffness: number;
  /** The shift never exceeds this. */
  readonly limit: number;
  /** Strength of the belief that the model's differences between orders are right (ridge on the slope). */
  readonly slopeStiffness: number;
}

export interface CalibratorState {
  readonly promised: readonly number[];
  readonly late: readonly number[];
  readonly shift: number;
  readonly slope: number;
  readonly days: number;
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
/** Log-odds of a chance. */
export const logit = (p: number): number => Math.log(p / (1 - p));

/**
 * Holds predicted lateness against what happened: log-odds are shifted and stretched, refitted daily on the recent
 * promises whose day has passed (each counted once, on its promised day, so that quick deliveries do not flatter).
 * The shift holds the kept rate as the world drifts unexplained; the slope makes great and small confidences true.
 */
export class Calibrator {
  readonly #options: CalibratorOptions;
  readonly #promised: number[];
  readonly #late: number[];
  #current: number;
  #slope: number;
  #days: number;

  constructor(options: CalibratorOptions, state?: CalibratorState) {
    this.#options = options;
    this.#promised = [...(state?.promised ?? new Array<number>(BINS).fill(0))];
    this.#late = [...(state?.late ?? new Array<number>(BINS).fill(0))];
    this.#current = state?.shift ?? 0;
    this.#slope = state?.slope ?? 1;
    this.#days = state?.days ?? 0;
  }

  /** A promise's day has passed. `predicted`: uncalibrated chance of being late; `weight` below 1 if in doubt. */
  settle(predicted: number, wasLate: boolean, weight = 1): void {
    const place = (logit(Math.min(0.8, Math.max(0.001, predicted))) - LOWEST) / STEP;
    // Between two bins it counts for both, so that bins do not round what was predicted.
    const below = Math.max(0, Math.min(BINS - 2, Math.floor(place)));
    const above = weight * (place - below);
    this.#promised[below]! += weight - above;
    this.#promised[below + 1]! += above;
    if (wasLate) {
      this.#late[below]! += weight - above;
      this.#late[below + 1]! += above;
    }
  }

  /** Ages what was seen and refits (a few Newton steps of a penalised logistic regression). */
  nextDay(): void {
    this.#days += 1;
    const youth = Math.max(YOUNGEST_HALF_LIFE, this.#days / 3);
    const keep = 2 ** (-1 / Math.min(youth, this.#options.halfLifeDays));
    for (let bin = 0; bin < BINS; bin++) {
      this.#promised[bin]! *= keep;
      this.#late[bin]! *= keep;
    }
    for (let step = 0; step < 4; step++) this.#refine();
  }

  /** The calibrated chance of being late. */
  apply(predicted: number): number {
    return predicted <= 0 || predicted >= 1 ? predicted : this.applyToOdds(logit(predicted));
  }

  /** As {@link apply}, of a chance given by its log-odds. */
  applyToOdds(odds: number): number {
    return logistic(MIDDLE + this.#current + this.#slope * (odds - MIDDLE));
  }

  /** The uncalibrated chance that {@link apply} turns into this one. */
  invert(calibrated: number): number {
    if (calibrated <= 0 || calibrated >= 1) return calibrated;
    return logistic(MIDDLE + (logit(calibrated) - MIDDLE - this.#current) / this.#slope);
  }

  toJSON(): CalibratorState {
    const shift = this.#current;
    const slope = this.#slope;
    const days = this.#days;
    return { promised: [...this.#promised], late: [...this.#late], shift, slope, days };
  }

  #refine(): void {
    const { limit, stiffness, slopeStiffness } = this.#options;
    let [shiftGap, slopeGap] = [-stiffness * this.#current, -slopeStiffness * (this.#slope - 1)];
    let [shiftBend, slopeBend, both] = [stiffness, slopeStiffness, 0];
    for (let bin = 0; bin < BINS; bin++) {
      const x = LOWEST + STEP * bin - MIDDLE;
      const p = logistic(MIDDLE + this.#current + this.#slope * x);
      const gap = this.#late[bin]! - this.#promised[bin]! * p;
      const bend = this.#promised[bin]! * p * (1 - p);
      shiftGap += gap;
      slopeGap += gap * x;
      shiftBend += bend;
      slopeBend += bend * x * x;
      both += bend * x;
    }
    const area = shiftBend * slopeBend - both * both;
    const shift = this.#current + (shiftGap * slopeBend - slopeGap * both) / area;
    const slope = this.#slope + (slopeGap * shiftBend - shiftGap * both) / area;
    this.#current = Math.max(-limit, Math.min(limit, shift));
    this.#slope = Math.max(LEAST_SLOPE, Math.min(GREATEST_SLOPE, slope));
  }
}
