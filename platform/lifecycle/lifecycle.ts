import type { Log } from '../log/log.ts';

/** One thing to stop, with a name for the log. */
export interface Stoppable {
  readonly name: string;
  readonly stop: () => Promise<void>;
}

/** What runs in a process, in the order in which it was started. */
export interface Lifecycle {
  /** Remember how to stop something that has just started. */
  started(name: string, stop: () => Promise<void>): void;
  /** Is the process on its way out? Readiness answers 503 from then on. */
  readonly stopping: () => boolean;
  /** Stop all, last started first; a part that fails or hangs does not keep the others. Runs once. */
  stop(): Promise<void>;
}

/** Time one part may take to stop, before the next one is stopped all the same. */
const partTimeoutMs = 12_000;

/** Create an empty lifecycle. */
export function createLifecycle(options: { log: Log }): Lifecycle {
  const { log } = options;
  const parts: Stoppable[] = [];
  let stopped: Promise<void> | undefined;
  const stopAll = async (): Promise<void> => {
    for (const part of parts.reverse()) {
      log.debug({ name: part.name, phase: 'stopping' }, 'stopping');
      try {
        await withinTime(part.stop(), partTimeoutMs);
      } catch (error) {
        log.error({ name: part.name, error }, 'a part did not stop cleanly');
      }
    }
  };
  return {
    started: (name, stop) => void parts.push({ name, stop }),
    stopping: () => stopped !== undefined,
    stop: () => (stopped ??= stopAll()),
  };
}

/** The signals of a process, as far as we use them. */
export interface SignalSource {
  on(signal: 'SIGTERM' | 'SIGINT', listener: () => void): unknown;
  off(signal: 'SIGTERM' | 'SIGINT', listener: () => void): unknown;
}

/**
 * Stop on SIGTERM or SIGINT: wait `graceMs` for balancers to see the 503, stop all, `exit(0)`. A second signal exits
 * at once with 1. Returns the way to listen no more.
 */
export function stopOnSignals(
  lifecycle: Lifecycle,
  options: {
    process: SignalSource;
    exit: (code: number) => void;
    log: Log;
    graceMs?: number;
    beforeStop?: () => void;
  },
): () => void {
  const { process, exit, log, graceMs = 0, beforeStop } = options;
  let asked = false;
  const onSignal = (): void => {
    if (asked) return exit(1);
    asked = true;
    log.info({ phase: 'draining' }, 'asked to stop: finishing what is in flight');
    beforeStop?.();
    const timer = setTimeout(() => {
      lifecycle.stop().then(
        () => exit(0),
        () => exit(1),
      );
    }, graceMs);
    timer.ref();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return () => {
    process.off('SIGTERM', onSignal);
    process.off('SIGINT', onSignal);
  };
}

async function withinTime(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Did not stop within ${ms} ms.`)), ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
