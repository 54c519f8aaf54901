/** Deliveries per fortnight it takes to believe half of a movement. */
const BELIEF = 500;
const FORTNIGHT = 14;

export interface CentreDriftState {
  readonly level: number;
  /** Yesterday's expectation (logarithm) of each recent order. */
  readonly last: readonly (readonly [string, number])[];
}

/**
 * How far expectations as a whole have moved. Errors of old promises are errors of what was expected then; as far as
 * expectations have moved since, today's would not make them, and they must not widen or shift today's spread. Thin
 * data move expectations by chance alone, so a movement is believed by the deliveries it rests on.
 */
export class CentreDrift {
  private current: number;
  private last: Map<string, number>;

  constructor(state?: CentreDriftState) {
    this.current = state?.level ?? 0;
    this.last = new Map(state?.last ?? []);
  }

  /** Believed movement so far, in logarithms; only differences mean anything. */
  get level(): number {
    return this.current;
  }

  /** Takes tonight's expectations of recent orders. `perDay`: deliveries a day. */
  nextDay(expectations: ReadonlyMap<string, number>, perDay: number): void {
    let moved = 0;
    let count = 0;
    for (const [id, now] of expectations) {
      const before = this.last.get(id);
      if (before === undefined) continue;
      moved += now - before;
      count += 1;
    }
    const heard = perDay * FORTNIGHT;
    if (count > 0) this.current += (moved / count) * (heard / (heard + BELIEF));
    this.last = new Map(expectations);
  }

  toJSON(): CentreDriftState {
    return { level: this.current, last: [...this.last] };
  }
}
