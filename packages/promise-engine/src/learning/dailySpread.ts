import { SpreadTable } from './spreadTable.ts';
import type { SpreadOptions, SpreadState, SurvivalCurve } from './spreadTable.ts';

/** One delivery's lesson about the spread. */
export interface Residual {
  readonly groups: readonly string[];
  readonly residual: number;
}

export interface DailySpreadState {
  readonly table: SpreadState;
  readonly today: readonly Residual[];
}

/** Callers may ask for lanes never seen; curves of a day are not kept beyond this many. */
const MAX_CURVES = 20_000;

/** A {@link SpreadTable} whose lessons of a day count from the next: a day's curves can be cached. */
export class DailySpread {
  readonly #table: SpreadTable;
  #today: Residual[];
  readonly #curves = new Map<string, SurvivalCurve>();

  constructor(options: SpreadOptions, state?: DailySpreadState) {
    this.#table = new SpreadTable(options, state?.table);
    this.#today = [...(state?.today ?? [])];
  }

  get size(): number {
    return this.#table.size;
  }

  learn(groups: readonly string[], residual: number): void {
    this.#today.push({ groups, residual });
  }

  /** The curve of a case. */
  curve(groups: readonly string[]): SurvivalCurve {
    const key = groups.join(' ');
    let curve = this.#curves.get(key);
    if (!curve) {
      if (this.#curves.size >= MAX_CURVES) this.#curves.clear();
      curve = this.#table.curve(groups);
      this.#curves.set(key, curve);
    }
    return curve;
  }

  weightOf(group: string): number {
    return this.#table.weightOf(group);
  }

  nextDay(perDay: number): void {
    for (const { groups, residual } of this.#today) this.#table.learn(groups, residual);
    this.#today = [];
    this.#curves.clear();
    this.#table.nextDay(perDay);
  }

  toJSON(): DailySpreadState {
    return { table: this.#table.toJSON(), today: [...this.#today] };
  }
}
