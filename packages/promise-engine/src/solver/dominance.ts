import type { Compact } from './problem.ts';

/**
 * Drops candidates that others make superfluous: with as many better ones at other places as a plan may have
 * shipments, at least one of them is always free to take the candidate's part.
 * @param extra by candidate: what its lateness adds to every plan with it.
 */
export function undominated(
  c: Compact,
  candidates: Int32Array,
  maxShipments: number,
  extra: Float64Array,
): Int32Array {
  const byMask = new Map<number, number[]>();
  const kept: number[] = [];
  const order = candidates.toSorted((a, b) => c.fixed[a]! - c.fixed[b]! || a - b);
  for (const k of order) {
    const rivals = byMask.get(c.anyMask[k]!) ?? [];
    if (superfluous(c, k, rivals, maxShipments, extra)) continue;
    rivals.push(k);
    byMask.set(c.anyMask[k]!, rivals);
    kept.push(k);
  }
  return Int32Array.from(kept);
}

/** Rivals compared with; the cheapest come first. */
const MAX_RIVALS = 64;

function superfluous(
  c: Compact,
  k: number,
  rivals: readonly number[],
  maxShipments: number,
  extra: Float64Array,
): boolean {
  const places = new Set<number>();
  for (const r of rivals.length > MAX_RIVALS ? rivals.slice(0, MAX_RIVALS) : rivals) {
    if (extra[r]! > extra[k]! || !dominates(c, r, k)) continue;
    // One rival is enough when it replaces the candidate at its own place, or can take on its whole part.
    if (c.location[r] === c.location[k] || takesWhole(c, r, k)) return true;
    places.add(c.location[r]!);
    if (places.size >= maxShipments) return true;
  }
  return false;
}

function takesWhole(c: Compact, r: number, k: number): boolean {
  if (c.cap[r]! < c.total) return false;
  for (let i = 0; i < c.q; i++) {
    if (c.avail[k * c.q + i]! > 0 && c.avail[r * c.q + i]! < c.need[i]!) return false;
  }
  return true;
}

function dominates(c: Compact, a: number, b: number): boolean {
  if (c.fixed[a]! > c.fixed[b]! || c.cap[a]! < c.cap[b]!) return false;
  for (let i = 0; i < c.q; i++) {
    const at = a * c.q + i;
    const bt = b * c.q + i;
    if (c.avail[bt]! > 0 && (c.avail[at]! < c.avail[bt]! || c.unit[at]! > c.unit[bt]!)) return false;
  }
  return true;
}
