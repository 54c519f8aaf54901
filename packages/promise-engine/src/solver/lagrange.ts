import type { Offers } from './offers.ts';
import { Openings } from './openings.ts';
import type { Choice, Compact } from './problem.ts';
import type { Roster } from './roster.ts';

/**
 * Lower bounds by Lagrangian relaxation of "every unit is served" (Held and Karp, 1971; Beasley, An algorithm for set
 * covering problem, 1987): each item gets a price per unit, each candidate earns what it serves at those prices, and opens
 * when that pays for its fixed score. Any prices give a proven bound; a few subgradient steps find good ones. Capacity,
 * one shipment per location and the limit on shipments stay in the relaxed problem, so the bound is at least that of
 * the linear program.
 */
export class Lagrange {
  readonly #c: Compact;
  readonly #roster: Roster;
  /** Steps of one candidate and item taken so far. */
  steps = 0;
  /** A plan has at least and at most so many shipments. */
  #least = 0;
  #most: number;
  /** Price per unit of each item. */
  readonly price: Float64Array;
  /** Fixed score less earnings of each candidate at the last prices. */
  readonly reduced: Float64Array;
  readonly #supply: Float64Array;
  readonly #bestPrice: Float64Array;
  readonly #offers: Offers;
  readonly #open: Openings;
  /** Reduced score of the last candidate opened only because the plan must have so many; 0 when all pay. */
  lastOpened = 0;
  /** What every plan scores at least at the last prices, before the reduced scores of free candidates in it. */
  ground = 0;
  readonly #maxSteps: number;

  /** @param maxSteps steps after which bounds are left as they are. */
  constructor(c: Compact, offers: Offers, roster: Roster, maxShipments: number, maxSteps: number) {
    this.#maxSteps = maxSteps;
    this.#c = c;
    this.#roster = roster;
    this.#most = maxShipments;
    this.price = new Float64Array(c.q);
    this.#bestPrice = new Float64Array(c.q);
    this.#supply = new Float64Array(c.q);
    this.#offers = offers;
    this.reduced = new Float64Array(c.n);
    this.#open = new Openings(c, maxShipments);
  }

  /** Bounds plans of exactly so many shipments from now on: much tighter than any number, where each costs a lot. */
  exactly(shipments: number): void {
    this.#least = shipments;
    this.#most = shipments;
  }

  /** The best bound of some rounds from the present prices, which are left at their best. */
  bound(rounds: number, target: number): number {
    let best = -Infinity;
    let step = 1;
    let stale = 0;
    for (let round = 0; round < rounds; round++) {
      const value = this.settle();
      if (value > best + 1e-9) {
        best = value;
        this.#bestPrice.set(this.price);
        stale = 0;
      } else if (++stale >= 3) {
        step /= 2;
        stale = 0;
        this.price.set(this.#bestPrice);
        this.settle();
      }
      if (best >= target || this.steps >= this.#maxSteps) break;
      if (!this.#move(step, (Number.isFinite(target) ? target : best * 1.2 + 1) - value)) break;
    }
    this.price.set(this.#bestPrice);
    return best;
  }

  /** Starts where every unit costs what it costs in a known plan: together the prices are worth its score. */
  startFromPlan(choice: Choice): void {
    const c = this.#c;
    this.price.fill(0);
    choice.members.forEach((k, m) => {
      const sent = choice.units[m]!;
      const share = c.fixed[k]! / sent.reduce((sum, units, i) => sum + units / c.need[i]!, 0);
      sent.forEach((units, i) => {
        const part = units / c.need[i]!;
        this.price[i]! += part * c.unit[k * c.q + i]! + (share * part) / c.need[i]!;
      });
    });
  }

  /** Starts where every unit costs an even share of the cheapest whole shipment of its item. */
  startFromCheapest(): void {
    const { price } = this;
    price.fill(Infinity);
    for (const k of this.#roster.use) this.#offers.cheapest(k, this.#c.fixed[k]!, price);
    for (let i = 0; i < price.length; i++) if (price[i] === Infinity) price[i] = 0;
  }

  /** Steps of one round of bounds. */
  get stepsPerRound(): number {
    return (this.#roster.use.length * this.#offers.density) | 0;
  }

  /** Works out the reduced scores at the present prices. Returns the bound they prove. */
  settle(): number {
    const { fixed, q, need } = this.#c;
    const { price, reduced } = this;
    const offers = this.#offers;
    const roster = this.#roster;
    this.steps += this.stepsPerRound;
    let bound = 0;
    for (let i = 0; i < q; i++) bound += price[i]! * need[i]!;
    this.#supply.fill(0);
    const opened = roster.open.length;
    this.#open.begin(this.#most - opened);
    const least = Math.max(0, this.#least - opened);
    for (const k of roster.use) {
      if (roster.isOut(k)) continue;
      const score = fixed[k]! - offers.earn(k, price);
      reduced[k] = score;
      if (roster.isOpen(k)) {
        bound += score;
        offers.serve(k, price, this.#supply);
      } else if (score < 0 || least > 0) this.#open.offer(k, score);
    }
    this.ground = bound;
    return bound + this.#openBest(least);
  }

  /** Opens the candidates noted: those that pay, and more where the plan must have them. */
  #openBest(least: number): number {
    const open = this.#open;
    let gain = 0;
    for (let n = 0; n < open.count; n++) {
      const score = open.scoreAt(n);
      if (score >= 0 && n >= least) break;
      gain += score;
      this.#offers.serve(open.at(n), this.price, this.#supply);
    }
    if (open.count < least) return Infinity;
    this.lastOpened = least > 0 ? Math.max(0, open.scoreAt(least - 1)) : 0;
    return gain;
  }

  /** One subgradient step; false when the relaxed plan serves everything exactly. */
  #move(step: number, distance: number): boolean {
    const { q, need } = this.#c;
    const { price } = this;
    const supply = this.#supply;
    let norm = 0;
    for (let i = 0; i < q; i++) norm += (need[i]! - supply[i]!) ** 2;
    if (norm === 0) return false;
    const by = (step * Math.max(distance, 1e-3)) / norm;
    for (let i = 0; i < q; i++) price[i] = Math.max(0, price[i]! + by * (need[i]! - supply[i]!));
    return true;
  }
}
