import { BranchAndBound } from './branch.ts';
import type { Choice, Compact, SolveOptions } from './problem.ts';
import { goodChoice } from './heuristic.ts';
import { subsetTables, type SubsetTables } from './subsetTables.ts';

/** Result of the exact search, in full scores (base, split correction and lateness included). */
export interface ExactResult {
  /** The best choice scoring below the limit given; null when there is none. */
  readonly choice: Choice | null;
  readonly score: number;
  readonly lowerBound: number;
  readonly complete: boolean;
}

/** A guard against carts that would search for seconds: above it the gap is reported instead. */
const MAX_NODES = 100_000;

/**
 * The best plan of one or more shipments scoring below `limit`. Plans are searched by the day the last shipment
 * arrives: within a day limit lateness is a constant, so the rest is a plain partition of the items.
 */
export function solveExact(c: Compact, o: SolveOptions, limit: number): ExactResult {
  const whole = subsetTables(0, c.q, c.need, true);
  // Pretending that whoever has some has enough, and room for it, bounds every plan from below: a line divided over
  // several places costs at least what all its units cost at the cheapest of them.
  const divisible = c.partial || c.capped;
  const relaxed = divisible ? subsetTables(1, c.q, c.need, false) : whole;
  const last = (1 << c.q) - 1;
  let best: Choice | null = null;
  let below = limit;
  let bound = limit;
  let complete = true;
  let nodes = MAX_NODES;
  for (let from = 0; from < c.n;) {
    const late = c.late[from]!;
    let to = from;
    while (to < c.n && c.late[to] === late) to++;
    const constant = c.base - o.splitScore + late * o.lateScore;
    if (constant >= below) break;
    for (let k = from; k < to; k++) {
      whole.add(c, k, c.fullMask[k]!, below - constant);
      if (relaxed !== whole) relaxed.add(c, k, c.anyMask[k]!, below - constant);
    }
    from = to;
    relaxed.combine();
    if (!(relaxed.part[last]! + constant < below)) continue;
    if (relaxed !== whole) whole.combine();
    const found = wholeChoice(c, whole, last, o.maxShipments);
    if (found && found !== TWINS && found.score + constant < below) {
      best = found;
      below = found.score + constant;
    }
    if (found !== TWINS && (!divisible || (found && found.score <= relaxed.part[last]! + 1e-9))) continue;
    const least = leastScore(relaxed, last, o.maxShipments);
    if (!(least + constant < below - 1e-9)) continue;
    if (!(below < Infinity)) {
      // The search prunes by what is known to be possible: give it something to beat.
      const good = goodChoice(c, to, o.maxShipments, 20);
      if (good) {
        best = good;
        below = good.score + constant;
      }
    }
    const useful = usefulCandidates(c, relaxed, last, to, below - constant);
    const limits = { maxShipments: o.maxShipments, below: below - constant, maxNodes: nodes };
    const search = new BranchAndBound(c, useful, limits).run();
    nodes = Math.max(1000, nodes - search.nodes);
    if (search.choice) {
      best = search.choice;
      below = search.choice.score + constant;
    }
    if (search.lowerBound < below - constant - 1e-6) {
      complete = false;
      bound = Math.min(bound, search.lowerBound + constant);
    }
  }
  return { choice: best, score: below, lowerBound: complete ? below : Math.min(bound, below), complete };
}

/** What any plan of so many shipments scores at least, by tables that never overstate. */
function leastScore(relaxed: SubsetTables, last: number, maxShipments: number): number {
  if (relaxed.parts().length <= maxShipments) return relaxed.part[last]!;
  return relaxed.partsWithin(maxShipments)?.score ?? Infinity;
}

/**
 * The candidates below `count` that could be in a choice scoring less than `below`: with each of the others, even the
 * best relaxed plan of the rest is too dear.
 */
function usefulCandidates(
  c: Compact,
  relaxed: SubsetTables,
  last: number,
  count: number,
  below: number,
): number[] {
  const useful: number[] = [];
  for (let k = 0; k < count; k++) if (relaxed.leastWith(c, k, last) < below) useful.push(k);
  return useful;
}

/** The best partition asks one location to send by two services, which the tables cannot know is not allowed. */
const TWINS = 'TWINS';

/** The best partition into whole items as a choice; null when none is allowed. */
function wholeChoice(
  c: Compact,
  tables: SubsetTables,
  last: number,
  maxShipments: number,
): Choice | typeof TWINS | null {
  if (tables.part[last] === Infinity) return null;
  let parts: readonly number[] = tables.parts();
  let score = tables.part[last]!;
  if (parts.length > maxShipments) {
    const limited = tables.partsWithin(maxShipments);
    if (!limited) return null;
    parts = limited.parts;
    score = limited.score;
  }
  const members = parts.map((s) => tables.bestBy[s]!);
  if (new Set(members.map((k) => c.location[k]!)).size < members.length) {
    return joinTwins(c, members, parts, score);
  }
  const units = parts.map((s) => Array.from({ length: c.q }, (_, i) => (s & (1 << i) ? c.need[i]! : 0)));
  return { members, units, score };
}

/** Two parts by the same candidate are one shipment; by two services of one location they are no plan. */
function joinTwins(
  c: Compact,
  members: readonly number[],
  parts: readonly number[],
  score: number,
): Choice | typeof TWINS {
  const byPlace = new Map<number, { k: number; set: number }>();
  let saved = 0;
  for (const [m, k] of members.entries()) {
    const twin = byPlace.get(c.location[k]!);
    if (twin && twin.k !== k) return TWINS;
    if (twin) saved += c.fixed[k]!;
    byPlace.set(c.location[k]!, { k, set: (twin?.set ?? 0) | parts[m]! });
  }
  const joined = [...byPlace.values()];
  return {
    members: joined.map((j) => j.k),
    units: joined.map((j) => Array.from({ length: c.q }, (_, i) => (j.set & (1 << i) ? c.need[i]! : 0))),
    score: score - saved,
  };
}
