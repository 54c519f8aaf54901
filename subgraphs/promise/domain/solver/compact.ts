import type { Scratch } from '../candidates/scratch.ts';
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

/** The columns that could belong to a plan of several shipments scoring below `limit`. */
export function compactColumns(scratch: Scratch, o: SolveOptions, floor: Floor, limit: number): Compact {
  const kept: number[] = [];
  for (let c = 0; c < scratch.columns; c++) {
    const late = Math.max(floor.late, scratch.colLate[c]!) * o.lateScore;
    const pair = scratch.colFixed[c]! + floor.fixed - o.splitScore;
    if (pair + floor.units + late < limit) kept.push(c);
  }
  const survivors = dropSlower(scratch, kept);
  survivors.sort(
    (a, b) => scratch.colLate[a]! - scratch.colLate[b]! || scratch.colFixed[a]! - scratch.colFixed[b]!,
  );
  return fill(scratch, o, survivors);
}

/** Of several services from one location with the same goods, those beaten in everything by a neighbour go. */
function dropSlower(s: Scratch, columns: readonly number[]): number[] {
  const byRow = new Map<number, number[]>();
  const kept: number[] = [];
  for (const c of columns) {
    const rivals = byRow.get(s.colRow[c]!);
    if (!rivals) {
      byRow.set(s.colRow[c]!, [c]);
      kept.push(c);
    } else if (!rivals.some((r) => beats(s, r, c))) {
      rivals.push(c);
      kept.push(c);
    }
  }
  return kept;
}

const beats = (s: Scratch, a: number, b: number): boolean =>
  s.colFixed[a]! <= s.colFixed[b]! &&
  s.colPerKg[a]! <= s.colPerKg[b]! &&
  s.colPerUnit[a]! <= s.colPerUnit[b]! &&
  s.colLate[a]! <= s.colLate[b]! &&
  s.colCap[a]! >= s.colCap[b]!;

function fill(scratch: Scratch, o: SolveOptions, columns: readonly number[]): Compact {
  const n = columns.length;
  const q = o.need.length;
  const unit = new Float64Array(n * q);
  const avail = new Int32Array(n * q);
  const least = new Float64Array(q).fill(Infinity);
  let partial = false;
  columns.forEach((c, k) => {
    const row = scratch.colRow[c]! * q;
    const adjust = o.adjust?.get(scratch.rowLocation[scratch.colRow[c]!]!);
    for (let i = 0; i < q; i++) {
      const units = scratch.avail[row + i]!;
      avail[k * q + i] = units;
      if (units === 0) continue;
      if (units < o.need[i]!) partial = true;
      const v = scratch.colPerKg[c]! * o.kg[i]! + scratch.colPerUnit[c]! + (adjust ? adjust[i]! : 0);
      unit[k * q + i] = v;
      if (v < least[i]!) least[i] = v;
    }
  });
  let base = 0;
  for (let i = 0; i < q; i++) base += least[i] === Infinity ? 0 : least[i]! * o.need[i]!;
  for (let k = 0; k < n * q; k++) if (avail[k]! > 0) unit[k]! -= least[k % q]!;
  return {
    n,
    q,
    column: Int32Array.from(columns),
    location: Int32Array.from(columns, (c) => scratch.rowLocation[scratch.colRow[c]!]!),
    late: Int32Array.from(columns, (c) => scratch.colLate[c]!),
    cap: Int32Array.from(columns, (c) => scratch.colCap[c]!),
    fixed: Float64Array.from(columns, (c) => scratch.colFixed[c]!),
    avail,
    unit,
    anyMask: Int32Array.from(columns, (c) => scratch.anyMask[scratch.colRow[c]!]!),
    fullMask: Int32Array.from(columns, (c) => scratch.fullMask[scratch.colRow[c]!]!),
    need: o.need,
    base,
    partial,
  };
}
