import { BranchAndBound } from './branch.ts';
import type { Floor } from './compact.ts';
import type { ExactResult } from './exact.ts';
import { goodChoice } from './heuristic.ts';
import type { Choice, Compact, SolveOptions } from './problem.ts';

/** Best plan found for a cart above the exact size, with a proven lower bound. */
export function solveLarge(c: Compact, o: SolveOptions, limit: number, floor: Floor): ExactResult {
  let best: Choice | null = null;
  let below = limit;
  let bound = Infinity;
  const maxSteps = Math.round(1e5 + 2e7 * o.effort ** 2);
  let steps = 0;
  for (let to = 0; to < c.n;) {
    const late = c.late[to]!;
    while (to < c.n && c.late[to] === late) to++;
    const constant = c.base - o.splitScore + late * o.lateScore;
    if (constant >= below) break;
    const good = goodChoice(c, to, o.maxShipments, Math.round(20 * o.effort ** 2));
    if (good && good.score + constant < below) {
      best = good;
      below = good.score + constant;
    }
    const limits = {
      maxShipments: o.maxShipments,
      below: below - constant,
      maxSteps: Math.max(1e5, maxSteps - steps),
    };
    const all = Array.from({ length: to }, (_, k) => k);
    const search = new BranchAndBound(c, all, limits).run();
    steps += search.steps;
    if (search.choice && search.choice.score + constant < below) {
      best = search.choice;
      below = search.choice.score + constant;
    }
    bound = Math.min(bound, constant + search.lowerBound);
  }
  const several = 2 * floor.fixed - o.splitScore + floor.units + floor.late * o.lateScore;
  const lowerBound = Math.min(below, Math.max(several, bound));
  return {
    choice: best,
    score: below,
    lowerBound,
    steps,
    complete: below - lowerBound <= 1e-6 * Math.max(1, Math.abs(below)),
  };
}
