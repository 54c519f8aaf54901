import type { Compact } from './problem.ts';

/**
 * Lateness up to which plans are searched together: days apart by less than half a shipment's score. More would loosen the
 * bounds, which know of the first day alone.
 */
function spanOf(c: Compact): number {
  let least = Infinity;
  for (let k = 0; k < c.n; k++) least = Math.min(least, c.fixed[k]!);
  return least / 2;
}

/** Where the candidates end that are searched together with the one at `from`; candidates are in order of lateness. */
export function nextCandidate(c: Compact, from: number, lateScore: number): number {
  const span = spanOf(c);
  let to = from;
  while (to < c.n && (c.late[to]! - c.late[from]!) * lateScore <= span) to++;
  return Math.max(to, from + 1);
}

/** Where the days end that are searched together with the one at `from`. */
export function nextDay(
  c: Compact,
  days: readonly { readonly late: number }[],
  from: number,
  lateScore: number,
): number {
  const span = spanOf(c);
  let to = from + 1;
  while (to < days.length && (days[to]!.late - days[from]!.late) * lateScore <= span) to++;
  return to;
}

/** By candidate: what its lateness adds to a plan beyond that of a given day. */
export function latenessOf(c: Compact, count: number, day: number, lateScore: number): Float64Array {
  const extra = new Float64Array(c.n);
  for (let k = 0; k < count; k++) extra[k] = Math.max(0, c.late[k]! - day) * lateScore;
  return extra;
}
