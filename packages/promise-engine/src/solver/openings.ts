import type { Compact } from './problem.ts';

/** The few free candidates that a relaxed plan opens: one per location, the least reduced scores first. */
export class Openings {
  readonly #location: Int32Array;
  readonly #open: Int32Array;
  readonly #score: Float64Array;
  #most = 0;
  /** How many are noted. */
  count = 0;

  constructor(c: Compact, most: number) {
    this.#location = c.location;
    this.#open = new Int32Array(most);
    this.#score = new Float64Array(most);
  }

  /** Forgets all; at most `most` are to be noted. */
  begin(most: number): void {
    this.#most = most;
    this.count = 0;
  }

  /** The nth best. */
  at(n: number): number {
    return this.#open[n]!;
  }

  /** Reduced score of the nth best. */
  scoreAt(n: number): number {
    return this.#score[n]!;
  }

  /** Notes a candidate if it is among the best. */
  offer(k: number, reduced: number): void {
    const open = this.#open;
    const score = this.#score;
    const most = this.#most;
    if (most <= 0 || (this.count === most && !(reduced < score[most - 1]!))) return;
    let at = this.count;
    for (let n = 0; n < this.count; n++) {
      if (this.#location[open[n]!] !== this.#location[k]) continue;
      if (score[n]! <= reduced) return;
      at = n;
      break;
    }
    // A twin gives way; otherwise the list grows, or loses its last.
    if (at === this.count) {
      if (this.count < most) this.count++;
      else at--;
    }
    for (; at > 0 && score[at - 1]! > reduced; at--) {
      open[at] = open[at - 1]!;
      score[at] = score[at - 1]!;
    }
    open[at] = k;
    score[at] = reduced;
  }
}
