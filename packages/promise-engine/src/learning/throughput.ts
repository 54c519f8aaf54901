const HALF_LIFE_DAYS = 60;
const RATE_DAYS = 20;

/** [deliveries per day, today's, days seen, lost, ended]. */
export type ThroughputState = readonly [number, number, number, number, number];

/** How many shipments end in a day, and what share of them never arrived. */
export class Throughput {
  #rate: number;
  #today: number;
  #days: number;
  #lost: number;
  #ended: number;

  constructor(state: ThroughputState = [0, 0, 0, 1, 20]) {
    [this.#rate, this.#today, this.#days, this.#lost, this.#ended] = state;
  }

  /** Deliveries a day. */
  get perDay(): number {
    return this.#rate;
  }

  deliver(): void {
    this.#today += 1;
    this.#ended += 1;
  }

  lose(): void {
    this.#lost += 1;
    this.#ended += 1;
  }

  /** Chance that a shipment still under way is not lost, by Bayes; `left` is the share of sound ones still going. */
  soundness(left: number): number {
    const lostShare = this.#lost / this.#ended;
    const sound = (1 - lostShare) * left;
    return sound / (sound + lostShare);
  }

  nextDay(): void {
    this.#days += 1;
    this.#rate += (this.#today - this.#rate) / Math.min(this.#days, RATE_DAYS);
    this.#today = 0;
    const keep = 2 ** (-1 / HALF_LIFE_DAYS);
    this.#lost *= keep;
    this.#ended *= keep;
  }

  toJSON(): ThroughputState {
    return [this.#rate, this.#today, this.#days, this.#lost, this.#ended];
  }
}
