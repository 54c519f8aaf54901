/** A plan was not ready in time. */
export class PlanningTimeout extends Error {
  constructor() {
    super('The plan was not ready in time.');
    this.name = 'PlanningTimeout';
  }
}

/** Runs work that plans elsewhere for at most `limitMs`; then its signal is given and the work counts as failed. 0: no limit. */
export function withTimeLimit<T>(limitMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  if (limitMs === 0) return work(abort.signal);
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new PlanningTimeout());
      abort.abort();
    }, limitMs);
    work(abort.signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(late));
  });
}
