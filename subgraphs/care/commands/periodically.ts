import type { Clock, Timer } from '../../../platform/clock/clock.ts';

/** Something that is done again and again. */
export interface Periodically {
  start(): void;
  /** Finishes what is under way. */
  stop(): Promise<void>;
  isIdle(): boolean;
}

/** Runs a task every so often, never over itself; a fault is told and the next time comes. */
export function periodically(
  clock: Clock,
  everyMs: number,
  task: () => Promise<void>,
  onError: (error: unknown) => void,
): Periodically {
  let timer: Timer | undefined;
  let running: Promise<void> | undefined;
  const run = (): Promise<void> =>
    (running ??= task()
      .catch(onError)
      .finally(() => (running = undefined)));
  return {
    start: () => void (timer = clock.every(everyMs, run)),
    stop: async () => {
      timer?.cancel();
      await running;
    },
    isIdle: () => running === undefined,
  };
}
