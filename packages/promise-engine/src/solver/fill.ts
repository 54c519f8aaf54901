import type { Compact } from './problem.ts';

/** Units per member and item at least relative score; null when the members cannot serve the need. */
export interface Filled {
  readonly units: Int32Array[];
  readonly score: number;
}

/** Serves the need from an open set of candidates: cheapest first per item, flows when capacity binds. */
export function fillOpen(c: Compact, members: readonly number[]): Filled | null {
  const units = members.map(() => new Int32Array(c.q));
  let score = 0;
  for (let i = 0; i < c.q; i++) {
    let rest = c.need[i]!;
    const order = members
      .map((_, m) => m)
      .filter((m) => c.avail[members[m]! * c.q + i]! > 0)
      .sort((a, b) => c.unit[members[a]! * c.q + i]! - c.unit[members[b]! * c.q + i]!);
    for (const m of order) {
      const take = Math.min(rest, c.avail[members[m]! * c.q + i]!);
      units[m]![i] = take;
      score += take * c.unit[members[m]! * c.q + i]!;
      rest -= take;
      if (rest === 0) break;
    }
    if (rest > 0) return null;
  }
  const over = members.some((k, m) => units[m]!.reduce((sum, u) => sum + u, 0) > c.cap[k]!);
  return over ? fillByFlow(c, members) : { units, score };
}

/** By member: units it can still take. */
const freeUnits = new Int32Array(64);

/**
 * What an open set scores, fixed scores included; infinite when it cannot serve the need. Scores not below `limit` may be
 * understated. Allocates only where capacity binds.
 */
export function costOf(c: Compact, members: readonly number[], limit = Infinity): number {
  const { q, avail, unit, need } = c;
  let score = 0;
  for (let m = 0; m < members.length; m++) {
    score += c.fixed[members[m]!]!;
    freeUnits[m] = c.cap[members[m]!]!;
  }
  for (let i = 0; i < q; i++) {
    let rest = need[i]!;
    // The cheapest first; ties and members already used are told apart by position.
    for (let last = -1, lastUnit = -Infinity; rest > 0;) {
      let best = -1;
      let least = Infinity;
      for (let m = 0; m < members.length; m++) {
        const at = members[m]! * q + i;
        const value = unit[at]!;
        if (avail[at] === 0 || value >= least || value < lastUnit || (value === lastUnit && m <= last))
          continue;
        best = m;
        least = value;
      }
      if (best < 0) return Infinity;
      const units = Math.min(rest, avail[members[best]! * q + i]!);
      score += units * least;
      rest -= units;
      freeUnits[best]! -= units;
      last = best;
      lastUnit = least;
    }
  }
  // A bound on units only adds to the score: nobody asks by how much once the limit is reached.
  if (!c.capped || score >= limit) return score;
  for (let m = 0; m < members.length; m++) if (freeUnits[m]! < 0) return costByFlow(c, members);
  return score;
}

function costByFlow(c: Compact, members: readonly number[]): number {
  const filled = fillByFlow(c, members);
  return filled ? members.reduce((sum, k) => sum + c.fixed[k]!, filled.score) : Infinity;
}

/** Successive shortest paths on the small graph items -> members, each arc with its stock, members with caps. */
function fillByFlow(c: Compact, members: readonly number[]): Filled | null {
  const units = members.map(() => new Int32Array(c.q));
  const used = members.map(() => 0);
  for (let i = 0; i < c.q; i++) {
    let rest = c.need[i]!;
    while (rest > 0) {
      const path = cheapestPath(c, members, units, used, i);
      if (!path) return null;
      const amount = Math.min(rest, path.amount);
      for (const [m, item, sign] of path.steps) units[m]![item]! += sign * amount;
      used[path.end]! += amount;
      rest -= amount;
    }
  }
  let score = 0;
  members.forEach((k, m) => units[m]!.forEach((u, i) => (score += u * c.unit[k * c.q + i]!)));
  return { units, score };
}

interface Path {
  readonly steps: readonly (readonly [member: number, item: number, sign: 1 | -1])[];
  readonly end: number;
  readonly amount: number;
}

/** Bellman-Ford from an item to a member with free capacity, through swaps of other items. */
function cheapestPath(
  c: Compact,
  members: readonly number[],
  units: readonly Int32Array[],
  used: readonly number[],
  start: number,
): Path | null {
  const count = members.length;
  const toItem = new Float64Array(c.q).fill(Infinity);
  const toMember = new Float64Array(count).fill(Infinity);
  const itemFrom = new Int32Array(c.q).fill(-1);
  const memberFrom = new Int32Array(count).fill(-1);
  toItem[start] = 0;
  for (let round = 0, moved = true; moved && round < count + c.q + 1; round++) {
    moved = false;
    for (let i = 0; i < c.q; i++) {
      if (toItem[i] === Infinity) continue;
      for (let m = 0; m < count; m++) {
        const at = members[m]! * c.q + i;
        const cost = toItem[i]! + c.unit[at]!;
        if (units[m]![i]! < c.avail[at]! && cost < toMember[m]! - 1e-9) {
          toMember[m] = cost;
          memberFrom[m] = i;
          moved = true;
        }
      }
    }
    for (let m = 0; m < count; m++) {
      if (toMember[m] === Infinity) continue;
      for (let i = 0; i < c.q; i++) {
        const cost = toMember[m]! - c.unit[members[m]! * c.q + i]!;
        if (units[m]![i]! > 0 && i !== start && cost < toItem[i]! - 1e-9) {
          toItem[i] = cost;
          itemFrom[i] = m;
          moved = true;
        }
      }
    }
  }
  const { end, amount: free } = nearestWithCapacity(c, members, used, toMember);
  if (end < 0) return null;
  const steps = stepsBack(memberFrom, itemFrom, start, end);
  let amount = free;
  for (const [m, i, sign] of steps)
    amount = Math.min(amount, sign > 0 ? c.avail[members[m]! * c.q + i]! - units[m]![i]! : units[m]![i]!);
  return { steps, end, amount };
}

/** The member with free capacity that is reached at the least cost, and how much it has free; -1 when there is none. */
function nearestWithCapacity(
  c: Compact,
  members: readonly number[],
  used: readonly number[],
  toMember: Float64Array,
): { readonly end: number; readonly amount: number } {
  let end = -1;
  members.forEach((k, m) => {
    if (used[m]! < c.cap[k]! && toMember[m]! < Infinity && (end < 0 || toMember[m]! < toMember[end]!))
      end = m;
  });
  return { end, amount: end < 0 ? 0 : c.cap[members[end]!]! - used[end]! };
}

/** The steps of a path from its end back to the item it starts from. */
function stepsBack(memberFrom: Int32Array, itemFrom: Int32Array, start: number, end: number): Path['steps'] {
  const steps: [number, number, 1 | -1][] = [];
  for (let m = end; ;) {
    const i = memberFrom[m]!;
    steps.push([m, i, 1]);
    if (i === start) return steps;
    m = itemFrom[i]!;
    steps.push([m, i, -1]);
  }
}
