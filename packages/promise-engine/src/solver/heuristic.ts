import { costOf, fillOpen } from './fill.ts';
import type { Choice, Compact } from './problem.ts';

/** Candidates a local search tries; those that look best. */
const POOL = 64;

/** A good plan quickly: greedy cover, then drops and swaps while they help; null when the greedy cover fails. */
export function goodChoice(c: Compact, count: number, maxShipments: number, rounds: number): Choice | null {
  const rates = new Float64Array(count);
  for (let k = 0; k < count; k++) rates[k] = rateOf(c, k, c.need);
  const all = Array.from({ length: count }, (_, k) => k);
  const pool = count <= POOL ? all : all.sort((a, b) => rates[a]! - rates[b]!).slice(0, POOL);
  const start = greedy(c, count <= POOL ? pool : null, count, maxShipments);
  return start && improve(c, pool, start, maxShipments, rounds);
}

/** A plan from a pool of candidates, best first: greedily by rate and in the order given, each improved. */
export function choiceFromPool(
  c: Compact,
  ordered: readonly number[],
  maxShipments: number,
  rounds: number,
): Choice | null {
  const pool = ordered.slice(0, POOL);
  let best: Choice | null = null;
  for (const start of [inOrder(c, ordered, maxShipments), greedy(c, pool, pool.length, maxShipments)]) {
    const choice = start && improve(c, pool, start, maxShipments, rounds);
    if (choice && (best === null || choice.score < best.score)) best = choice;
  }
  return best;
}

/** Opens candidates in their order wherever they bring something that is still missing. */
function inOrder(c: Compact, ordered: readonly number[], maxShipments: number): number[] | null {
  const left = Int32Array.from(c.need);
  const open: number[] = [];
  let missing = c.total;
  for (const k of ordered) {
    if (missing === 0 || open.length >= maxShipments) break;
    if (open.some((m) => c.location[m] === c.location[k])) continue;
    const taken = take(c, k, left);
    if (taken === 0) continue;
    missing -= taken;
    open.push(k);
  }
  return missing === 0 ? open : null;
}

/** Takes what a candidate has of what is left; returns the units taken. */
function take(c: Compact, k: number, left: Int32Array): number {
  let free = c.cap[k]!;
  for (let i = 0, at = k * c.q; i < c.q && free > 0; i++, at++) {
    const units = Math.min(left[i]!, c.avail[at]!, free);
    free -= units;
    left[i]! -= units;
  }
  return c.cap[k]! - free;
}

/** Opens the candidate with the least score per newly covered share of the cart, until all is covered. */
function greedy(
  c: Compact,
  pool: readonly number[] | null,
  count: number,
  maxShipments: number,
): number[] | null {
  const left = Int32Array.from(c.need);
  const open: number[] = [];
  for (let missing = c.total; missing > 0;) {
    if (open.length >= maxShipments) return null;
    let best = -1;
    let least = Infinity;
    for (let n = 0; n < count; n++) {
      const k = pool === null ? n : pool[n]!;
      const rate = rateOf(c, k, left);
      if (rate >= least || open.some((m) => c.location[m] === c.location[k])) continue;
      least = rate;
      best = k;
    }
    if (best < 0) return null;
    open.push(best);
    missing -= take(c, best, left);
  }
  return open;
}

/** Score per share of the cart that a candidate would cover of what is left; infinite when nothing. */
function rateOf(c: Compact, k: number, left: Int32Array): number {
  let covered = 0;
  let cost = c.fixed[k]!;
  let free = c.cap[k]!;
  for (let i = 0, at = k * c.q; i < c.q; i++, at++) {
    const units = Math.min(left[i]!, c.avail[at]!, free);
    if (units === 0) continue;
    free -= units;
    covered += units / c.need[i]!;
    cost += units * c.unit[at]!;
  }
  return covered > 0 ? cost / covered : Infinity;
}

/** Drops, swaps and, where two may become one, joins candidates while that helps. */
export function improve(
  c: Compact,
  pool: readonly number[],
  start: readonly number[],
  maxShipments: number,
  rounds: number,
): Choice | null {
  const open = [...start];
  let score = costOf(c, open);
  for (let round = 0; round < rounds; round++) {
    const before = score;
    score = drop(c, open, score);
    score = swap(c, pool, open, score);
    if (!(score < before - 1e-9)) break;
  }
  const filled = open.length <= maxShipments ? fillOpen(c, open) : null;
  return filled && { members: open, units: filled.units.map((u) => [...u]), score };
}

/** Closes candidates without which the plan scores less. */
function drop(c: Compact, open: number[], before: number): number {
  let score = before;
  for (let a = 0; a < open.length; a++) {
    const [out] = open.splice(a, 1);
    const now = costOf(c, open, score);
    if (now < score - 1e-9) {
      score = now;
      a--;
    } else open.splice(a, 0, out!);
  }
  return score;
}

/** Puts another candidate in the place of an open one wherever that scores less. */
function swap(c: Compact, pool: readonly number[], open: number[], before: number): number {
  let score = before;
  for (const k of pool) {
    const twin = open.findIndex((m) => c.location[m] === c.location[k]);
    if (twin >= 0 && open[twin] === k) continue;
    let at = -1;
    for (let a = 0; a < open.length; a++) {
      if (twin >= 0 && a !== twin) continue;
      const out = open[a]!;
      open[a] = k;
      const now = costOf(c, open, score);
      open[a] = out;
      if (now < score - 1e-9) {
        score = now;
        at = a;
      }
    }
    if (at >= 0) open[at] = k;
  }
  return score;
}
