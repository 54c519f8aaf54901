import { searchDays, type OpenDay } from './openDays.ts';
import type { Choice, Compact, ExactResult, SolveOptions } from './problem.ts';
import { subsetTables, type SubsetTables } from './subsetTables.ts';
import { TWINS, wholeChoice } from './wholeChoice.ts';

/**
 * A guard against carts that would search for seconds, in steps of one candidate and item (some nanoseconds each): above
 * it the gap is reported instead. Counted, not timed, so that the same question has the same answer on every machine.
 */
const stepsFor = (effort: number): number => 60_000_000 * (0.25 + 3 * effort ** 2);

/**
 * The best plan of one or more shipments scoring below `limit`. Plans are looked at by the day the last shipment
 * arrives: within a day limit lateness is a constant, so the rest is a plain partition of the items. Days on which dividing
 * lines between places could score less are searched afterwards.
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
  // Pretending that whoever has some has enough, and the capacity for it, bounds every plan from below: a line divided over
  // several places costs at least what all its units cost at the cheapest of them.
  const divisible = c.partial || c.capped;
  const relaxed = divisible ? subsetTables(1, c.q, c.need, false) : whole;
  const last = (1 << c.q) - 1;
  const days: OpenDay[] = [];
  let best: Choice | null = null;
  let below = limit;
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
    days.push({ late, count: from, least: leastScore(relaxed, last, o.maxShipments) });
  }
  const known = { choice: best, score: below };
  if (days.length === 0) return { ...known, lowerBound: below, complete: true, steps: 0 };
  return searchDays({ c, o, relaxed }, days, known, maxSteps);
}

/** What any plan of so many shipments scores at least, by tables that never overstate. */
function leastScore(relaxed: SubsetTables, last: number, maxShipments: number): number {
  if (relaxed.parts().length <= maxShipments) return relaxed.part[last]!;
  return relaxed.partsWithin(maxShipments)?.score ?? Infinity;
}
