/** What is usual, in days of memory. */
const USUAL_DAYS = 60;
/** Orders added to both sides, so that a handful of orders is not a surge. */
const SOFTENING = 10;

/** [usual open orders, open orders last night, days seen]. */
export type BacklogState = readonly [number, number, number];

/**
 * Orders waiting to be delivered, now against usual. By Little's law the time in a network is what is in it over what
 * leaves it per day: a surge of orders shows here the night after it came in, weeks before its parcels are late.
 */
export class Backlog {
  #usual: number;
  #current: number;
  #days: number;

  constructor(state: BacklogState = [0, 0, 0]) {
    [this.#usual, this.#current, this.#days] = state;
  }

  /** Ends a day with so many young orders undelivered (old ones are mostly lost and say nothing about load). */
  nextDay(openOrders: number): void {
    this.#days += 1;
    this.#current = openOrders;
    // A plain mean while young: an exponential mean that starts at zero would report growth that is none.
    this.#usual += (openOrders - this.#usual) / Math.min(this.#days, USUAL_DAYS);
  }

  /** Logarithm of the backlog against usual; 0 as usual. */
  load(): number {
    return Math.log((this.#current + SOFTENING) / (this.#usual + SOFTENING));
  }

  toJSON(): BacklogState {
    return [this.#usual, this.#current, this.#days];
  }
}
