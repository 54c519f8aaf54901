import { DeadlineSweep, type Expirable } from '../engine/transport/deadlineSweep.ts';
import { SubgraphUnavailable } from '../../platform/subgraphHttp/subgraphUnavailable.ts';
import type { SubgraphTransport } from '../engine/types.ts';

/** Transports that watch the time themselves say so first, and say more. */
const slackMs = 100;

/** Deadlines further away than this are no deadlines. */
const farMs = 3_600_000;

const late = () => new SubgraphUnavailable('SUBGRAPH_TIMEOUT', 'The subgraph did not answer in time.');

/** A call whose time is watched. */
class WatchedCall implements Expirable {
  readonly dueMs: number;
  place = 0;
  readonly #sweep: DeadlineSweep;
  readonly #fail: (cause: Error) => void;
  #isOver = false;

  constructor(dueMs: number, sweep: DeadlineSweep, fail: (cause: Error) => void) {
    this.dueMs = dueMs;
    this.#sweep = sweep;
    this.#fail = fail;
    sweep.watch(this);
  }

  /** The call has ended; its time does not matter any more. */
  end(): void {
    if (!this.#isOver) this.#sweep.forget(this);
    this.#isOver = true;
  }

  expire(): void {
    this.end();
    this.#fail(late());
  }
}

/** A transport on which nobody waits beyond the request's deadline, nor for a read beyond `timeoutMs`, whatever the subgraph does. */
export function deadlineTransport(
  inner: SubgraphTransport,
  nowMs: () => number,
  timeoutMs: number,
): SubgraphTransport {
  if (inner.keepsDeadlines === true) return inner;
  const sweep = new DeadlineSweep();
  return {
    fetch(call) {
      const dueMs = call.scope.deadlineMs - nowMs();
      // What became of a command that was given up is unknown: it has all the time the request has.
      const leftMs = (call.operation.kind === 'query' ? Math.min(dueMs, timeoutMs) : dueMs) + slackMs;
      if (leftMs > farMs) return inner.fetch(call);
      return new Promise((resolve, reject) => {
        const watched = new WatchedCall(performance.now() + leftMs, sweep, reject);
        inner.fetch(call).then(
          (result) => {
            watched.end();
            resolve(result);
          },
          (cause: unknown) => {
            watched.end();
            reject(cause as Error);
          },
        );
      });
    },
    subscribe: (call) => inner.subscribe(call),
    close: () => inner.close(),
  };
}
