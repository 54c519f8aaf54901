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

/** One turn of one of the callers that work side by side. */
export type Turn = (caller: number, turn: number) => Promise<unknown>;

/** Runs an operation over and over by `concurrency` callers for `durationMs`, after a short warm-up that is not counted. */
export async function measure(concurrency: number, durationMs: number, operation: Turn): Promise<Measured> {
  await runCallers(concurrency, Math.min(500, durationMs / 5), -1_000_000, operation);
  const started = performance.now();
  const times = await runCallers(concurrency, durationMs, 0, operation);
  const elapsedMs = performance.now() - started;
  const { p50, p99 } = percentiles(times);
  return { rate: (times.length / elapsedMs) * 1_000, p50, p99, count: times.length };
}

/** An operation measured beside a floor, in turns, so that what else the machine does weighs on both alike. */
export interface Compared {
  operation: Measured;
  floor: Measured;
  /** Median over the turns of operation rate / floor rate. */
  ratio: number;
}

/** Takes `turns` turns of floor and operation, `durationMs` for all of them. */
export async function compare(
  concurrency: number,
  durationMs: number,
  floor: Turn,
  operation: Turn,
  turns = 6,
): Promise<Compared> {
  const pairs: { floor: Measured; operation: Measured }[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const sliceMs = durationMs / turns;
    pairs.push({
      floor: await measure(concurrency, sliceMs / 3, floor),
      operation: await measure(concurrency, sliceMs, operation),
    });
  }
  const ratios = pairs.map((pair) => pair.operation.rate / pair.floor.rate);
  return {
    operation: medianOf(pairs.map((pair) => pair.operation)),
    floor: medianOf(pairs.map((pair) => pair.floor)),
    ratio: median(ratios),
  };
}

function medianOf(slices: Measured[]): Measured {
  const of = (field: keyof Measured): number => median(slices.map((slice) => slice[field]));
  return {
    rate: of('rate'),
    p50: of('p50'),
    p99: of('p99'),
    count: slices.reduce((sum, { count }) => sum + count, 0),
  };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Half and 99 of 100 of these lie at or below. */
export function percentiles(times: number[]): { p50: number; p99: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

async function runCallers(
  concurrency: number,
  durationMs: number,
  firstTurn: number,
  operation: Turn,
): Promise<number[]> {
  const until = performance.now() + durationMs;
  const times: number[] = [];
  const call = async (_: unknown, number: number): Promise<void> => {
    for (let turn = firstTurn; performance.now() < until; turn += 1) {
      const begun = performance.now();
      await operation(number, turn);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, call));
  return times;
}
