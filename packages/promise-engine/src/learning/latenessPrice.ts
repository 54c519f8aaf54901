/** A chance of still being under way at the end of the n-th calendar day, for n = 0, 1, 2 ... */
export type LateBy = (days: number) => number;

/** No promise is longer than this many calendar days. */
export const MAX_DAYS = 90;

/**
 * The day that costs least when a promised day costs 1 and a broken promise costs `price` days.
 *
 * One price for all orders, rather than one quantile, spends the retailer's permitted lateness where it buys most:
 * a lane with a long thin tail would need many days for its last percent, a punctual lane gains it with one.
 */
export function chooseDays(late: LateBy, price: number, leastConfidence: number): number {
  let best = MAX_DAYS;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let days = 0; days <= MAX_DAYS && days < bestCost; days++) {
    const chance = late(days);
    if (1 - chance < leastConfidence) continue;
    const cost = days + price * chance;
    if (cost < bestCost) {
      bestCost = cost;
      best = days;
    }
  }
  return best;
}

const LOWEST_PRICE = 2;
const HIGHEST_PRICE = 20_000;
/** Halvings of the interval's logarithm: a price to a fiftieth, and nights are averaged. */
const STEPS = 9;

/**
 * The price at which a sample of recent orders would, by the model's own account, be kept at the target.
 * `sample` holds, per order, the chance of being late after 0, 1, 2 ... days.
 */
export function solvePrice(sample: readonly Float64Array[], target: number, leastConfidence: number): number {
  let low = Math.log(LOWEST_PRICE);
  let high = Math.log(HIGHEST_PRICE);
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    const price = Math.exp(middle);
    let late = 0;
    for (const chances of sample)
      late += chances[chooseDays((days) => chances[days]!, price, leastConfidence)]!;
    if (late / sample.length > 1 - target) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** Nights after which a price counts for little while few have been solved. */
const YOUTH = 3;
/** Share of the way that the typical duration goes each night: a week's orders, no weekday's. */
const TYPICAL_SHARE = 0.2;

/** [price in typical durations, nights it was solved, typical duration]. */
export type SteadyPriceState = readonly [number, number, number];

/**
 * The price promises are made at: a slow mean (of logarithms) of the prices solved each night. Solved anew every
 * night, a tail believed too long by habit would buy a high price as well, just when the world has become quick; and
 * at one price through better and worse weeks the same share is kept with fewer days than at one share in each.
 *
 * Remembered in typical durations: where everything takes half as long, half the price keeps the same share.
 */
export class SteadyPrice {
  readonly #halfLifeDays: number;
  #ratio: number;
  #nights: number;
  #typical: number;

  /** `state` to begin with: a first ratio, no night solved, a first guess of the typical duration. */
  constructor(halfLifeDays: number, state: SteadyPriceState) {
    this.#halfLifeDays = halfLifeDays;
    [this.#ratio, this.#nights, this.#typical] = state;
  }

  /** What a broken promise costs, in promised days. */
  get current(): number {
    return this.#ratio * this.#typical;
  }

  /** Takes tonight's solution; orders as they come now are expected to take `typical`. */
  follow(solved: number, typical: number): void {
    this.#typical = this.#nights === 0 ? typical : this.#typical + (typical - this.#typical) * TYPICAL_SHARE;
    this.#nights += 1;
    const share = Math.max(
      1 - 2 ** (-1 / this.#halfLifeDays),
      Math.min(1, YOUTH / (this.#nights + YOUTH - 1)),
    );
    this.#ratio *= (solved / this.#typical / this.#ratio) ** share;
  }

  toJSON(): SteadyPriceState {
    return [this.#ratio, this.#nights, this.#typical];
  }
}
