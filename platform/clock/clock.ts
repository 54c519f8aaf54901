/** Something that will happen later and can be called off. */
export interface Timer {
  cancel(): void;
}

/** What a timer does when its time comes. A simulated clock waits for a returned promise. */
export type TimerTask = () => void | Promise<void>;

/** The only way business code learns the time or waits for it. All times are epoch milliseconds. */
export interface Clock {
  nowMs(): number;
  /** Run once at `atMs` (or at once when that has passed). */
  setTimer(atMs: number, task: TimerTask): Timer;
  /** Run every `everyMs` until cancelled; ticks that fall together are run once. Never overlaps itself. */
  every(everyMs: number, task: TimerTask): Timer;
  /** Resolves when `atMs` is reached; rejects with the signal's reason when aborted. */
  waitUntil(atMs: number, signal?: AbortSignal): Promise<void>;
}

/** `waitUntil` in terms of `setTimer`, shared by all clocks. */
export function waitUntilByTimer(clock: Clock, atMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(asError(signal.reason));
    const onAbort = (): void => {
      timer.cancel();
      reject(asError(signal?.reason));
    };
    const timer = clock.setTimer(atMs, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
