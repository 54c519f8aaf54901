/** What a closed loop of callers saw. */
export interface LoopFigures {
  readonly done: number;
  readonly seconds: number;
  /** Duration of each task, ms, ascending. */
  readonly tookMs: readonly number[];
}

/** `callers` at once, each beginning its next task when the one before has ended, until `total` are done. */
export async function closedLoop(
  callers: number,
  total: number,
  task: (index: number) => Promise<void>,
): Promise<LoopFigures> {
  let next = 0;
  const tookMs: number[] = [];
  const start = performance.now();
  const caller = async (): Promise<void> => {
    for (let index = next++; index < total; index = next++) {
      const from = performance.now();
      await task(index);
      tookMs.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  tookMs.sort((a, b) => a - b);
  return { done: total, seconds: (performance.now() - start) / 1_000, tookMs };
}

/** A value that this share of the durations does not exceed, ms. */
export const percentile = (tookMs: readonly number[], share: number): number =>
  tookMs[Math.min(tookMs.length - 1, Math.floor(tookMs.length * share))] ?? NaN;
