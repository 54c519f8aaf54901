import type { CallSubgraph } from '../data/execution.ts';
import { SubgraphUnavailable } from '../../../platform/subgraphHttp/subgraphUnavailable.ts';
import type { EngineObserver, SubgraphTransport } from '../types.ts';

/** Sends calls to the transport of their subgraph, and tells the observer how they ended. */
export function createCallSubgraph(
  transports: ReadonlyMap<string, SubgraphTransport>,
  observer: EngineObserver | undefined,
): CallSubgraph {
  const call: CallSubgraph = (operation, variables, scope) => {
    if (scope.hasLeft === true)
      return Promise.reject(new SubgraphUnavailable('REQUEST_CANCELLED', 'Nobody waits for the answer.'));
    const transport = transports.get(operation.subgraph);
    if (transport) return transport.fetch({ operation, variables, scope });
    return Promise.reject(new SubgraphUnavailable('SUBGRAPH_UNAVAILABLE', 'The subgraph is not configured.'));
  };
  const observed = observer?.fetched?.bind(observer);
  if (!observed) return call;
  return async (operation, variables, scope) => {
    const started = performance.now();
    let failed = true;
    try {
      const result = await call(operation, variables, scope);
      failed = false;
      return result;
    } finally {
      const { subgraph, kind } = operation;
      observed({ subgraph, kind, durationMs: performance.now() - started, failed, shared: false, scope });
    }
  };
}
