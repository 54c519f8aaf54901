import type { Compact } from './problem.ts';

/**
 * Lower bound on fixed and relative unit scores by dual ascent on the facility-location relaxation: prices per
 * unit of each item are raised while no candidate would earn more than its fixed score. Any such prices bound
 * every plan from below, so the result is proven however far the ascent got.
 */
export function dualBound(c: Compact, count: number): number {
  const price = new Float64Array(c.q);
  const slack = Float64Array.from(c.fixed.subarray(0, count));
  const order = Array.from({ length: c.q }, (_, i) => i).sort(
    (a, b) => suppliers(c, count, a) - suppliers(c, count, b),
  );
  for (let round = 0; round < 4; round++) {
    let raised = false;
    for (const i of order) raised = raise(c, count, i, price, slack) || raised;
    if (!raised) break;
  }
  let bound = 0;
  for (let i = 0; i < c.q; i++) bound += price[i]! * c.need[i]!;
  return bound;
}

function suppliers(c: Compact, count: number, i: number): number {
  let n = 0;
  for (let k = 0; k < count; k++) if (c.avail[k * c.q + i]! > 0) n++;
  return n;
}

/** Raises one item's price as far as the slack of all its suppliers allows. */
function raise(c: Compact, count: number, i: number, price: Float64Array, slack: Float64Array): boolean {
  let highest = Infinity;
  for (let k = 0; k < count; k++) {
    const units = Math.min(c.avail[k * c.q + i]!, c.need[i]!);
    if (units === 0) continue;
    const start = Math.max(price[i]!, c.unit[k * c.q + i]!);
    highest = Math.min(highest, start + slack[k]! / units);
  }
  if (!(highest > price[i]! + 1e-9) || highest === Infinity) return false;
  for (let k = 0; k < count; k++) {
    const units = Math.min(c.avail[k * c.q + i]!, c.need[i]!);
    if (units === 0) continue;
    const v = c.unit[k * c.q + i]!;
    slack[k] = Math.max(0, slack[k]! - units * (Math.max(0, highest - v) - Math.max(0, price[i]! - v)));
  }
  price[i] = highest;
  return true;
}
