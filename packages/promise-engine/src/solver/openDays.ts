import { BranchAndBound } from './branch.ts';
import type { BranchLimits } from './branchLimits.ts';
import { dearest } from './dearest.ts';
import { goodChoice } from './heuristic.ts';
import { latenessOf, nextDay } from './lateness.ts';
import { Offers } from './offers.ts';
import type { Choice, Compact, ExactResult, SolveOptions } from './problem.ts';
import type { SubsetTables } from './subsetTables.ts';

/** A day of arrival on which dividing lines between places may score less than the best plan of whole lines. */
export interface OpenDay {
  /** Days late. */
  readonly late: number;
  /** The candidates before this one arrive by then. */
  readonly count: number;
  /** What plans of that day score at least, base and lateness apart. */
  readonly least: number;
}

/** A problem of whole lines that was solved, with what its tables tell of divided ones. */
export interface DayProblem {
  readonly c: Compact;
  readonly o: SolveOptions;
  readonly relaxed: SubsetTables;
}

/**
 * Searches the days left open, those near each other together: bounds then know of the first day's lateness alone, but one
 * search does the work of several.
 */
export function searchDays(
  problem: DayProblem,
  days: readonly OpenDay[],
  known: { readonly choice: Choice | null; readonly score: number },
  maxSteps: number,
): ExactResult {
  const { c, o, relaxed } = problem;
  const offers = new Offers(c);
  relaxed.combineAll();
  let { choice: best, score: below } = known;
  let bound = Infinity;
  let steps = 0;
  for (let first = 0; first < days.length;) {
    const { late } = days[first]!;
    const end = nextDay(c, days, first, o.lateScore);
    const constant = c.base - o.splitScore + late * o.lateScore;
    const least = days.slice(first, end).reduce((min, day) => Math.min(min, day.least), Infinity);
    const { count } = days[end - 1]!;
    first = end;
    if (!(least + constant < below - 1e-9)) continue;
    const extra = latenessOf(c, count, late, o.lateScore);
    const left = Math.max(maxSteps / 100, maxSteps - steps);
    const limits = { offers, maxShipments: o.maxShipments, extra, below: below - constant, maxSteps: left };
    const search = divided(problem, count, limits);
    steps += search.steps;
    if (search.choice) {
      best = search.choice;
      below = search.score + constant;
    }
    bound = Math.min(bound, Math.max(least, search.lowerBound) + constant);
  }
  const complete = !(bound < below - 1e-6);
  return { choice: best, score: below, lowerBound: complete ? below : bound, complete, steps };
}

interface Divided {
  readonly choice: Choice | null;
  /** Of the choice, its lateness beyond the first day included. */
  readonly score: number;
  /** Nothing scores less; infinite when nothing below the limit can exist. */
  readonly lowerBound: number;
  readonly steps: number;
}

/** Searches the first `count` candidates for a choice that divides lines between places and scores below the limit. */
function divided({ c, relaxed }: DayProblem, count: number, limits: BranchLimits): Divided {
  const last = (1 << c.q) - 1;
  const { maxShipments, extra, below } = limits;
  // The search prunes by what is known to be possible, or at least thinkable: give it something to beat.
  const good = below < Infinity ? null : goodChoice(c, count, maxShipments, 8);
  const latest = good ? good.members.reduce((most, k) => Math.max(most, extra[k]!), 0) : extra[count - 1]!;
  const possible = latest + (good?.score ?? dearest(c, count, maxShipments));
  const limit = Math.min(below, possible);
  const useful = new Int32Array(count);
  let n = 0;
  for (let k = 0; k < count; k++) if (relaxed.leastWith(c, k, last) + extra[k]! < limit) useful[n++] = k;
  const search = new BranchAndBound(c, useful.subarray(0, n), { ...limits, below: limit }).run();
  const choice = search.choice ?? good;
  const complete = !(search.lowerBound < search.limit - 1e-6);
  return {
    choice,
    score: search.limit,
    lowerBound: complete ? Infinity : search.lowerBound,
    steps: search.steps,
  };
}
