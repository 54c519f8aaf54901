import { BranchAndBound } from './branch.ts';
import type { Floor } from './compact.ts';
import { dearest } from './dearest.ts';
import { goodChoice } from './heuristic.ts';
import { latenessOf, nextCandidate } from './lateness.ts';
import { Offers } from './offers.ts';
import type { Choice, Compact, ExactResult, SolveOptions } from './problem.ts';

/** Steps of a search above the exact size: thirty to sixty milliseconds at the default effort, which few carts use up. */
const stepsFor = (effort: number): number => 200_000 + 24_000_000 * effort ** 2;

/** Best plan found for a cart above the exact size, with a proven lower bound: days of arrival are searched soonest first. */
export function solveLarge(c: Compact, o: SolveOptions, limit: number, floor: Floor): ExactResult {
  const search = new LargeSearch(c, o, limit);
  // What any two shipments score at least, lateness apart.
  const several = 2 * floor.fixed - o.splitScore + floor.units;
  search.run(several);
  const { choice, score } = search;
  const lowerBound = Math.min(score, Math.max(several + floor.late * o.lateScore, search.lowerBound));
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
  readonly #offers: Offers;

  constructor(c: Compact, o: SolveOptions, limit: number) {
    this.#c = c;
    this.#o = o;
    this.#offers = new Offers(c);
    this.score = limit;
  }

  /** Score that all plans have whose last shipment is so many days late. */
  #constant(late: number): number {
    return this.#c.base - this.#o.splitScore + late * this.#o.lateScore;
  }

  run(several: number): void {
    const c = this.#c;
    const { maxShipments, lateScore, effort } = this.#o;
    this.#note(goodChoice(c, c.n, maxShipments, 1));
    const budget = stepsFor(effort);
    for (let from = 0; from < c.n;) {
      const day = c.late[from]!;
      const to = nextCandidate(c, from, lateScore);
      const constant = this.#constant(day);
      if (several + day * lateScore >= this.score) break;
      const extra = latenessOf(c, to, day, lateScore);
      const known = this.score < Infinity;
      const below = known ? this.score - constant : dearest(c, to, maxShipments) + extra[to - 1]!;
      const left = Math.max(budget / 10, budget - this.steps);
      const maxSteps = to < c.n ? left / 2 : left;
      const use = Int32Array.from({ length: to }, (_, k) => k);
      const limits = { offers: this.#offers, maxShipments, extra, below, maxSteps, start: this.choice };
      const found = new BranchAndBound(c, use, limits).run();
      this.steps += found.steps;
      this.#note(found.choice);
      from = to;
      // Nothing better by this day leaves the bound to the other days.
      if (found.lowerBound >= found.limit - 1e-9) continue;
      this.lowerBound = Math.min(this.lowerBound, constant + found.lowerBound);
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
}
