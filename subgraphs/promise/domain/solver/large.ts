import { BranchAndBound, type BranchLimits } from './branch.ts';
import type { Floor } from './compact.ts';
import type { ExactResult } from './exact.ts';
import { dearest } from './exact.ts';
import { goodChoice } from './heuristic.ts';
import type { Choice, Compact, SolveOptions } from './problem.ts';

/** Steps of a search above the exact size: ten to thirty milliseconds at the default effort. */
const stepsFor = (effort: number): number => 200_000 + 24_000_000 * effort ** 2;

/**
 * Best plan found for a cart above the exact size, with a proven lower bound. First everything that can arrive at all is
 * priced at once, which bounds all plans and suggests some; then days of arrival are searched in turn, soonest first.
 */
export function solveLarge(c: Compact, o: SolveOptions, limit: number, floor: Floor): ExactResult {
  const search = new LargeSearch(c, o, limit);
  search.priceAll();
  search.searchDays();
  const several = 2 * floor.fixed - o.splitScore + floor.units + floor.late * o.lateScore;
  const { choice, score } = search;
  const lowerBound = Math.min(score, Math.max(several, search.lowerBound));
  const complete = score - lowerBound <= 1e-6 * Math.max(1, Math.abs(score));
  return { choice, score, lowerBound, steps: search.steps, complete };
}

class LargeSearch {
  choice: Choice | null = null;
  score: number;
  lowerBound = Infinity;
  steps = 0;
  readonly #c: Compact;
  readonly #o: SolveOptions;
  /** What any choice scores at least, lateness apart. */
  #least = -Infinity;
  #prices: Float64Array = new Float64Array(0);
  /** Candidates that may be in a plan better than the best known when all were priced. */
  #useful: Int32Array = new Int32Array(0);

  constructor(c: Compact, o: SolveOptions, limit: number) {
    this.#c = c;
    this.#o = o;
    this.score = limit;
  }

  /** Score that all plans have whose last shipment is so many days late. */
  #constant(late: number): number {
    return this.#c.base - this.#o.splitScore + late * this.#o.lateScore;
  }

  priceAll(): void {
    const c = this.#c;
    const { lateScore, maxShipments, effort } = this.#o;
    this.#note(goodChoice(c, c.n, maxShipments, 4));
    const first = c.late[0]!;
    const all = Int32Array.from({ length: c.n }, (_, k) => k);
    const search = this.#branch(all, this.#constant(first), stepsFor(effort) / 3, this.choice, true);
    const priced = search.priced();
    this.steps += priced.steps;
    this.#least = priced.lowerBound;
    this.#note(priced.choice);
    this.#prices = search.prices;
    const extra = (k: number): number => (c.late[k]! - first) * lateScore;
    this.#useful = search.useful(this.score - this.#constant(first), extra).sort();
  }

  searchDays(): void {
    const { late } = this.#c;
    const useful = this.#useful;
    const budget = stepsFor(this.#o.effort);
    for (let to = 0; to < useful.length;) {
      const day = late[useful[to]!]!;
      while (to < useful.length && late[useful[to]!] === day) to++;
      const constant = this.#constant(day);
      if (constant + this.#least >= this.score) break;
      const left = Math.max(budget / 10, budget - this.steps);
      const some = useful.subarray(0, to);
      const found = this.#branch(some, constant, to < useful.length ? left / 2 : left, this.#prices).run();
      this.steps += found.steps;
      this.#note(found.choice);
      // Nothing better by this day leaves the bound to the other days.
      if (found.lowerBound >= found.limit - 1e-9) continue;
      this.lowerBound = Math.min(this.lowerBound, constant + Math.max(this.#least, found.lowerBound));
    }
  }

  /** Takes a choice over when it scores less, lateness included. */
  #note(choice: Choice | null): void {
    if (!choice) return;
    const day = choice.members.reduce((most, k) => Math.max(most, this.#c.late[k]!), 0);
    const score = choice.score + this.#constant(day);
    if (score >= this.score) return;
    this.choice = choice;
    this.score = score;
  }

  #branch(
    use: Int32Array,
    constant: number,
    maxSteps: number,
    start: BranchLimits['start'],
    inTime = false,
  ): BranchAndBound {
    const { maxShipments } = this.#o;
    const below = this.score < Infinity ? this.score - constant : dearest(this.#c, this.#c.n, maxShipments);
    return new BranchAndBound(this.#c, use, { maxShipments, below, maxSteps, start: start ?? null, inTime });
  }
}
