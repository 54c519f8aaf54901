import { BranchAndBound } from './branch.ts';
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
    const { n, late } = this.#c;
    this.#note(goodChoice(this.#c, n, this.#o.maxShipments, 4));
    const priced = this.#branch(n, this.#constant(late[0]!), stepsFor(this.#o.effort) / 3).priced();
    this.steps += priced.steps;
    this.#least = priced.lowerBound;
    this.#note(priced.choice);
  }

  searchDays(): void {
    const { n, late } = this.#c;
    const budget = stepsFor(this.#o.effort);
    for (let to = 0; to < n;) {
      const day = late[to]!;
      while (to < n && late[to] === day) to++;
      const constant = this.#constant(day);
      if (constant + this.#least >= this.score) break;
      const left = Math.max(budget / 10, budget - this.steps);
      const found = this.#branch(to, constant, to < n ? left / 2 : left).run();
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

  #branch(count: number, constant: number, maxSteps: number): BranchAndBound {
    const { maxShipments } = this.#o;
    const below = this.score < Infinity ? this.score - constant : dearest(this.#c, count, maxShipments);
    const all = Array.from({ length: count }, (_, k) => k);
    return new BranchAndBound(this.#c, all, { maxShipments, below, maxSteps, start: this.choice });
  }
}
