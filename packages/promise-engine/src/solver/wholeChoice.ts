import type { Choice, Compact } from './problem.ts';
import type { SubsetTables } from './subsetTables.ts';

/** The best partition asks a location to send by two services, or beyond its capacity: what the tables cannot know of. */
export const TWINS = 'TWINS';

/** The best partition into whole items as a choice; null when none is allowed. */
export function wholeChoice(
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

/** Two parts by the same candidate are one shipment; by two services of one location, or beyond the capacity for both, they are no plan. */
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
    const set = (twin?.set ?? 0) | parts[m]!;
    // Each part fits into the capacity there is; together they need not.
    if (c.capped && unitsOf(c, set) > c.cap[k]!) return TWINS;
    byPlace.set(c.location[k]!, { k, set });
  }
  const joined = [...byPlace.values()];
  return {
    members: joined.map((j) => j.k),
    units: joined.map((j) => Array.from({ length: c.q }, (_, i) => (j.set & (1 << i) ? c.need[i]! : 0))),
    score: score - saved,
  };
}

function unitsOf(c: Compact, set: number): number {
  let units = 0;
  for (let i = 0; i < c.q; i++) if (set & (1 << i)) units += c.need[i]!;
  return units;
}
