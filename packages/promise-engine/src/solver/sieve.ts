import type { Scratch } from '../workspace/scratch.ts';
import { divideAll, divideLast, partsOf, type Partition } from './partition.ts';
import { EXACT_ITEMS, type Plan, type SolveOptions } from './problem.ts';

/** What is known before any column is laid out for the search. */
export interface Sieved {
  /** Only plans scoring less are of interest, or as much as the one found. */
  readonly limit: number;
  /** A plan of whole lines; null when none scored below the limit given. */
  readonly plan: Pick<Plan, 'columns' | 'units' | 'score'> | null;
  /** What every plan scores at least, lateness apart. */
  readonly least: number;
  /** By set of articles a column has some of: what every plan with it scores at least beside its fixed score and lateness. */
  readonly beside: Float64Array;
}

const SIZE = 1 << EXACT_ITEMS;
/** By set: weight and units of the cart's need of it. */
const kg = new Float64Array(SIZE);
const units = new Int32Array(SIZE);
/** By set: least score of one column that sends it, pretending that who has some has enough; and of any partition. */
const some: Partition = tables();
/** The same for columns that have all of it, their own lateness included in part; which one, and its part of a partition. */
const full: Partition = tables();
const fullBy = new Int32Array(SIZE);
const beside = new Float64Array(SIZE);

function tables(): Partition {
  return { single: new Float64Array(SIZE), part: new Float64Array(SIZE), partOf: new Int32Array(SIZE) };
}

/**
 * Bounds plans from both sides by the sets of articles that columns have, so that of thousands of columns only those
 * that could be in a better plan are looked at closely.
 */
export function sieve(scratch: Scratch, o: SolveOptions, limit: number): Sieved {
  const q = o.need.length;
  const size = 1 << q;
  const last = size - 1;
  weigh(o, size);
  offer(scratch, o, size);
  spread(size);
  divideAll(some, size);
  divideLast(full, size);
  const plan = planOf(scratch, o, last, limit);
  besideSets(scratch, size);
  // A little more than the plan's own, so that the search meets it again unless it finds a better one.
  const below = plan === null ? limit : plan.score + 1e-9 * Math.abs(plan.score);
  return { limit: below, plan, least: some.part[last]! - o.splitScore, beside };
}

function weigh(o: SolveOptions, size: number): void {
  for (let s = 1; s < size; s++) {
    const low = 31 - Math.clz32(s & -s);
    kg[s] = kg[s & (s - 1)]! + o.kg[low]! * o.need[low]!;
    units[s] = units[s & (s - 1)]! + o.need[low]!;
  }
}

/** Offers every column for the sets it has some of, and for the largest set it has all of. */
function offer(scratch: Scratch, o: SolveOptions, size: number): void {
  const least = some.single.fill(Infinity, 0, size);
  const best = full.single.fill(Infinity, 0, size);
  const { colRow, colFixed, colPerKg, colPerUnit, colCap, colLate, anyMask, fullMask } = scratch;
  // A day late is felt once by a plan: each of its two or so shipments is charged half.
  const late = o.lateScore / 2;
  for (let c = 0; c < scratch.columns; c++) {
    const row = colRow[c]!;
    const mask = anyMask[row]!;
    const fixed = colFixed[c]!;
    const perKg = colPerKg[c]!;
    const perUnit = colPerUnit[c]!;
    for (let s = mask; s !== 0; s = (s - 1) & mask) {
      const value = fixed + perKg * kg[s]! + perUnit * units[s]!;
      if (value < least[s]!) least[s] = value;
    }
    const all = fullMask[row]!;
    const value = fixed + perKg * kg[all]! + perUnit * units[all]! + colLate[c]! * late;
    if (all === 0 || value >= best[all]! || units[all]! > colCap[c]!) continue;
    best[all] = value;
    fullBy[all] = c;
  }
}

/** Whoever has a set has its parts: one article fewer at a time. */
function spread(size: number): void {
  const best = full.single;
  for (let bit = 1; bit < size; bit <<= 1) {
    for (let s = 0; s < size; s++) {
      if (s & bit || best[s | bit]! >= best[s]!) continue;
      best[s] = best[s | bit]!;
      fullBy[s] = fullBy[s | bit]!;
    }
  }
}

/** The best partition into whole lines as a plan; null when it is none, or scores no less than the limit. */
function planOf(scratch: Scratch, o: SolveOptions, last: number, limit: number): Sieved['plan'] {
  if (full.part[last] === Infinity) return null;
  const sets = new Map<number, number>();
  for (const set of partsOf(full, last)) sets.set(fullBy[set]!, (sets.get(fullBy[set]!) ?? 0) | set);
  const columns = [...sets.keys()];
  const places = new Set(columns.map((c) => scratch.rowLocation[scratch.colRow[c]!]!));
  if (columns.length > o.maxShipments || places.size < columns.length) return null;
  let score = -o.splitScore;
  let late = 0;
  for (const [c, set] of sets) {
    if (units[set]! > scratch.colCap[c]!) return null;
    score += scratch.colFixed[c]! + scratch.colPerKg[c]! * kg[set]! + scratch.colPerUnit[c]! * units[set]!;
    late = Math.max(late, scratch.colLate[c]!);
  }
  score += late * o.lateScore;
  if (score >= limit) return null;
  const sent = columns.map((c) => Array.from(o.need, (need, i) => (sets.get(c)! & (1 << i) ? need : 0)));
  return { columns, units: sent, score };
}

/** By mask: the cheapest way to send any part of it at the least unit scores, and the best partition of the rest. */
function besideSets(scratch: Scratch, size: number): void {
  let perKg = Infinity;
  let perUnit = Infinity;
  for (let c = 0; c < scratch.columns; c++) {
    if (scratch.colPerKg[c]! < perKg) perKg = scratch.colPerKg[c]!;
    if (scratch.colPerUnit[c]! < perUnit) perUnit = scratch.colPerUnit[c]!;
  }
  const last = size - 1;
  for (let s = 0; s < size; s++) beside[s] = perKg * kg[s]! + perUnit * units[s]! + some.part[last ^ s]!;
  for (let bit = 1; bit < size; bit <<= 1) {
    for (let s = 0; s < size; s++) if (s & bit && beside[s ^ bit]! < beside[s]!) beside[s] = beside[s ^ bit]!;
  }
}
