import type { Clock, Timer } from '../../../platform/clock/clock.ts';
import type { Log } from '../../../platform/log/log.ts';

/** Keeps the counters up to date, and tells when they changed. */
export interface Figures {
  /** A fact changed: it is counted within a second. */
  readonly changed: () => void;
  /** Counts everything that has changed by now; whoever asks for figures waits for it. */
  readonly upToDate: () => Promise<void>;
  readonly isIdle: () => boolean;
  readonly stop: () => Promise<void>;
}

/** How long changes are gathered, ms. */
const gatherMs = 1_000;

/** Runs `count` when something changed, never over itself. `announce` follows each count that counted something. */
export function createFigures(options: {
  readonly clock: Clock;
  readonly log: Log;
  readonly count: () => Promise<number>;
  readonly announce: () => void;
}): Figures {
  const { clock, log, count, announce } = options;
  let timer: Timer | undefined;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let stopped = false;
  const run = (): Promise<void> => {
    running = count()
      .then((counted) => (counted > 0 ? announce() : undefined))
      .finally(() => (running = undefined));
    return running;
  };
  const upToDate = (): Promise<void> => {
    if (running === undefined) return run();
    // What is under way may have begun before the change: the next one has it, for all that wait.
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return run();
      });
    return next;
  };
  return {
    upToDate,
    changed: () => {
      if (stopped) return;
      timer ??= clock.setTimer(clock.nowMs() + gatherMs, () => {
        timer = undefined;
        return upToDate().catch((error: unknown) =>
          log.warn({ subgraph: 'insights', error }, 'figures are counted with the next change'),
        );
      });
    },
    isIdle: () => running === undefined && next === undefined,
    stop: async () => {
      stopped = true;
      timer?.cancel();
      await Promise.allSettled([running, next]);
    },
  };
}
