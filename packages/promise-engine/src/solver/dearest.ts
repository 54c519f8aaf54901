import type { Compact } from './problem.ts';

/** More than any choice among the candidates below `count` can score: what is to be beaten while none is known. */
export function dearest(c: Compact, count: number, maxShipments: number): number {
  const fixed = c.fixed.slice(0, count).sort();
  let score = 1;
  for (let n = Math.max(0, count - maxShipments); n < count; n++) score += Math.max(0, fixed[n]!);
  for (let i = 0; i < c.q; i++) {
    let most = 0;
    for (let k = 0; k < count; k++) most = Math.max(most, c.unit[k * c.q + i]!);
    score += most * c.need[i]!;
  }
  return score;
}
