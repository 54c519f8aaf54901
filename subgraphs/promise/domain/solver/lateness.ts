import type { Compact } from './problem.ts';

/**
 * Where the candidates end that are searched together with the one at `from`, candidates being in order of lateness: days
 * apart by less than half a shipment's score are. More would loosen the bounds, which know of the first day alone.
 */
export function spanFrom(c: Compact, from: number, lateScore: number): number {
  let least = Infinity;
  for (let k = 0; k < c.n; k++) least = Math.min(least, c.fixed[k]!);
  const span = least / 2;
  let to = from;
  while (to < c.n && (c.late[to]! - c.late[from]!) * lateScore <= span) to++;
  return to;
}

/** By candidate: what its lateness adds to a plan beyond that of a given day. */
export function latenessOf(c: Compact, count: number, day: number, lateScore: number): Float64Array {
  const extra = new Float64Array(c.n);
  for (let k = 0; k < count; k++) extra[k] = Math.max(0, c.late[k]! - day) * lateScore;
  return extra;
}
