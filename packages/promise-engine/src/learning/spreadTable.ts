/** Residuals are logarithms of actual over expected duration, in bins of this width from FIRST upwards. */
const WIDTH = 0.05;
const FIRST = -3.5;
export const BINS = 120;

const binOf = (residual: number): number =>
  Math.max(0, Math.min(BINS - 1, Math.floor((residual - FIRST) / WIDTH)));

export interface SpreadOptions {
  /** Deliveries remembered: the half-life is as short as that many allow, between the two bounds in days. */
  readonly memory: number;
  readonly shortestHalfLife: number;
  readonly longestHalfLife: number;
  /** Observations it takes to believe a group's own spread as much as its parent's. */
  readonly shrinkage: number;
  readonly maxGroups: number;
}

interface Histogram {
  readonly counts: Float64Array;
  total: number;
  /** Reading of the table's age at the last change. */
  age: number;
}

/** State: the table's age, then [key, age, total, sparse counts as bin, weight, bin, weight ...] from least to most recently heard. */
export interface SpreadState {
  readonly age: number;
  readonly days: number;
  readonly groups: readonly (readonly [string, number, number, readonly number[]])[];
}

/** A survival curve over residuals: share still under way after expected duration x e^residual. */
export class SurvivalCurve {
  /** Survival at each bin's lower edge; one more than bins, the last is 0. */
  readonly edges: Float64Array;

  constructor(edges: Float64Array) {
    this.edges = edges;
  }

  /** Share still under way at a residual, between 0 and 1. */
  at(residual: number): number {
    const place = (residual - FIRST) / WIDTH;
    if (place <= 0) return 1;
    if (place >= BINS) return 0;
    const bin = Math.floor(place);
    const left = this.edges[bin]!;
    return left + (place - bin) * (this.edges[bin + 1]! - left);
  }

  /** The smallest residual by which the given share has arrived. */
  quantile(share: number): number {
    const rest = 1 - share;
    for (let bin = 0; bin < BINS; bin++) {
      const right = this.edges[bin + 1]!;
      if (right > rest) continue;
      const left = this.edges[bin]!;
      return FIRST + WIDTH * (bin + (left > right ? Math.max(0, (left - rest) / (left - right)) : 0));
    }
    return FIRST + WIDTH * BINS;
  }
}

const YOUNGEST_HALF_LIFE = 5;
/** Spread believed before anything is seen: log-normal of this deviation, counting for so many observations. */
const PRIOR_DEVIATION = 0.6;
const PRIOR_COUNT = 20;
const PRIOR = ((): Float64Array => {
  const mass = new Float64Array(BINS);
  let sum = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const z = (FIRST + WIDTH * (bin + 0.5)) / PRIOR_DEVIATION;
    sum += mass[bin] = Math.exp(-0.5 * z * z);
  }
  return mass.map((value) => value / sum);
})();

/**
 * How far reality strays from the expected duration, per group from wide to narrow: each group's recent histogram
 * is blended with its parent's in proportion to what it has seen.
 */
export class SpreadTable {
  readonly #options: SpreadOptions;
  readonly #groups = new Map<string, Histogram>();
  /** In half-lives. */
  #age: number;
  #days: number;

  constructor(options: SpreadOptions, state?: SpreadState) {
    this.#options = options;
    this.#age = state?.age ?? 0;
    this.#days = state?.days ?? 0;
    for (const [key, age, total, sparse] of state?.groups ?? []) {
      const counts = new Float64Array(BINS);
      for (let at = 0; at < sparse.length; at += 2) counts[sparse[at]!] = sparse[at + 1]!;
      this.#groups.set(key, { counts, total, age });
    }
  }

  get size(): number {
    return this.#groups.size;
  }

  /** Recency-weighted observations of a group. */
  weightOf(key: string): number {
    const group = this.#groups.get(key);
    return group ? group.total * this.#kept(group) : 0;
  }

  /** A day passes with so many deliveries a day. */
  nextDay(perDay: number): void {
    const { memory, shortestHalfLife, longestHalfLife } = this.#options;
    this.#days += 1;
    // What a beginner got wrong says little about what it gets wrong later: the young forget faster.
    const youth = Math.max(YOUNGEST_HALF_LIFE, this.#days / 3);
    const afforded = Math.min(longestHalfLife, Math.max(shortestHalfLife, memory / perDay));
    this.#age += 1 / Math.min(youth, afforded);
  }

  /** Learns one residual for each of a case's groups. */
  learn(groups: readonly string[], residual: number): void {
    const bin = binOf(residual);
    for (const key of groups) {
      const group = this.#groups.get(key) ?? { counts: new Float64Array(BINS), total: 0, age: this.#age };
      this.#bring(group);
      group.counts[bin]! += 1;
      group.total += 1;
      this.#groups.delete(key);
      this.#groups.set(key, group);
      if (this.#groups.size > this.#options.maxGroups) {
        const oldest = this.#groups.keys().next();
        if (!oldest.done) this.#groups.delete(oldest.value);
      }
    }
  }

  /** The blended curve of a case, its groups given from wide to narrow. */
  curve(groups: readonly string[]): SurvivalCurve {
    let mass: Float64Array = PRIOR;
    let prior = PRIOR_COUNT;
    for (const key of groups) {
      const group = this.#groups.get(key);
      if (group) {
        const keep = this.#kept(group);
        const weight = group.total * keep + prior;
        const next = new Float64Array(BINS);
        for (let bin = 0; bin < BINS; bin++) {
          next[bin] = (smoothed(group.counts, bin) * keep + prior * mass[bin]!) / weight;
        }
        mass = next;
      }
      prior = this.#options.shrinkage;
    }
    const edges = new Float64Array(BINS + 1);
    let left = 0;
    for (let bin = 0; bin < BINS; bin++) left += mass[bin]!;
    edges[0] = 1;
    let gone = 0;
    for (let bin = 0; bin < BINS; bin++) {
      gone += mass[bin]!;
      edges[bin + 1] = Math.max(0, 1 - gone / left);
    }
    edges[BINS] = 0;
    return new SurvivalCurve(edges);
  }

  toJSON(): SpreadState {
    const groups = [...this.#groups].map(([key, group]) => {
      const sparse: number[] = [];
      group.counts.forEach((count, bin) => {
        if (count > 0) sparse.push(bin, count);
      });
      return [key, group.age, group.total, sparse] as const;
    });
    return { age: this.#age, days: this.#days, groups };
  }

  #kept(group: Histogram): number {
    return 2 ** (group.age - this.#age);
  }

  #bring(group: Histogram): void {
    if (group.age === this.#age) return;
    const keep = this.#kept(group);
    let total = 0;
    for (let bin = 0; bin < BINS; bin++) total += group.counts[bin]! *= keep;
    group.total = total;
    group.age = this.#age;
  }
}

/** A bin with its neighbours: a spike of one observation would otherwise decide a promise. */
function smoothed(counts: Float64Array, bin: number): number {
  const low = bin > 0 ? counts[bin - 1]! : counts[bin]!;
  const high = bin < BINS - 1 ? counts[bin + 1]! : counts[bin]!;
  return (low + counts[bin]! + high) / 3;
}
