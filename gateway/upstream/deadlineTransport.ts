import { SubgraphUnavailable } from '../engine/transport/subgraphUnavailable.ts';
import type { SubgraphTransport } from '../engine/types.ts';

/** Transports that watch the time themselves say so first, and say more. */
const slackMs = 100;

/** Deadlines further away than this are no deadlines (and no timer takes them). */
const farMs = 3_600_000;

/** Rounded, because the runtime keeps a list for each distinct delay. */
const grainMs = 64;

const late = () => new SubgraphUnavailable('SUBGRAPH_TIMEOUT', 'The subgraph did not answer in time.');

/** A transport on which nobody waits beyond the request's deadline, whatever the subgraph does. */
export function deadlineTransport(inner: SubgraphTransport, nowMs: () => number): SubgraphTransport {
  if (inner.keepsDeadlines === true) return inner;
  return {
    fetch(call) {
      const leftMs = call.scope.deadlineMs - nowMs() + slackMs;
      if (leftMs > farMs) return inner.fetch(call);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(late()), Math.ceil(leftMs / grainMs) * grainMs);
        inner.fetch(call).then(
          (result) => {
            clearTimeout(timer);
            resolve(result);
          },
          (cause: unknown) => {
            clearTimeout(timer);
            reject(cause as Error);
          },
        );
      });
    },
    subscribe: (call) => inner.subscribe(call),
    close: () => inner.close(),
  };
}
