interface Level {
  sum: number;
  weight: number;
  day: number;
}

/** [key, sum, weight, day] from least to most recently heard. */
export type UsualLevelsState = readonly (readonly [string, number, number, number])[];

const HALF_LIFE_DAYS = 60;
/** Observations it takes to believe a group as much as the one it lies in. */
const SHRINKAGE = 5;
const MAX_GROUPS = 5_000;

/** What a value usually is, per group: recency-weighted means in bounded memory, thin groups like the wider one. */
export class UsualLevels {
  readonly #levels = new Map<string, Level>();

  constructor(state: UsualLevelsState = []) {
    for (const [key, sum, weight, day] of state) this.#levels.set(key, { sum, weight, day });
  }

  /** How far a value is from the usual one of each group, groups from wide to narrow. */
  against(groups: readonly string[], value: number): number[] {
    let usual: number | undefined;
    return groups.map((key) => {
      const level = this.#levels.get(key);
      if (level) {
        const prior = usual === undefined ? 0 : SHRINKAGE;
        usual = (level.sum + prior * (usual ?? 0)) / (level.weight + prior);
      }
      return usual === undefined ? 0 : value - usual;
    });
  }

  learn(groups: readonly string[], value: number, day: number): void {
    for (const key of groups) {
      const level = this.#levels.get(key) ?? { sum: 0, weight: 0, day };
      const keep = 2 ** (-Math.max(0, day - level.day) / HALF_LIFE_DAYS);
      level.sum = level.sum * keep + value;
      level.weight = level.weight * keep + 1;
      level.day = Math.max(level.day, day);
      this.#levels.delete(key);
      this.#levels.set(key, level);
    }
    while (this.#levels.size > MAX_GROUPS) {
      const oldest = this.#levels.keys().next();
      if (oldest.done) break;
      this.#levels.delete(oldest.value);
    }
  }

  toJSON(): UsualLevelsState {
    return [...this.#levels].map(([key, { sum, weight, day }]) => [key, sum, weight, day] as const);
  }
}
