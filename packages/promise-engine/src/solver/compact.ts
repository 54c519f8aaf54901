import type { Scratch } from '../workspace/scratch.ts';
import type { Compact, SolveOptions } from './problem.ts';

/** Smallest values over all columns: what any plan costs at least. */
export interface Floor {
  readonly fixed: number;
  readonly units: number;
  readonly late: number;
}

/** Bounds every plan from below, column by column data only. */
export function floorOf(scratch: Scratch, o: SolveOptions): Floor {
  let fixed = Infinity;
  let perKg = Infinity;
  let perUnit = Infinity;
  let late = Infinity;
  for (let c = 0; c < scratch.columns; c++) {
    if (scratch.colFixed[c]! < fixed) fixed = scratch.colFixed[c]!;
    if (scratch.colPerKg[c]! < perKg) perKg = scratch.colPerKg[c]!;
    if (scratch.colPerUnit[c]! < perUnit) perUnit = scratch.colPerUnit[c]!;
    if (scratch.colLate[c]! < late) late = scratch.colLate[c]!;
  }
  let saving = 0;
  if (o.adjust) {
    for (let i = 0; i < o.need.length; i++) {
      let best = 0;
      for (const row of o.adjust.values()) best = Math.min(best, row[i]!);
      saving += best * o.need[i]!;
    }
  }
  return { fixed, units: perKg * o.totalKg + perUnit * o.units + saving, late };
}

/** Arrays of the compact form, kept from one cart to the next: allocating them anew costs more than solving. */
class Buffers implements Compact {
  n = 0;
  q = 0;
  total = 0;
  base = 0;
  partial = false;
  capped = false;
  column = new Int32Array(0);
  location = new Int32Array(0);
  late = new Int32Array(0);
  cap = new Int32Array(0);
  anyMask = new Int32Array(0);
  fullMask = new Int32Array(0);
  fixed = new Float64Array(0);
  avail = new Int32Array(0);
  unit = new Float64Array(0);
  need: Compact['need'] = new Int32Array(0);
  least = new Float64Array(64);
  kept = new Int32Array(0);
  order = new Int32Array(0);
  sorted = new Int32Array(0);
  /** By days late: where the next column of that lateness goes. */
  starts = new Int32Array(0);

  reserve(n: number, q: number): void {
    if (this.column.length < n) {
      const size = Math.ceil(n * 1.5);
      this.column = new Int32Array(size);
      this.location = new Int32Array(size);
      this.late = new Int32Array(size);
      this.cap = new Int32Array(size);
      this.anyMask = new Int32Array(size);
      this.fullMask = new Int32Array(size);
      this.fixed = new Float64Array(size);
    }
    if (this.avail.length < n * q) {
      this.avail = new Int32Array(Math.ceil(n * q * 1.5));
      this.unit = new Float64Array(Math.ceil(n * q * 1.5));
    }
    if (this.least.length < q) this.least = new Float64Array(q);
  }
}

const buffers = new Buffers();

/**
 * The columns that could belong to a plan of several shipments scoring below `limit`, sorted by lateness. Null
 * when together they cannot serve the need. The result is overwritten by the next call.
 * @param beside what every plan scores at least beside a column's fixed score and lateness: for any, or by its set of articles.
 */
export function compactColumns(
  scratch: Scratch,
  o: SolveOptions,
  limit: number,
  beside: number | Float64Array,
): Compact | null {
  const b = buffers;
  if (b.order.length < scratch.columns) {
    b.order = new Int32Array(scratch.columns * 2);
    b.sorted = new Int32Array(scratch.columns * 2);
  }
  const { colLate, colFixed, colRow, anyMask } = scratch;
  const spare = limit + o.splitScore;
  let n = 0;
  let latest = 0;
  let covered = 0;
  for (let c = 0; c < scratch.columns; c++) {
    const late = colLate[c]!;
    const mask = anyMask[colRow[c]!]!;
    const rest = typeof beside === 'number' ? beside : beside[mask]!;
    if (colFixed[c]! + late * o.lateScore + rest >= spare) continue;
    b.order[n++] = c;
    covered |= mask;
    if (late > latest) latest = late;
  }
  const q = o.need.length;
  if (q <= 30 && covered !== (q === 30 ? 0x3fffffff : (1 << q) - 1)) return null;
  sortByLateness(b, colLate, n, latest);
  b.n = n;
  fill(scratch, o, b);
  return coverable(b) ? b : null;
}

/** Puts the kept columns in order of lateness, by counting: there are few days and many columns. */
function sortByLateness(b: Buffers, colLate: Int32Array, n: number, latest: number): void {
  if (b.starts.length < latest + 2) b.starts = new Int32Array(latest + 32);
  const { starts, order, sorted } = b;
  starts.fill(0, 0, latest + 2);
  for (let k = 0; k < n; k++) starts[colLate[order[k]!]! + 1]!++;
  for (let late = 1; late <= latest; late++) starts[late]! += starts[late - 1]!;
  for (let k = 0; k < n; k++) sorted[starts[colLate[order[k]!]!]!++] = order[k]!;
}

function fill(scratch: Scratch, o: SolveOptions, b: Buffers): void {
  const { n } = b;
  const q = o.need.length;
  b.reserve(n, q);
  b.q = q;
  b.total = o.units;
  b.need = o.need;
  b.partial = false;
  b.capped = false;
  const { avail, unit, least } = b;
  least.fill(Infinity, 0, q);
  for (let k = 0; k < n; k++) {
    const c = b.sorted[k]!;
    const row = scratch.colRow[c]!;
    const l = scratch.rowLocation[row]!;
    b.column[k] = c;
    b.location[k] = l;
    b.late[k] = scratch.colLate[c]!;
    // More capacity than the cart has units is as good as no limit.
    b.cap[k] = Math.min(scratch.colCap[c]!, o.units);
    b.fixed[k] = scratch.colFixed[c]!;
    b.anyMask[k] = scratch.anyMask[row]!;
    b.fullMask[k] = scratch.fullMask[row]!;
    if (scratch.colCap[c]! < o.units) b.capped = true;
    if (scratch.fullCount[row] !== scratch.anyCount[row]) b.partial = true;
    const adjust = o.adjust === null ? undefined : o.adjust.get(l);
    const perKg = scratch.colPerKg[c]!;
    const perUnit = scratch.colPerUnit[c]!;
    for (let i = 0, at = k * q, from = row * q; i < q; i++, at++, from++) {
      const units = scratch.avail[from]!;
      avail[at] = units;
      if (units === 0) continue;
      const v = perKg * o.kg[i]! + perUnit + (adjust === undefined ? 0 : adjust[i]!);
      unit[at] = v;
      if (v < least[i]!) least[i] = v;
    }
  }
  b.base = 0;
  for (let i = 0; i < q; i++) b.base += least[i] === Infinity ? 0 : least[i]! * o.need[i]!;
  for (let k = 0, at = 0; k < n; k++) {
    for (let i = 0; i < q; i++, at++) unit[at] = avail[at]! > 0 ? unit[at]! - least[i]! : 0;
  }
}

/** Whether all locations together have every item; a location's columns share its stock, the largest counts. */
function coverable(c: Compact): boolean {
  for (let i = 0; i < c.q; i++) {
    let whole = false;
    for (let k = 0; k < c.n && !whole; k++) whole = c.avail[k * c.q + i]! >= c.need[i]!;
    if (!whole && !sumCovers(c, i)) return false;
  }
  return true;
}

function sumCovers(c: Compact, i: number): boolean {
  const most = new Map<number, number>();
  for (let k = 0; k < c.n; k++) {
    const units = c.avail[k * c.q + i]!;
    if (units > (most.get(c.location[k]!) ?? 0)) most.set(c.location[k]!, units);
  }
  let sum = 0;
  for (const units of most.values()) sum += units;
  return sum >= c.need[i]!;
}
