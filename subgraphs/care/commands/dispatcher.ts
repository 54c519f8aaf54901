import type { Clock, Timer } from '../../../platform/clock/clock.ts';
import type { Log } from '../../../platform/log/log.ts';
import type { MessageDoc } from '../store/models.ts';

/** Sends what is due, when it is due. */
export interface Dispatcher {
  /** Something is due at that moment, epoch ms. */
  wake(atMs: number): void;
  start(): void;
  /** Finishes what is under way. */
  stop(): Promise<void>;
  isIdle(): boolean;
}

/** What the dispatcher stands on. */
export interface DispatcherParts {
  readonly clock: Clock;
  readonly log: Log;
  /** Messages that are due and that nobody works on, oldest first. */
  readonly due: () => Promise<readonly MessageDoc[]>;
  /** When the next of those is due that are not due yet, epoch ms; undefined when none waits. */
  readonly nextDueMs: () => Promise<number | undefined>;
  /** Sends one, or says why not; it is written down when this resolves. */
  readonly deliver: (message: MessageDoc) => Promise<void>;
  /** How many orders are served at once. @default 8 */
  readonly width?: number;
}

/** What another process decided, and what fell through, is found at the latest after this, ms. */
const sweepEveryMs = 30_000;

/** Orders side by side, the messages of one order one after the other. */
export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { clock, log, due, nextDueMs, width = 8 } = parts;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let next: { readonly atMs: number; readonly timer: Timer } | undefined;
  let sweep: Timer | undefined;

  const work = async (): Promise<void> => {
    do {
      again = false;
      const orders = byOrder(await due());
      if (orders.length > 0) again = true;
      const worker = async (): Promise<void> => {
        for (let batch = orders.pop(); batch !== undefined && !stopped; batch = orders.pop())
          await serve(parts, batch);
      };
      await Promise.all(Array.from({ length: width }, worker));
    } while (again && !stopped);
    // What waits was perhaps decided before this process began: nobody here set a timer for it.
    const nextMs = await nextDueMs();
    if (nextMs !== undefined) wake(nextMs);
  };
  const run = (): Promise<void> => {
    if (stopped) return Promise.resolve();
    again = true;
    running ??= work()
      .catch((error: unknown) => log.error({ subgraph: 'care', error }, 'messages wait for the next look'))
      .finally(() => (running = undefined));
    return running;
  };
  const wake = (atMs: number): void => {
    if (stopped) return;
    if (atMs <= clock.nowMs()) return void run();
    if (next !== undefined && next.atMs <= atMs && next.atMs > clock.nowMs()) return;
    next?.timer.cancel();
    next = { atMs, timer: clock.setTimer(atMs, run) };
  };
  return {
    wake,
    start: () => {
      stopped = false;
      sweep = clock.every(sweepEveryMs, run);
      void run();
    },
    stop: async () => {
      stopped = true;
      sweep?.cancel();
      next?.timer.cancel();
      await running;
    },
    isIdle: () => running === undefined,
  };
}

async function serve({ deliver, log }: DispatcherParts, messages: readonly MessageDoc[]): Promise<void> {
  for (const message of messages)
    try {
      await deliver(message);
    } catch (error) {
      // Its lease runs out, and it is tried again.
      log.warn({ subgraph: 'care', ids: message._id, error }, 'a message waits for another try');
    }
}

/** Groups that keep the order of their members; the oldest group comes last, where it is taken from. */
function byOrder(messages: readonly MessageDoc[]): MessageDoc[][] {
  const groups = new Map<string, MessageDoc[]>();
  for (const message of messages) {
    const group = groups.get(message.orderId);
    if (group === undefined) groups.set(message.orderId, [message]);
    else group.push(message);
  }
  return [...groups.values()].reverse();
}
