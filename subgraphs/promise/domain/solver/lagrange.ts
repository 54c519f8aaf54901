import type { Choice, Compact } from './problem.ts';

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
  #use: Int32Array;
  /** Steps of one candidate and item taken so far. */
  steps = 0;
  /** A plan has at least and at most so many shipments. */
  #least = 0;
  #most: number;
  /** Free candidates that pay most, in order, and how many there may be. */
  #opened = 0;
  #room = 0;
  /** Price per unit of each item. */
  readonly price: Float64Array;
  /** Fixed score less earnings of each candidate at the last prices. */
  readonly reduced: Float64Array;
  readonly #supply: Float64Array;
  readonly #bestPrice: Float64Array;
  /** Gains of a candidate's units in order, and where they are in the offers. */
  readonly #gains: Float64Array;
  readonly #order: Int32Array;
  readonly #offers: Offers;
  readonly #open: Int32Array;
  /** Reduced score of the last candidate opened only because the plan must have so many; 0 when all pay. */
  lastOpened = 0;
  /** What every plan scores at least at the last prices, before the reduced scores of free candidates in it. */
  ground = 0;

  readonly #maxSteps: number;

  /** @param use the candidates that take part. @param maxSteps steps after which bounds are left as they are. */
  constructor(c: Compact, use: Int32Array, maxShipments: number, maxSteps: number) {
    this.#maxSteps = maxSteps;
    this.#c = c;
    this.#use = use;
    this.#most = maxShipments;
    this.price = new Float64Array(c.q);
    this.#bestPrice = new Float64Array(c.q);
    this.#supply = new Float64Array(c.q);
    this.#gains = new Float64Array(c.q);
    this.#order = new Int32Array(c.q);
    this.#offers = offersOf(c, use);
    this.reduced = new Float64Array(c.n);
    this.#open = new Int32Array(maxShipments);
    this.#startPrices();
  }

  /** Leaves only these candidates in. */
  restrict(use: Int32Array): void {
    this.#use = use;
  }

  /** Bounds plans of exactly so many shipments from now on: much tighter than any number, where each costs a lot. */
  exactly(shipments: number): void {
    this.#least = shipments;
    this.#most = shipments;
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
      if (best >= target || this.steps >= this.#maxSteps) break;
      if (!this.#move(step, (Number.isFinite(target) ? target : best * 1.2 + 1) - value)) break;
    }
    this.price.set(this.#bestPrice);
    return best;
  }

  /** Reduced scores at the present prices, for fixing candidates. Returns the bound. */
  settle(state: Uint8Array): number {
    return this.#evaluate(state);
  }

  /** Starts where every unit costs what it costs in a known plan: together the prices are worth its score. */
  startFrom(choice: Choice): void {
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
    this.#bestPrice.set(this.price);
  }

  /** Starts where every unit costs an even share of the cheapest whole shipment of its item. */
  #startPrices(): void {
    const c = this.#c;
    const { from, item, units, cost } = this.#offers;
    this.price.fill(Infinity);
    for (const k of this.#use) {
      const share = c.fixed[k]! / (from[k + 1]! - from[k]!);
      for (let at = from[k]!; at < from[k + 1]!; at++) {
        const price = cost[at]! + share / units[at]!;
        if (price < this.price[item[at]!]!) this.price[item[at]!] = price;
      }
    }
    for (let i = 0; i < c.q; i++) if (this.price[i] === Infinity) this.price[i] = 0;
    this.#bestPrice.set(this.price);
  }

  #evaluate(state: Uint8Array): number {
    const c = this.#c;
    this.steps += (this.#use.length * this.#offers.density) | 0;
    let bound = 0;
    for (let i = 0; i < c.q; i++) bound += this.price[i]! * c.need[i]!;
    this.#supply.fill(0);
    let fixedOpen = 0;
    for (const k of this.#use) if (state[k] === IN) fixedOpen++;
    this.#opened = 0;
    this.#room = this.#most - fixedOpen;
    const least = Math.max(0, this.#least - fixedOpen);
    for (const k of this.#use) {
      if (state[k] === OUT) continue;
      const reduced = c.fixed[k]! - this.#earn(k);
      this.reduced[k] = reduced;
      if (state[k] === IN) {
        bound += reduced;
        this.#serve(k);
      } else if (this.#room > 0 && (reduced < 0 || least > 0)) this.#offer(k);
    }
    this.ground = bound;
    return bound + this.#openBest(least);
  }

  /** Notes a free candidate among the best: one per location, the least reduced scores first. */
  #offer(k: number): void {
    const { location } = this.#c;
    const open = this.#open;
    const reduced = this.reduced[k]!;
    const room = this.#room;
    if (this.#opened === room && !(reduced < this.reduced[open[room - 1]!]!)) return;
    let at = this.#opened;
    for (let n = 0; n < this.#opened; n++) {
      if (location[open[n]!] !== location[k]) continue;
      if (this.reduced[open[n]!]! <= reduced) return;
      at = n;
      break;
    }
    // A twin gives way; otherwise the list grows, or loses its last.
    if (at === this.#opened) {
      if (this.#opened < room) this.#opened++;
      else at--;
    }
    while (at > 0 && this.reduced[open[at - 1]!]! > reduced) {
      open[at] = open[at - 1]!;
      at--;
    }
    open[at] = k;
  }

  /** Opens the candidates noted: those that pay, and more where the plan must have them. */
  #openBest(least: number): number {
    let gain = 0;
    for (let n = 0; n < this.#opened; n++) {
      const k = this.#open[n]!;
      if (this.reduced[k]! >= 0 && n >= least) break;
      gain += this.reduced[k]!;
      this.#serve(k);
    }
    if (this.#opened < least) return Infinity;
    this.lastOpened = least > 0 ? Math.max(0, this.reduced[this.#open[least - 1]!]!) : 0;
    return gain;
  }

  /** What a candidate earns at the prices: the best-paid units first when its capacity binds. */
  #earn(k: number): number {
    const { price } = this;
    const { from, item, units, cost } = this.#offers;
    let earned = 0;
    let taken = 0;
    for (let at = from[k]!, end = from[k + 1]!; at < end; at++) {
      const gain = price[item[at]!]! - cost[at]!;
      if (gain <= 0) continue;
      earned += gain * units[at]!;
      taken += units[at]!;
    }
    return taken <= this.#c.cap[k]! ? earned : this.#capped(k, null);
  }

  #serve(k: number): void {
    const { price } = this;
    const { from, item, units, cost } = this.#offers;
    let taken = 0;
    for (let at = from[k]!; at < from[k + 1]!; at++) if (price[item[at]!]! > cost[at]!) taken += units[at]!;
    if (taken > this.#c.cap[k]!) {
      this.#capped(k, this.#supply);
      return;
    }
    for (let at = from[k]!; at < from[k + 1]!; at++) {
      if (price[item[at]!]! > cost[at]!) this.#supply[item[at]!]! += units[at]!;
    }
  }

  #capped(k: number, supply: Float64Array | null): number {
    const { from, item, units, cost } = this.#offers;
    const gains = this.#gains;
    const order = this.#order;
    let count = 0;
    for (let at = from[k]!; at < from[k + 1]!; at++) {
      const gain = this.price[item[at]!]! - cost[at]!;
      if (gain <= 0) continue;
      let to = count++;
      for (; to > 0 && gains[to - 1]! < gain; to--) {
        gains[to] = gains[to - 1]!;
        order[to] = order[to - 1]!;
      }
      gains[to] = gain;
      order[to] = at;
    }
    let room = this.#c.cap[k]!;
    let earned = 0;
    for (let n = 0; n < count && room > 0; n++) {
      const at = order[n]!;
      const take = Math.min(room, units[at]!);
      earned += gains[n]! * take;
      room -= take;
      if (supply) supply[item[at]!]! += take;
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

/** What candidates have, without the gaps: most have a few of the items. */
interface Offers {
  /** By candidate: where its offers begin; they end where those of the next number begin. */
  readonly from: Int32Array;
  readonly item: Int32Array;
  readonly units: Float64Array;
  readonly cost: Float64Array;
  /** Offers of a candidate on the average, one more for the candidate itself. */
  readonly density: number;
}

function offersOf(c: Compact, use: Int32Array): Offers {
  const from = new Int32Array(c.n + 1);
  const size = use.length * c.q;
  const item = new Int32Array(size);
  const units = new Float64Array(size);
  const cost = new Float64Array(size);
  const used = new Uint8Array(c.n);
  for (const k of use) used[k] = 1;
  let end = 0;
  for (let k = 0; k < c.n; k++) {
    from[k] = end;
    if (used[k] === 0) continue;
    for (let i = 0, at = k * c.q; i < c.q; i++, at++) {
      if (c.avail[at] === 0) continue;
      item[end] = i;
      units[end] = c.avail[at]!;
      cost[end++] = c.unit[at]!;
    }
  }
  from[c.n] = end;
  return { from, item, units, cost, density: 1 + end / Math.max(1, use.length) };
}
