import { promise } from '../src/promise.ts';
import type { Network } from '../src/network/network.ts';
import type { PromiseInput } from '../src/model/types.ts';
import { exactOptimum } from './exactSolver.ts';

/** What the comparison with the exact solver found. */
export interface Comparison {
  readonly problems: number;
  readonly infeasible: number;
  /** Problems with more than one shipment in the answer. */
  readonly split: number;
  /** Largest (engine - optimum) / optimum over problems within the exact size. */
  readonly maxGap: number;
  /** The same above the exact size. */
  readonly maxGapLarge: number;
  /** Problems in which one found a plan and the other none; must be 0. */
  readonly disagreements: number;
  /** Bounds the engine reported above the optimum; must be 0. */
  readonly falseBounds: number;
}

const EXACT_LINES = 10;

/** Solves every problem of every question by HiGHS as well and compares. */
export async function compareWithHighs(
  network: Network,
  questions: readonly PromiseInput[],
): Promise<Comparison> {
  const result = {
    problems: 0,
    infeasible: 0,
    split: 0,
    maxGap: 0,
    maxGapLarge: 0,
    disagreements: 0,
    falseBounds: 0,
  };
  for (const question of questions) {
    const { trace } = promise(network, { ...question, explain: true });
    for (const problem of trace?.problems ?? []) {
      result.problems++;
      const optimum = await exactOptimum(problem);
      const { answer } = problem;
      if ((optimum === null) !== (answer === null)) {
        // Above the exact size the engine may miss a plan that only just keeps the limit on shipments.
        if (problem.lines.length <= EXACT_LINES) result.disagreements++;
      } else if (optimum === null || answer === null) result.infeasible++;
      else {
        if (answer.sends.length > 1) result.split++;
        const gap = (answer.score - optimum) / Math.max(1, Math.abs(optimum));
        if (problem.lines.length <= EXACT_LINES) result.maxGap = Math.max(result.maxGap, gap);
        else result.maxGapLarge = Math.max(result.maxGapLarge, gap);
        if (answer.lowerBound > optimum + 1e-3 * Math.max(1, Math.abs(optimum))) result.falseBounds++;
      }
    }
  }
  return result;
}
