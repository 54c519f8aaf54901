/**
 * Collects what arrives while the previous batch of the same key is being written: a lone value goes at once, many
 * share one write. Each caller waits for the write its value was part of.
 */
export function naturalBatches<V>(
  write: (key: string, values: readonly V[]) => Promise<void>,
  maxBatch = 500,
): (key: string, value: V) => Promise<void> {
  interface Batch {
    readonly values: V[];
    readonly done: Promise<void>;
    readonly start: () => void;
  }
  const running = new Set<string>();
  const waiting = new Map<string, Batch>();

  const openBatch = (key: string): Batch => {
    const values: V[] = [];
    let start: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (start = resolve));
    const done = started.then(() => write(key, values));
    return { values, done, start };
  };
  const runNext = (key: string): void => {
    const batch = waiting.get(key);
    if (batch === undefined) return void running.delete(key);
    waiting.delete(key);
    running.add(key);
    batch.start();
    const next = (): void => runNext(key);
    batch.done.then(next, next);
  };
  return (key, value) => {
    let batch = waiting.get(key);
    if (batch === undefined || batch.values.length >= maxBatch) {
      // A full batch keeps its turn by running behind the one that is being written.
      if (batch !== undefined) {
        const full = batch;
        waiting.delete(key);
        full.start();
      }
      batch = openBatch(key);
      waiting.set(key, batch);
    }
    batch.values.push(value);
    if (!running.has(key)) runNext(key);
    return batch.done;
  };
}
