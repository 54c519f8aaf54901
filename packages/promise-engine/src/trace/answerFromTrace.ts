import { Scratch } from '../workspace/scratch.ts';
import { solve, UNDECIDED } from '../solver/solve.ts';
import type { TraceProblem } from '../model/traceTypes.ts';

/** The answer to a traced problem. */
export interface RecomputedAnswer {
  readonly score: number;
  readonly latestMs: number;
  readonly sends: readonly { readonly candidate: number; readonly units: readonly number[] }[];
}

/**
 * Computes a method's answer again from its trace alone, without the network: null when no plan exists. Whoever
 * keeps a trace can show later why an order was promised and sourced as it was.
 */
export function answerFromTrace(problem: TraceProblem): RecomputedAnswer | null {
  const scratch = new Scratch();
  const need = Int32Array.from(problem.lines, (l) => l.quantity);
  const places = new Map<string, number>();
  const number = (id: string): number => {
    if (!places.has(id)) places.set(id, places.size);
    return places.get(id)!;
  };
  const adjust = new Map<number, Float64Array>();
  scratch.begin(0, need.length);
  for (const candidate of problem.candidates) {
    const l = number(candidate.locationId);
    if (candidate.unitAdjust) adjust.set(l, Float64Array.from(candidate.unitAdjust));
    const row = scratch.addRow(l, candidate.startMs ?? 0);
    candidate.available.forEach((units, i) => {
      if (units > 0) scratch.put(row, i, units, need[i]!);
    });
    const c = scratch.addColumn();
    scratch.colRow[c] = row;
    scratch.colLate[c] = candidate.lateDays ?? 0;
    scratch.colCap[c] = candidate.capUnits ?? 0x3fffffff;
    scratch.colFixed[c] = candidate.score?.fixed ?? 0;
    scratch.colPerKg[c] = candidate.score?.perKg ?? 0;
    scratch.colPerUnit[c] = candidate.score?.perUnit ?? 0;
    scratch.colLatest[c] = candidate.latestMs ?? 0;
  }
  const plan = solve(scratch, {
    need,
    kg: Float64Array.from(problem.lines, (l) => l.weightKg),
    units: need.reduce((sum, n) => sum + n, 0),
    totalKg: problem.lines.reduce((sum, l) => sum + l.quantity * l.weightKg, 0),
    maxShipments: problem.maxShipments,
    splitScore: problem.splitScore,
    lateScore: problem.latenessPerDay,
    adjust: adjust.size > 0 ? adjust : null,
    effort: problem.effort,
  });
  if (plan === UNDECIDED) return null;
  return (
    plan && {
      score: plan.score,
      latestMs: plan.columns.reduce((max, c) => Math.max(max, scratch.colLatest[c]!), -Infinity),
      sends: plan.columns.map((c, m) => ({ candidate: c, units: plan.units[m]! })),
    }
  );
}
