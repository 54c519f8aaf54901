import type { Compact } from './problem.ts';

/** What candidates have, without the gaps (most have a few of the items), and what they earn by it at given prices. */
export class Offers {
  /** By candidate: where its offers begin; they end where those of the next begin. */
  readonly #from: Int32Array;
  readonly #item: Int32Array;
  readonly #units: Float64Array;
  readonly #cost: Float64Array;
  readonly #cap: Int32Array;
  readonly #capped: boolean;
  /** Gains of a candidate's units in order, and where they are in the offers. */
  readonly #gains: Float64Array;
  readonly #order: Int32Array;
  /** Offers of a candidate on the average, one more for the candidate itself. */
  readonly density: number;

  constructor(c: Compact) {
    let end = 0;
    for (let at = 0; at < c.n * c.q; at++) if (c.avail[at]! > 0) end++;
    this.#from = new Int32Array(c.n + 1);
    this.#item = new Int32Array(end);
    this.#units = new Float64Array(end);
    this.#cost = new Float64Array(end);
    this.#cap = c.cap;
    this.#capped = c.capped;
    this.#gains = new Float64Array(c.q);
    this.#order = new Int32Array(c.q);
    this.density = 1 + end / Math.max(1, c.n);
    let to = 0;
    for (let k = 0, at = 0; k < c.n; k++) {
      this.#from[k] = to;
      for (let i = 0; i < c.q; i++, at++) {
        if (c.avail[at] === 0) continue;
        this.#item[to] = i;
        this.#units[to] = c.avail[at]!;
        this.#cost[to++] = c.unit[at]!;
      }
    }
    this.#from[c.n] = to;
  }

  /** Lowers prices per unit to the cheapest shipment of each item, its fixed score shared among all that it could hold. */
  cheapest(k: number, fixed: number, price: Float64Array): void {
    const first = this.#from[k]!;
    const end = this.#from[k + 1]!;
    const share = fixed / (end - first);
    for (let at = first; at < end; at++) {
      const i = this.#item[at]!;
      const value = this.#cost[at]! + share / this.#units[at]!;
      if (value < price[i]!) price[i] = value;
    }
  }

  /** What a candidate earns at the prices: the best-paid units first when its capacity binds. */
  earn(k: number, price: Float64Array): number {
    const item = this.#item;
    const units = this.#units;
    const cost = this.#cost;
    const end = this.#from[k + 1]!;
    let earned = 0;
    let taken = 0;
    for (let at = this.#from[k]!; at < end; at++) {
      const gain = price[item[at]!]! - cost[at]!;
      if (gain <= 0) continue;
      earned += gain * units[at]!;
      taken += units[at]!;
    }
    return this.#capped && taken > this.#cap[k]! ? this.#earnCapped(k, price, null) : earned;
  }

  /** Adds the units with which a candidate earns that to what is supplied of each item. */
  serve(k: number, price: Float64Array, supply: Float64Array): void {
    const item = this.#item;
    const units = this.#units;
    const cost = this.#cost;
    const first = this.#from[k]!;
    const end = this.#from[k + 1]!;
    let taken = 0;
    for (let at = first; at < end; at++) if (price[item[at]!]! > cost[at]!) taken += units[at]!;
    if (this.#capped && taken > this.#cap[k]!) {
      this.#earnCapped(k, price, supply);
      return;
    }
    for (let at = first; at < end; at++) {
      if (price[item[at]!]! > cost[at]!) supply[item[at]!]! += units[at]!;
    }
  }

  #earnCapped(k: number, price: Float64Array, supply: Float64Array | null): number {
    const gains = this.#gains;
    const order = this.#order;
    const count = this.#inOrder(k, price);
    let free = this.#cap[k]!;
    let earned = 0;
    for (let n = 0; n < count && free > 0; n++) {
      const at = order[n]!;
      const take = Math.min(free, this.#units[at]!);
      earned += gains[n]! * take;
      free -= take;
      if (supply) supply[this.#item[at]!]! += take;
    }
    return earned;
  }

  /** Sorts a candidate's gains, the best first; returns how many there are. */
  #inOrder(k: number, price: Float64Array): number {
    const gains = this.#gains;
    const order = this.#order;
    let count = 0;
    for (let at = this.#from[k]!, end = this.#from[k + 1]!; at < end; at++) {
      const gain = price[this.#item[at]!]! - this.#cost[at]!;
      if (gain <= 0) continue;
      let to = count++;
      for (; to > 0 && gains[to - 1]! < gain; to--) {
        gains[to] = gains[to - 1]!;
        order[to] = order[to - 1]!;
      }
      gains[to] = gain;
      order[to] = at;
    }
    return count;
  }
}
