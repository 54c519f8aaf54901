import { fillOpen } from './fill.ts';
import type { Choice, Compact } from './problem.ts';

/** A good plan quickly: greedy cover, then drops and swaps while they help; null when the greedy cover fails. */
export function goodChoice(c: Compact, count: number, maxShipments: number, rounds: number): Choice | null {
  const start = greedy(c, count, maxShipments);
  return start && improve(c, count, start, rounds);
}

/** Opens the candidate with the least score per newly covered share of the cart, until all is covered. */
function greedy(c: Compact, count: number, maxShipments: number): number[] | null {
  const left = Int32Array.from(c.need);
  const open: number[] = [];
  const places = new Set<number>();
  for (let missing = c.q; missing > 0;) {
    if (open.length >= maxShipments) return null;
    const best = bestRate(c, count, left, places);
    if (best < 0) return null;
    open.push(best);
    places.add(c.location[best]!);
    let room = c.cap[best]!;
    for (let i = 0; i < c.q; i++) {
      const take = Math.min(left[i]!, c.avail[best * c.q + i]!, room);
      room -= take;
      left[i]! -= take;
      if (take > 0 && left[i] === 0) missing--;
    }
  }
  return open;
}

function bestRate(c: Compact, count: number, left: Int32Array, places: ReadonlySet<number>): number {
  let best = -1;
  let rate = Infinity;
  for (let k = 0; k < count; k++) {
    if (places.has(c.location[k]!)) continue;
    let covered = 0;
    let cost = c.fixed[k]!;
    let room = c.cap[k]!;
    for (let i = 0, at = k * c.q; i < c.q; i++, at++) {
      const take = Math.min(left[i]!, c.avail[at]!, room);
      if (take === 0) continue;
      room -= take;
      covered += take / c.need[i]!;
      cost += take * c.unit[at]!;
    }
    if (covered > 0 && cost / covered < rate) {
      rate = cost / covered;
      best = k;
    }
  }
  return best;
}

const scoreOf = (c: Compact, open: readonly number[]): number => {
  const filled = fillOpen(c, open);
  return filled ? filled.score + open.reduce((sum, k) => sum + c.fixed[k]!, 0) : Infinity;
};

interface Scored {
  readonly open: readonly number[];
  readonly score: number;
}

function improve(c: Compact, count: number, start: readonly number[], rounds: number): Choice | null {
  let now: Scored = { open: start, score: scoreOf(c, start) };
  for (let round = 0; round < rounds; round++) {
    const better = bestDrop(c, now) ?? firstSwap(c, count, now);
    if (!better) break;
    now = better;
  }
  const filled = fillOpen(c, now.open);
  return filled && { members: now.open, units: filled.units.map((u) => [...u]), score: now.score };
}

function bestDrop(c: Compact, now: Scored): Scored | null {
  for (const k of now.open) {
    const open = now.open.filter((m) => m !== k);
    const score = scoreOf(c, open);
    if (score < now.score - 1e-9) return { open, score };
  }
  return null;
}

/** Puts another candidate in the place of an open one. */
function firstSwap(c: Compact, count: number, now: Scored): Scored | null {
  const places = new Set(now.open.map((k) => c.location[k]!));
  const worst = now.open.reduce((most, k) => Math.max(most, c.fixed[k]!), 0);
  for (let k = 0; k < count; k++) {
    // What an outsider saves beyond its own score is at most the dearest open shipment.
    if (c.fixed[k]! > 2 * worst) continue;
    for (let a = 0; a < now.open.length; a++) {
      const out = now.open[a]!;
      if (places.has(c.location[k]!) && c.location[out] !== c.location[k]) continue;
      if (c.fixed[k]! - c.fixed[out]! >= now.score) continue;
      const open = now.open.map((m, i) => (i === a ? k : m));
      const score = scoreOf(c, open);
      if (score < now.score - 1e-9) return { open, score };
    }
  }
  return null;
}
