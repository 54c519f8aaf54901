import type { Lanes } from '../network/lanes.ts';
import type { Ask } from '../question/ask.ts';
import type { MethodRun } from './methodRun.ts';
import type { Scratch } from '../workspace/scratch.ts';

/** Carts of more articles are not pruned: their sets rarely repeat. */
const MAX_ITEMS = 10;
/** Days late that are told apart; later arrivals count as the last. */
const LEVELS = 8;

/**
 * The best column so far for every set of articles and day of arrival. A candidate that one of them replaces whatever
 * it would send - all of its articles in full, no later, for less - is in no best plan, so it needs neither a
 * collection nor a date.
 *
 * A plan may hold another service of the champion's own location, which then must give way: the champion takes on its
 * part too, and `#replacesTwins` makes sure that this costs no more than the shipment saved.
 */
export class Champions {
  #on = false;
  #size = 0;
  #ask: Ask | null = null;
  #scratch: Scratch | null = null;
  #lanes: Lanes | null = null;
  #services: readonly number[] = [];
  #kg = new Float64Array(0);
  #units = new Int32Array(0);
  /** By level and set: price of the whole set, and the parts it is made of. */
  #price = new Float64Array(0);
  #fixed = new Float64Array(0);
  #perKg = new Float64Array(0);
  #perUnit = new Float64Array(0);

  /** Starts a method's columns. @param on false: every candidate is wanted. */
  begin({ ask, scratch, lanes }: MethodRun, services: readonly number[], on: boolean): void {
    const q = scratch.width;
    this.#on = on && q <= MAX_ITEMS;
    if (!this.#on) return;
    this.#scratch = scratch;
    this.#lanes = lanes;
    this.#services = services;
    if (ask !== this.#ask) this.#weigh(ask, q);
    this.#ask = ask;
    this.#price.fill(Infinity, 0, LEVELS * this.#size);
  }

  /** Weight and units of every set of the cart's articles. */
  #weigh(ask: Ask, q: number): void {
    this.#size = 1 << q;
    if (this.#kg.length < this.#size) {
      this.#kg = new Float64Array(this.#size);
      this.#units = new Int32Array(this.#size);
      this.#price = new Float64Array(LEVELS * this.#size);
      this.#fixed = new Float64Array(LEVELS * this.#size);
      this.#perKg = new Float64Array(LEVELS * this.#size);
      this.#perUnit = new Float64Array(LEVELS * this.#size);
    }
    this.#kg[0] = 0;
    this.#units[0] = 0;
    for (let set = 1; set < this.#size; set++) {
      const item = ask.cart.items[31 - Math.clz32(set)]!;
      const rest = set ^ (1 << (31 - Math.clz32(set)));
      this.#kg[set] = this.#kg[rest]! + item.need * item.kg;
      this.#units[set] = this.#units[rest]! + item.need;
    }
  }

  /** Whether a champion replaces a candidate with a set of articles that arrives `late` days late at the earliest. */
  beats(set: number, late: number, fixed: number, perKg: number, perUnit: number): boolean {
    if (!this.#on) return false;
    const at = (late < LEVELS ? late : LEVELS - 1) * this.#size + set;
    if (this.#price[at] === Infinity) return false;
    const dearerKg = this.#perKg[at]! - perKg;
    const dearerUnit = this.#perUnit[at]! - perUnit;
    const score =
      this.#fixed[at]! +
      (dearerKg > 0 ? dearerKg * this.#kg[set]! : 0) +
      (dearerUnit > 0 ? dearerUnit * this.#units[set]! : 0);
    return score < fixed;
  }

  /**
   * Offers a column with capacity for the whole cart as a champion of all sets it has in full. Where stock is coming in, a
   * location has several rows, and a twin may send what the champion's row does not have yet: no champion from there.
   */
  add(c: number): void {
    if (!this.#on) return;
    const scratch = this.#scratch!;
    const row = scratch.colRow[c]!;
    const mask = scratch.fullMask[row]!;
    const late = scratch.colLate[c]!;
    // The last level gathers columns of several days: one of them says nothing of the others.
    if (mask === 0 || late >= LEVELS - 1) return;
    const fixed = scratch.colFixed[c]!;
    const perKg = scratch.colPerKg[c]!;
    const perUnit = scratch.colPerUnit[c]!;
    if (scratch.later(row) || !this.#replacesTwins(row, scratch.colService[c]!, perKg)) return;
    for (let set = mask; set !== 0; set = (set - 1) & mask) {
      const price = fixed + perKg * this.#kg[set]! + perUnit * this.#units[set]!;
      for (let level = late, at = late * this.#size + set; level < LEVELS; level++, at += this.#size) {
        if (price >= this.#price[at]!) break;
        this.#price[at] = price;
        this.#fixed[at] = fixed;
        this.#perKg[at] = perKg;
        this.#perUnit[at] = perUnit;
      }
    }
  }

  /** Whether sending all of the cart with this service saves on sending a part of it with another from here. */
  #replacesTwins(row: number, s: number, perKg: number): boolean {
    const { index, policy, cart } = this.#ask!;
    const lanes = this.#lanes!;
    const l = this.#scratch!.rowLocation[row]!;
    for (const twin of this.#services) {
      if (twin === s) continue;
      const lane = index.laneOf(l, twin);
      if (lanes.latestDays(lane) < 0) continue;
      const dearer = perKg - lanes.scorePerKg(lane);
      if (dearer * cart.kg > policy.locationScore[l]! + lanes.scoreFixed(lane)) return false;
    }
    return true;
  }
}
