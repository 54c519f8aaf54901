/** What a run of one operation gave. */
export interface Measured {
  /** Operations a second. */
  rate: number;
  /** Milliseconds an operation took, half of them and 99 of 100. */
  p50: number;
  p99: number;
  /** Operations done. */
  count: number;
}

/** Runs an operation over and over in `concurrency` lanes for `durationMs`, after a short warm-up that is not counted. */
export async function measure(
  concurrency: number,
  durationMs: number,
  operation: (lane: number, turn: number) => Promise<unknown>,
): Promise<Measured> {
  await lanes(concurrency, Math.min(500, durationMs / 4), -1_000_000, operation);
  const started = performance.now();
  const times = await lanes(concurrency, durationMs, 0, operation);
  const elapsedMs = performance.now() - started;
  const { p50, p99 } = percentiles(times);
  return { rate: (times.length / elapsedMs) * 1_000, p50, p99, count: times.length };
}

/** Half and 99 of 100 of these lie at or below. */
export function percentiles(times: number[]): { p50: number; p99: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

async function lanes(
  concurrency: number,
  durationMs: number,
  firstTurn: number,
  operation: (lane: number, turn: number) => Promise<unknown>,
): Promise<number[]> {
  const until = performance.now() + durationMs;
  const times: number[] = [];
  const lane = async (_: unknown, number: number): Promise<void> => {
    for (let turn = firstTurn; performance.now() < until; turn += 1) {
      const begun = performance.now();
      await operation(number, turn);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return times;
}
