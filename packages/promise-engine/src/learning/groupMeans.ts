/** How one family of effects learns. */
export interface EffectOptions {
  /** Days after which an observation weighs half. */
  readonly halfLifeDays: number;
  /** Observations it takes to believe a group as much as its parent; thin groups stay near zero. */
  readonly shrinkage: number;
  /** Groups kept; beyond it the one unheard of for longest is forgotten. */
  readonly maxGroups: number;
}

interface Group {
  sum: number;
  weight: number;
  day: number;
}

/** State of {@link GroupMeans}: [key, sum, weight, day] from least to most recently heard. */
export type GroupMeansState = readonly (readonly [string, number, number, number])[];

/** Recency-weighted mean per group, believed less when thin, in bounded memory. */
export class GroupMeans {
  readonly #groups = new Map<string, Group>();
  readonly #options: EffectOptions;

  constructor(options: EffectOptions, state: GroupMeansState = []) {
    this.#options = options;
    for (const [key, sum, weight, day] of state) this.#groups.set(key, { sum, weight, day });
  }

  get size(): number {
    return this.#groups.size;
  }

  /** The group's offset from what is known without it; 0 for a group never heard of. */
  offset(key: string): number {
    const group = this.#groups.get(key);
    return group ? group.sum / (group.weight + this.#options.shrinkage) : 0;
  }

  /**
   * What is usual of each group, groups from wide to narrow: a thin one lies near the wider one, one never heard of
   * where that does. Undefined until one was heard of.
   */
  usual(groups: readonly string[]): (number | undefined)[] {
    let wider: number | undefined;
    return groups.map((key) => {
      const group = this.#groups.get(key);
      if (group) {
        const prior = wider === undefined ? 0 : this.#options.shrinkage;
        wider = (group.sum + prior * (wider ?? 0)) / (group.weight + prior);
      }
      return wider;
    });
  }

  /** Learns one residual: observed minus the sum of all effects, this one included. */
  learn(key: string, residual: number, day: number): void {
    this.hear(key, this.offset(key) + residual, day);
  }

  /** Hears one value of a group. */
  hear(key: string, value: number, day: number): void {
    const group = this.#groups.get(key) ?? { sum: 0, weight: 0, day };
    const keep = 2 ** (-Math.max(0, day - group.day) / this.#options.halfLifeDays);
    group.sum = group.sum * keep + value;
    group.weight = group.weight * keep + 1;
    group.day = Math.max(group.day, day);
    this.#groups.delete(key);
    this.#groups.set(key, group);
    if (this.#groups.size > this.#options.maxGroups) {
      const oldest = this.#groups.keys().next();
      if (!oldest.done) this.#groups.delete(oldest.value);
    }
  }

  toJSON(): GroupMeansState {
    return [...this.#groups].map(([key, group]) => [key, group.sum, group.weight, group.day] as const);
  }
}
