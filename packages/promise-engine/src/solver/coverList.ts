import type { Compact } from './problem.ts';

/** What is searched below a node of the branch and bound. */
export interface CoverTask {
  /** Candidates that are open already. */
  readonly open: readonly number[];
  /** Candidates that may join them, at most one of a location. */
  readonly use: Int32Array;
  /** By candidate: its fixed score less what it earns at the prices. */
  readonly reduced: Float64Array;
  /** What every plan scores at least at the prices, before the reduced scores of those that join. */
  readonly base: number;
  /** By candidate: what its lateness adds; the latest of a plan is charged. */
  readonly extra: Float64Array;
  /** How many join. */
  readonly slots: number;
  /** Only plans scoring less are of interest. */
  readonly below: number;
}

/** Candidates in order of what they add at given prices, the least first, side by side for the loops that go through them. */
export class CoverList {
  readonly #location: Int32Array;
  count = 0;
  /** By position: the candidate, what it adds, what its lateness adds, and the next of its location in a circular list. */
  candidate = new Int32Array(0);
  score = new Float64Array(0);
  extra = new Float64Array(0);
  twin = new Int32Array(0);
  /** By number of members: the least they can add. */
  least = new Float64Array(0);

  constructor(c: Compact) {
    this.#location = c.location;
  }

  /** Lists those that may be in a plan below the limit of at most so many more members. */
  fill({ use, reduced, extra, base, slots, below }: CoverTask): void {
    this.#reserve(use.length, slots);
    const { candidate, score, least } = this;
    const order = use.toSorted((a, b) => reduced[a]! - reduced[b]!);
    let others = 0;
    for (let m = 1; m <= slots; m++) {
      least[m] = least[m - 1]! + (m <= order.length ? reduced[order[m - 1]!]! : Infinity);
      if (m < slots && least[m]! < others) others = least[m]!;
    }
    let count = 0;
    for (const k of order) {
      if (base + reduced[k]! + others >= below) break;
      if (base + reduced[k]! + others + extra[k]! >= below) continue;
      candidate[count] = k;
      this.extra[count] = extra[k]!;
      score[count++] = reduced[k]!;
    }
    this.count = count;
    this.#linkTwins();
  }

  /** How many of the list add less than so much. */
  prefix(most: number): number {
    const { score } = this;
    let low = 0;
    for (let high = this.count; low < high;) {
      const middle = (low + high) >> 1;
      if (score[middle]! < most) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #reserve(count: number, slots: number): void {
    if (this.least.length <= slots) this.least = new Float64Array(slots + 1);
    if (this.candidate.length >= count) return;
    this.candidate = new Int32Array(count);
    this.score = new Float64Array(count);
    this.extra = new Float64Array(count);
    this.twin = new Int32Array(count);
  }

  #linkTwins(): void {
    const last = new Map<number, number>();
    for (let p = 0; p < this.count; p++) {
      const l = this.#location[this.candidate[p]!]!;
      const before = last.get(l);
      this.twin[p] = before === undefined ? p : this.twin[before]!;
      if (before !== undefined) this.twin[before] = p;
      last.set(l, p);
    }
  }
}
