/** Odds bins: log-odds of the predicted chance of being late from -7 upwards in steps of 0.5. */
const LOWEST = -7;
const STEP = 0.5;
const BINS = 18;

export interface CalibratorOptions {
  /** Days after which a kept or broken promise weighs half. */
  readonly halfLifeDays: number;
  /** Strength of the belief that the model is right as it stands (ridge on the shift). */
  readonly stiffness: number;
  /** The shift never exceeds this. */
  readonly limit: number;
}

export interface CalibratorState {
  readonly promised: readonly number[];
  readonly late: number;
  readonly shift: number;
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const logit = (p: number): number => Math.log(p / (1 - p));

/**
 * Holds predicted lateness against what happened: one shift of the log-odds, refitted daily on the recent promises
 * whose day has passed (each counted once, on its promised day, so that quick deliveries do not flatter). Whatever
 * drifts unexplained ends up here, and predictions tell the truth again.
 */
export class Calibrator {
  private readonly options: CalibratorOptions;
  private readonly promised: number[];
  private late: number;
  private current: number;

  constructor(options: CalibratorOptions, state?: CalibratorState) {
    this.options = options;
    this.promised = [...(state?.promised ?? new Array<number>(BINS).fill(0))];
    this.late = state?.late ?? 0;
    this.current = state?.shift ?? 0;
  }

  /** Log-odds added to predictions; positive when the model has been too hopeful. */
  get shift(): number {
    return this.current;
  }

  /** A promise's day has passed. `predicted`: uncalibrated chance of being late; `weight` below 1 if in doubt. */
  settle(predicted: number, wasLate: boolean, weight = 1): void {
    const odds = logit(Math.min(0.9, Math.max(0.001, predicted)));
    const bin = Math.max(0, Math.min(BINS - 1, Math.round((odds - LOWEST) / STEP)));
    this.promised[bin]! += weight;
    if (wasLate) this.late += weight;
  }

  /** Ages what was seen and refits the shift (a few Newton steps of a penalised logistic offset). */
  nextDay(): void {
    const keep = 2 ** (-1 / this.options.halfLifeDays);
    for (let bin = 0; bin < BINS; bin++) this.promised[bin]! *= keep;
    this.late *= keep;
    const { limit } = this.options;
    for (let step = 0; step < 4; step++) {
      let slope = this.options.stiffness;
      let gap = this.late - this.options.stiffness * this.current;
      for (let bin = 0; bin < BINS; bin++) {
        const p = logistic(LOWEST + STEP * bin + this.current);
        gap -= this.promised[bin]! * p;
        slope += this.promised[bin]! * p * (1 - p);
      }
      this.current = Math.max(-limit, Math.min(limit, this.current + gap / slope));
    }
  }

  /** The calibrated chance of being late. */
  apply(predicted: number): number {
    if (predicted <= 0 || predicted >= 1 || this.current === 0) return predicted;
    return logistic(logit(predicted) + this.current);
  }

  /** The uncalibrated chance that {@link apply} turns into this one. */
  invert(calibrated: number): number {
    if (calibrated <= 0 || calibrated >= 1) return calibrated;
    return logistic(logit(calibrated) - this.current);
  }

  toJSON(): CalibratorState {
    return { promised: [...this.promised], late: this.late, shift: this.current };
  }
}
