import type { Compact } from './problem.ts';

/** State of a candidate in the search. */
export const FREE = 0;
export const IN = 1;
export const OUT = 2;

/**
 * Lower bounds by Lagrangian relaxation of "every unit is served": each item gets a price per unit, each
 * candidate earns what it serves at those prices, and opens when that pays for its fixed score. Any prices give a
 * proven bound; a few subgradient steps find good ones. Capacity, one shipment per location and the limit on
 * shipments stay in the relaxed problem, so the bound is at least that of the linear program.
 */
export class Lagrange {
  readonly #c: Compact;
  readonly #use: Int32Array;
  readonly #maxShipments: number;
  /** Price per unit of each item. */
  readonly price: Float64Array;
  /** Fixed score less earnings of each candidate at the last prices. */
  readonly reduced: Float64Array;
  readonly #supply: Float64Array;
  readonly #bestPrice: Float64Array;
  readonly #open: Int32Array;
  readonly #order: number[] = [];

  /** @param use the candidates that take part. */
  constructor(c: Compact, use: Int32Array, maxShipments: number) {
    this.#c = c;
    this.#use = use;
    this.#maxShipments = maxShipments;
    this.price = new Float64Array(c.q);
    this.#bestPrice = new Float64Array(c.q);
    this.#supply = new Float64Array(c.q);
    this.reduced = new Float64Array(c.n);
    this.#open = new Int32Array(use.length);
    this.#startPrices();
  }

  /** The best bound of some rounds from the present prices, which are left at their best. */
  bound(state: Uint8Array, rounds: number, target: number): number {
    let best = -Infinity;
    let step = 1;
    let stale = 0;
    for (let round = 0; round < rounds; round++) {
      const value = this.#evaluate(state);
      if (value > best + 1e-9) {
        best = value;
        this.#bestPrice.set(this.price);
        stale = 0;
      } else if (++stale >= 3) {
        step /= 2;
        stale = 0;
        this.price.set(this.#bestPrice);
        this.#evaluate(state);
      }
      if (best >= target || !this.#move(step, (Number.isFinite(target) ? target : best * 1.2 + 1) - value))
        break;
    }
    this.price.set(this.#bestPrice);
    return best;
  }

  /** Reduced scores at the present prices, for fixing candidates. Returns the bound. */
  settle(state: Uint8Array): number {
    return this.#evaluate(state);
  }

  /** Starts where every unit costs an even share of the cheapest whole shipment of its item. */
  #startPrices(): void {
    const c = this.#c;
    for (let i = 0; i < c.q; i++) {
      let least = Infinity;
      for (const k of this.#use) {
        const units = c.avail[k * c.q + i]!;
        if (units === 0) continue;
        let items = 0;
        for (let j = 0; j < c.q; j++) if (c.avail[k * c.q + j]! > 0) items++;
        least = Math.min(least, c.unit[k * c.q + i]! + c.fixed[k]! / units / items);
      }
      this.price[i] = Number.isFinite(least) ? least : 0;
    }
    this.#bestPrice.set(this.price);
  }

  #evaluate(state: Uint8Array): number {
    const c = this.#c;
    let bound = 0;
    for (let i = 0; i < c.q; i++) bound += this.price[i]! * c.need[i]!;
    this.#supply.fill(0);
    let fixedOpen = 0;
    let count = 0;
    for (const k of this.#use) {
      if (state[k] === OUT) continue;
      const reduced = c.fixed[k]! - this.#earn(k);
      this.reduced[k] = reduced;
      if (state[k] === IN) {
        bound += reduced;
        fixedOpen++;
        this.#serve(k);
      } else if (reduced < 0) this.#open[count++] = k;
    }
    return bound + this.#openBest(count, this.#maxShipments - fixedOpen);
  }

  /** Opens the free candidates that pay most: one per location, no more than the plan may still have. */
  #openBest(count: number, room: number): number {
    const order = this.#order;
    order.length = 0;
    for (let n = 0; n < count; n++) order.push(this.#open[n]!);
    order.sort((a, b) => this.reduced[a]! - this.reduced[b]!);
    let gain = 0;
    let opened = 0;
    for (let n = 0; n < order.length && opened < room; n++) {
      const k = order[n]!;
      let twin = false;
      for (let m = 0; m < n && !twin; m++) twin = this.#c.location[order[m]!] === this.#c.location[k];
      if (twin) continue;
      gain += this.reduced[k]!;
      opened++;
      this.#serve(k);
    }
    return gain;
  }

  /** What a candidate earns at the prices: the best-paid units first when its capacity binds. */
  #earn(k: number): number {
    const c = this.#c;
    let earned = 0;
    let units = 0;
    for (let i = 0, at = k * c.q; i < c.q; i++, at++) {
      const gain = this.price[i]! - c.unit[at]!;
      if (gain <= 0 || c.avail[at] === 0) continue;
      earned += gain * c.avail[at]!;
      units += c.avail[at]!;
    }
    return units <= c.cap[k]! ? earned : this.#capped(k, null);
  }

  #serve(k: number): void {
    const c = this.#c;
    let units = 0;
    for (let i = 0, at = k * c.q; i < c.q; i++, at++) {
      if (this.price[i]! > c.unit[at]!) units += c.avail[at]!;
    }
    if (units > c.cap[k]!) {
      this.#capped(k, this.#supply);
      return;
    }
    for (let i = 0, at = k * c.q; i < c.q; i++, at++) {
      if (this.price[i]! > c.unit[at]!) this.#supply[i]! += c.avail[at]!;
    }
  }

  #capped(k: number, supply: Float64Array | null): number {
    const c = this.#c;
    const gains: [number, number][] = [];
    for (let i = 0; i < c.q; i++) {
      const gain = this.price[i]! - c.unit[k * c.q + i]!;
      if (gain > 0 && c.avail[k * c.q + i]! > 0) gains.push([gain, i]);
    }
    gains.sort((a, b) => b[0] - a[0]);
    let room = c.cap[k]!;
    let earned = 0;
    for (const [gain, i] of gains) {
      const take = Math.min(room, c.avail[k * c.q + i]!);
      earned += gain * take;
      room -= take;
      if (supply) supply[i]! += take;
    }
    return earned;
  }

  /** One subgradient step; false when the relaxed plan serves everything exactly. */
  #move(step: number, distance: number): boolean {
    const c = this.#c;
    let norm = 0;
    for (let i = 0; i < c.q; i++) norm += (c.need[i]! - this.#supply[i]!) ** 2;
    if (norm === 0) return false;
    const by = (step * Math.max(distance, 1e-3)) / norm;
    for (let i = 0; i < c.q; i++) {
      this.price[i] = Math.max(0, this.price[i]! + by * (c.need[i]! - this.#supply[i]!));
    }
    return true;
  }
}
