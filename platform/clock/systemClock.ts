import { waitUntilByTimer, type Clock, type Timer, type TimerTask } from './clock.ts';

/** Node's timers hold at most 2^31-1 ms, so longer waits are made of hops. */
const maxHopMs = 2_000_000_000;

/**
 * The machine's clock. Its timers do not keep the process alive. `onError` hears of a task that failed
 * (default: the error becomes an unhandled rejection, which the process logs).
 */
export function systemClock(options: { onError?: (error: unknown) => void } = {}): Clock {
  const run = async (task: TimerTask): Promise<void> => {
    try {
      await task();
    } catch (error) {
      if (options.onError === undefined) throw error;
      options.onError(error);
    }
  };
  const clock: Clock = {
    nowMs: () => Date.now(),
    setTimer: (atMs, task) => setSystemTimer(atMs, () => void run(task)),
    every: (everyMs, task) => repeat(everyMs, () => run(task)),
    waitUntil: (atMs, signal) => waitUntilByTimer(clock, atMs, signal),
  };
  return clock;
}

function setSystemTimer(atMs: number, task: () => void): Timer {
  let handle: NodeJS.Timeout;
  const hop = (): void => {
    const leftMs = Math.max(0, atMs - Date.now());
    handle = setTimeout(leftMs > maxHopMs ? hop : task, Math.min(leftMs, maxHopMs));
    handle.unref();
  };
  hop();
  return { cancel: () => clearTimeout(handle) };
}

function repeat(everyMs: number, task: () => Promise<void>): Timer {
  let cancelled = false;
  let timer: Timer;
  const next = (): void => {
    timer = setSystemTimer(Date.now() + everyMs, () => {
      void task().finally(() => {
        if (!cancelled) next();
      });
    });
  };
  next();
  return {
    cancel: () => {
      cancelled = true;
      timer.cancel();
    },
  };
}
