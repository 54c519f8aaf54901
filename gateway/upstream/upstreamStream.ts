import { SubgraphUnavailable } from '../../platform/subgraphHttp/subgraphUnavailable.ts';
import type { RequestScope, SubgraphResult } from '../engine/types.ts';

/** What vouches for an upstream subscription, as header names and values. */
export type UpstreamHeaders = (request: {
  readonly subgraph: string;
  readonly method: 'GET' | 'POST';
  /** Path and query of the address. */
  readonly path: string;
  readonly body: string;
  readonly scope: RequestScope;
}) => Readonly<Record<string, string>>;

/** The upstream went away while events were expected. */
export const brokenOff = (cause?: unknown): SubgraphUnavailable =>
  new SubgraphUnavailable('SUBGRAPH_UNAVAILABLE', 'The subscription to the subgraph broke off.', cause);

/**
 * An event stream that can be left at any moment: `leave` is called at once, also while an event is being
 * waited for, and what the source then throws is nobody's concern any more.
 */
export function leavable(
  source: AsyncIterator<SubgraphResult>,
  leave: () => void,
  signal: AbortSignal | undefined,
): AsyncIterable<SubgraphResult> {
  const end: IteratorResult<SubgraphResult, undefined> = { done: true, value: undefined };
  let left = false;
  const quit = (): void => {
    if (left) return;
    left = true;
    signal?.removeEventListener('abort', quit);
    leave();
  };
  signal?.addEventListener('abort', quit, { once: true });
  const iterator: AsyncIterator<SubgraphResult, undefined> = {
    async next() {
      if (left) return end;
      try {
        const step = await source.next();
        if (step.done !== true) return step;
        quit();
        return end;
      } catch (cause) {
        if (left) return end;
        quit();
        throw cause instanceof SubgraphUnavailable ? cause : brokenOff(cause);
      }
    },
    return() {
      quit();
      return Promise.resolve(end);
    },
  };
  return { [Symbol.asyncIterator]: () => iterator };
}
