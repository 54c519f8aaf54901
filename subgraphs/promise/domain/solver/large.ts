import type { Floor } from './compact.ts';
import type { ExactResult } from './exact.ts';
import { fillOpen } from './fill.ts';
import { dualBound } from './dualBound.ts';
import type { Choice, Compact, SolveOptions } from './problem.ts';

/** Best plan found for a cart above the exact size, with a proven lower bound. */
export function solveLarge(c: Compact, o: SolveOptions, limit: number, floor: Floor): ExactResult {
  let best: Choice | null = null;
  let below = limit;
  let bound = Infinity;
  for (let to = 0; to < c.n;) {
    const late = c.late[to]!;
    while (to < c.n && c.late[to] === late) to++;
    const constant = c.base - o.splitScore + late * o.lateScore;
    if (constant >= below) break;
    bound = Math.min(bound, constant + dualBound(c, to));
    const open = greedy(c, to, o.maxShipments);
    if (!open) continue;
    const rounds = Math.round(2 + 30 * o.effort);
    const choice = improve(c, to, open, o.maxShipments, rounds);
    if (choice && choice.score + constant < below) {
      best = choice;
      below = choice.score + constant;
    }
  }
  const several = 2 * floor.fixed - o.splitScore + floor.units + floor.late * o.lateScore;
  const lowerBound = Math.min(below, Math.max(several, bound));
  return { choice: best, score: below, lowerBound, complete: below - lowerBound <= 1e-6 };
}

/** Opens the candidate with the least score per newly covered share of the cart, until all is covered. */
function greedy(c: Compact, count: number, maxShipments: number): number[] | null {
  const left = Int32Array.from(c.need);
  const open: number[] = [];
  const places = new Set<number>();
  for (let missing = c.q; missing > 0;) {
    if (open.length >= maxShipments) return null;
    let best = -1;
    let rate = Infinity;
    for (let k = 0; k < count; k++) {
      if (places.has(c.location[k]!)) continue;
      let covered = 0;
      let cost = c.fixed[k]!;
      for (let i = 0; i < c.q; i++) {
        const take = Math.min(left[i]!, c.avail[k * c.q + i]!);
        if (take === 0) continue;
        covered += take / c.need[i]!;
        cost += take * c.unit[k * c.q + i]!;
      }
      if (covered > 0 && cost / covered < rate) {
        rate = cost / covered;
        best = k;
      }
    }
    if (best < 0) return null;
    open.push(best);
    places.add(c.location[best]!);
    for (let i = 0; i < c.q; i++) {
      if (left[i] === 0) continue;
      left[i] = Math.max(0, left[i]! - c.avail[best * c.q + i]!);
      if (left[i] === 0) missing--;
    }
  }
  return open;
}

const scoreOf = (c: Compact, open: readonly number[]): number => {
  const filled = fillOpen(c, open);
  return filled ? filled.score + open.reduce((sum, k) => sum + c.fixed[k]!, 0) : Infinity;
};

/** Drops, swaps and additions while they help. */
function improve(
  c: Compact,
  count: number,
  start: readonly number[],
  maxShipments: number,
  rounds: number,
): Choice | null {
  let open = [...start];
  let score = scoreOf(c, open);
  for (let round = 0; round < rounds; round++) {
    const better = bestDrop(c, open, score) ?? bestSwap(c, count, open, score, maxShipments);
    if (!better) break;
    open = better.open;
    score = better.score;
  }
  const filled = fillOpen(c, open);
  return filled && open.length <= maxShipments
    ? { members: open, units: filled.units.map((u) => [...u]), score }
    : null;
}

function bestDrop(
  c: Compact,
  open: readonly number[],
  score: number,
): { open: number[]; score: number } | null {
  for (const k of open) {
    const without = open.filter((m) => m !== k);
    const value = scoreOf(c, without);
    if (value < score - 1e-9) return { open: without, score: value };
  }
  return null;
}

/** Puts another candidate in the place of one or two open ones, the cheapest outsiders first. */
function bestSwap(
  c: Compact,
  count: number,
  open: readonly number[],
  score: number,
  maxShipments: number,
): { open: number[]; score: number } | null {
  const places = new Set(open.map((k) => c.location[k]!));
  for (let k = 0; k < count; k++) {
    for (let a = 0; a < open.length; a++) {
      if (places.has(c.location[k]!) && c.location[open[a]!] !== c.location[k]) continue;
      if (c.fixed[k]! - c.fixed[open[a]!]! >= score) continue;
      const one = open.map((m, i) => (i === a ? k : m));
      const value = scoreOf(c, one);
      if (value < score - 1e-9 && one.length <= maxShipments) return { open: one, score: value };
    }
  }
  return null;
}
