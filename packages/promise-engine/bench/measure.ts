import { promise } from '../src/promise.ts';
import type { Network } from '../src/network/network.ts';
import type { PromiseInput, PromiseResult } from '../src/model/types.ts';

/** Latency of a series of promises on one core. */
export interface Timing {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly options: number;
  readonly maxGap: number;
}

/** Answers every question in turn, after a warm-up over the first ones, and takes the time of each. */
export function timePromises(network: Network, questions: readonly PromiseInput[], warmUp: number): Timing {
  for (const question of questions.slice(0, warmUp)) promise(network, question);
  const took = new Float64Array(questions.length);
  let options = 0;
  let maxGap = 0;
  const start = performance.now();
  questions.forEach((question, i) => {
    const before = performance.now();
    const result = promise(network, question);
    took[i] = performance.now() - before;
    options += result.options.length;
    maxGap = Math.max(maxGap, gapOf(result));
  });
  const seconds = (performance.now() - start) / 1000;
  took.sort();
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return {
    perSecond: questions.length / seconds,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    maxMs: at(1),
    options: options / questions.length,
    maxGap,
  };
}

/** Largest gap the engine itself reports. */
const gapOf = (result: PromiseResult): number =>
  result.options.reduce((max, o) => Math.max(max, o.optimality.gap), 0);
