import { divideAll, divideLast, partsOf, type Partition } from './partition.ts';
import type { Compact } from './problem.ts';

/** Best single candidate per set of items, and best partition per set, as candidates are added. */
export class SubsetTables {
  readonly #q: number;
  readonly #size: number;
  /** Least score of one candidate that takes exactly the items of a set. */
  readonly best: Float64Array;
  readonly bestBy: Int32Array;
  /** Least score of any partition of a set. */
  readonly part: Float64Array;
  readonly #partition: Partition;
  readonly #sum: Float64Array;
  #scale: Int32Array;
  #keepCaps: boolean;

  /** @param scale units of each item charged at the unit score (the need, or 1 for bounds on what is left).
   * @param keepCaps whether a candidate's capacity limits the sets it takes. */
  constructor(q: number, scale: Int32Array, keepCaps: boolean) {
    this.#q = q;
    this.#keepCaps = keepCaps;
    this.#size = 1 << q;
    this.#scale = scale;
    this.best = new Float64Array(this.#size).fill(Infinity);
    this.bestBy = new Int32Array(this.#size).fill(-1);
    this.part = new Float64Array(this.#size);
    this.#partition = { single: this.best, part: this.part, partOf: new Int32Array(this.#size) };
    this.#sum = new Float64Array(this.#size);
  }

  /** Makes the tables as new. */
  reset(scale: Int32Array, keepCaps: boolean): this {
    this.#scale = scale;
    this.#keepCaps = keepCaps;
    this.best.fill(Infinity);
    this.bestBy.fill(-1);
    return this;
  }

  /** Offers a candidate for every subset of `mask` that its capacity allows. */
  add(c: Compact, k: number, mask: number, limit: number): void {
    const fixed = c.fixed[k]!;
    if (mask === 0 || fixed >= limit) return;
    const base = k * this.#q;
    const sum = this.#sum;
    const tight = this.#keepCaps && c.cap[k]! < c.total;
    sum[0] = 0;
    // Ascending subsets: the set without its lowest item came before, so sums build on each other.
    for (let s = (0 - mask) & mask; s !== 0; s = (s - mask) & mask) {
      const low = 31 - Math.clz32(s & -s);
      const total = sum[s & (s - 1)]! + c.unit[base + low]! * this.#scale[low]!;
      sum[s] = total;
      if (fixed + total < this.best[s]! && (!tight || this.#unitsOf(c, s) <= c.cap[k]!)) {
        this.best[s] = fixed + total;
        this.bestBy[s] = k;
      }
    }
  }

  /** What a plan with the candidate in it scores at least: its best share, and the best partition of the rest. */
  leastWith(c: Compact, k: number, all: number): number {
    const mask = c.anyMask[k]!;
    const base = k * this.#q;
    const sum = this.#sum;
    sum[0] = 0;
    let least = this.part[all]!;
    for (let s = (0 - mask) & mask; s !== 0; s = (s - mask) & mask) {
      const low = 31 - Math.clz32(s & -s);
      const total = sum[s & (s - 1)]! + c.unit[base + low]! * this.#scale[low]!;
      sum[s] = total;
      const value = total + this.part[all ^ s]!;
      if (value < least) least = value;
    }
    return c.fixed[k]! + least;
  }

  #unitsOf(c: Compact, set: number): number {
    let units = 0;
    for (let i = 0; i < this.#q; i++) if (set & (1 << i)) units += c.need[i]!;
    return units;
  }

  /** Finds the best partition of all items, any number of parts. */
  combine(): void {
    divideLast(this.#partition, this.#size);
  }

  /** Finds the best partition of every set, which `leastWith` asks for. */
  combineAll(): void {
    divideAll(this.#partition, this.#size);
  }

  /** The parts of the best partition of all items. */
  parts(): number[] {
    return partsOf(this.#partition, this.#size - 1);
  }

  /** The best partition of all items into at most `limit` parts; null when there is none. */
  partsWithin(limit: number): { readonly score: number; readonly parts: readonly number[] } | null {
    const size = this.#size;
    let layer = new Float64Array(size).fill(Infinity);
    layer[0] = 0;
    const by: Int32Array[] = [];
    for (let n = 0; n < limit; n++) {
      const next = new Float64Array(size).fill(Infinity);
      next[0] = 0;
      const from = new Int32Array(size);
      for (let s = 1; s < size; s++) {
        const low = s & -s;
        const rest = s ^ low;
        for (let t = rest; ; t = (t - 1) & rest) {
          const value = this.best[t | low]! + layer[rest ^ t]!;
          if (value < next[s]!) {
            next[s] = value;
            from[s] = t | low;
          }
          if (t === 0) break;
        }
      }
      by.push(from);
      layer = next;
    }
    if (layer[size - 1] === Infinity) return null;
    const parts: number[] = [];
    for (let s = size - 1, n = limit - 1; s > 0; n--) {
      parts.push(by[n]![s]!);
      s ^= by[n]![s]!;
    }
    return { score: layer[size - 1]!, parts };
  }
}

const pool = new Map<number, SubsetTables>();

/** Tables out of a pool; `slot` keeps those in use at one time apart. */
export function subsetTables(slot: number, q: number, scale: Int32Array, keepCaps: boolean): SubsetTables {
  const key = slot * 16 + q;
  const known = pool.get(key);
  if (known) return known.reset(scale, keepCaps);
  const made = new SubsetTables(q, scale, keepCaps);
  pool.set(key, made);
  return made;
}
