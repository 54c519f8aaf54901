import type { Lanes } from '../network/lanes.ts';
import type { Ask } from '../question/ask.ts';
import type { Arrivals } from './arrivals.ts';
import type { Scratch } from '../workspace/scratch.ts';

/** Share by which the same score may differ when it is added up in another order. */
const ROUNDING = 1e-9;

/**
 * What plans of one method score at least, before anything is looked up about collections, and the best single
 * shipment met so far. A candidate that neither can be that shipment nor part of a better plan is passed over.
 *
 * Scores here leave out the split term, which every plan has once. The least score of a shipment is concave in its units,
 * so of all ways to divide the cart in two or more, one unit apart from the rest is the cheapest.
 */
export class PlanBound {
  /** Score of the best single shipment so far. */
  alone = Infinity;
  /** Whether only single shipments are looked for so far. */
  onlyAlone = true;
  #kg = 0;
  #units = 0;
  #late = 0;
  /** Least score of a shipment of one unit, and of all but one: sent from elsewhere, and from the place of collection. */
  #sentOne = Infinity;
  #sentRest = Infinity;
  #localOne = Infinity;
  #localRest = Infinity;
  #leastKg = Infinity;
  /** What the service worked through scores at least, whatever the location. */
  #service = -Infinity;

  /** Starts a method; columns already in the scratch are those of the place of collection. */
  begin(ask: Ask, lanes: Lanes, services: readonly number[], scratch: Scratch): void {
    this.alone = Infinity;
    this.onlyAlone = true;
    this.#kg = ask.cart.kg;
    this.#units = ask.cart.units;
    this.#late = ask.policy.weights.late;
    this.#sentOne = this.#sentRest = this.#localOne = this.#localRest = Infinity;
    const rest = this.#units - 1;
    let perKg = scratch.columns > 0 ? 0 : Infinity;
    for (const s of services) {
      if (!lanes.serves(s)) continue;
      this.#sentOne = Math.min(this.#sentOne, lanes.least.shipment(ask.policy, s, 1));
      this.#sentRest = Math.min(this.#sentRest, lanes.least.shipment(ask.policy, s, rest));
      perKg = Math.min(perKg, lanes.least.perKg(s));
    }
    this.#leastKg = perKg === Infinity ? 0 : perKg * this.#kg;
    for (let c = 0; c < scratch.columns; c++) {
      this.#localOne = Math.min(this.#localOne, scratch.colFixed[c]! + scratch.colPerUnit[c]!);
      this.#localRest = Math.min(this.#localRest, scratch.colFixed[c]! + rest * scratch.colPerUnit[c]!);
    }
  }

  /** Starts a service: what its lanes add to the score of a location at least. */
  beginService(lanes: Lanes, s: number, arrivals: Arrivals): void {
    const { least } = lanes;
    const days = least.days(s);
    const late = days < Infinity ? arrivals.earliestLate(days) : 0;
    this.#service = least.fixed(s) + least.perKg(s) * this.#kg + late * this.#late;
  }

  /** Whether a location cannot send the whole cart for less than what is known. @param least its own score of that at least. */
  beyond(least: number): boolean {
    return least + this.#service > this.alone + 2 * ROUNDING * Math.abs(this.alone);
  }

  /** What the whole cart scores from one place. @param late days late, at the least when a bound is wanted. */
  of(fixed: number, perKg: number, perUnit: number, late: number): number {
    return fixed + perKg * this.#kg + perUnit * this.#units + late * this.#late;
  }

  /** What any plan of two or more shipments scores at least. */
  several(): number {
    if (this.#units < 2) return Infinity;
    const sent = this.#sentOne + this.#sentRest;
    const mixed = Math.min(this.#sentOne + this.#localRest, this.#localOne + this.#sentRest);
    return Math.min(sent, mixed) + this.#leastKg;
  }

  /** Whether a candidate can be left out. @param full whether it could send the whole cart. */
  passesOver(fixed: number, perKg: number, perUnit: number, late: number, full: boolean): boolean {
    if (full && this.of(fixed, perKg, perUnit, late) <= this.alone + ROUNDING * Math.abs(this.alone))
      return false;
    if (this.onlyAlone) return true;
    const one = fixed + perUnit + Math.min(this.#sentRest, this.#localRest);
    const rest = fixed + perUnit * (this.#units - 1) + Math.min(this.#sentOne, this.#localOne);
    return Math.min(one, rest) + this.#leastKg + late * this.#late >= this.alone;
  }
}
