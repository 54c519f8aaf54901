import { BranchAndBound } from './branch.ts';
import { goodChoice } from './heuristic.ts';
import { Offers } from './offers.ts';
import type { Choice, Compact, SolveOptions } from './problem.ts';
import { subsetTables, type SubsetTables } from './subsetTables.ts';
import { TWINS, wholeChoice } from './wholeChoice.ts';

/** Result of a search, in full scores (base, split correction and lateness included). */
export interface ExactResult {
  /** The best choice scoring below the limit given; null when none was found. */
  readonly choice: Choice | null;
  readonly score: number;
  readonly lowerBound: number;
  /** Whether nothing better than the choice, or the limit, can exist. */
  readonly complete: boolean;
  /** Steps of one candidate and item the search took. */
  readonly steps: number;
}

/**
 * A guard against carts that would search for seconds, in steps of one candidate and item (some nanoseconds each): above
 * it the gap is reported instead. Counted, not timed, so that the same question has the same answer on every machine.
 */
const stepsFor = (effort: number): number => 60_000_000 * (0.25 + 3 * effort ** 2);

/**
 * The best plan of one or more shipments scoring below `limit`. Plans are searched by the day the last shipment
 * arrives: within a day limit lateness is a constant, so the rest is a plain partition of the items.
 * @param least what every plan scores at least, lateness apart.
 */
export function solveExact(
  c: Compact,
  o: SolveOptions,
  limit: number,
  least = -Infinity,
  maxSteps = stepsFor(o.effort),
): ExactResult {
  const whole = subsetTables(0, c.q, c.need, true);
  // Pretending that whoever has some has enough, and room for it, bounds every plan from below: a line divided over
  // several places costs at least what all its units cost at the cheapest of them.
  const divisible = c.partial || c.capped;
  const relaxed = divisible ? subsetTables(1, c.q, c.need, false) : whole;
  const last = (1 << c.q) - 1;
  let offers: Offers | null = null;
  let best: Choice | null = null;
  let below = limit;
  let bound = Infinity;
  let steps = 0;
  for (let from = 0; from < c.n;) {
    const late = c.late[from]!;
    const constant = c.base - o.splitScore + late * o.lateScore;
    if (constant >= below || least + late * o.lateScore >= below) break;
    for (; from < c.n && c.late[from] === late; from++) {
      whole.add(c, from, c.fullMask[from]!, below - constant);
      if (relaxed !== whole) relaxed.add(c, from, c.anyMask[from]!, below - constant);
    }
    relaxed.combine();
    if (!(relaxed.part[last]! + constant < below)) continue;
    if (relaxed !== whole) whole.combine();
    const found = wholeChoice(c, whole, last, o.maxShipments);
    if (found && found !== TWINS && found.score + constant < below) {
      best = found;
      below = found.score + constant;
    }
    if (found !== TWINS && (!divisible || (found && found.score <= relaxed.part[last]! + 1e-9))) continue;
    const search = divided(
      c,
      o,
      relaxed,
      (offers ??= new Offers(c)),
      from,
      below - constant,
      Math.max(maxSteps / 100, maxSteps - steps),
    );
    steps += search.steps;
    if (search.choice) {
      best = search.choice;
      below = search.choice.score + constant;
    }
    bound = Math.min(bound, search.lowerBound + constant);
  }
  const complete = !(bound < below - 1e-6);
  return { choice: best, score: below, lowerBound: complete ? below : bound, complete, steps };
}

interface Divided {
  readonly choice: Choice | null;
  /** Nothing scores less; infinite when nothing below the limit can exist. */
  readonly lowerBound: number;
  readonly steps: number;
}

/** Searches the first `count` candidates for a choice that divides lines between places and scores below `below`. */
function divided(
  c: Compact,
  o: SolveOptions,
  relaxed: SubsetTables,
  offers: Offers,
  count: number,
  below: number,
  maxSteps: number,
): Divided {
  const last = (1 << c.q) - 1;
  const least = leastScore(relaxed, last, o.maxShipments);
  if (!(least < below - 1e-9)) return { choice: null, lowerBound: Infinity, steps: 0 };
  // The search prunes by what is known to be possible, or at least thinkable: give it something to beat.
  const good = below < Infinity ? null : goodChoice(c, count, o.maxShipments, 8);
  const limit = below < Infinity ? below : (good?.score ?? dearest(c, count, o.maxShipments));
  relaxed.combineAll();
  const useful: number[] = [];
  for (let k = 0; k < count; k++) if (relaxed.leastWith(c, k, last) < limit) useful.push(k);
  const extra = new Float64Array(c.n);
  const limits = { offers, maxShipments: o.maxShipments, extra, below: limit, maxSteps };
  const search = new BranchAndBound(c, Int32Array.from(useful), limits).run();
  const complete = !(search.lowerBound < limit - 1e-6) || search.choice?.score === search.lowerBound;
  return {
    choice: search.choice ?? good,
    lowerBound: complete ? Infinity : Math.max(least, search.lowerBound),
    steps: search.steps,
  };
}

/** What any plan of so many shipments scores at least, by tables that never overstate. */
function leastScore(relaxed: SubsetTables, last: number, maxShipments: number): number {
  if (relaxed.parts().length <= maxShipments) return relaxed.part[last]!;
  return relaxed.partsWithin(maxShipments)?.score ?? Infinity;
}

/** More than any choice among the candidates below `count` can score: what is to be beaten while none is known. */
export function dearest(c: Compact, count: number, maxShipments: number): number {
  const fixed = c.fixed.slice(0, count).sort();
  let score = 1;
  for (let n = Math.max(0, count - maxShipments); n < count; n++) score += Math.max(0, fixed[n]!);
  for (let i = 0; i < c.q; i++) {
    let most = 0;
    for (let k = 0; k < count; k++) most = Math.max(most, c.unit[k * c.q + i]!);
    score += most * c.need[i]!;
  }
  return score;
}
