import type { CallSubgraph } from '../compile/execution.ts';
import { SubgraphUnavailable } from '../transport/subgraphUnavailable.ts';
import type { SubgraphTransport } from '../types.ts';

/** Sends calls to the transport of their subgraph. */
export function createCallSubgraph(transports: ReadonlyMap<string, SubgraphTransport>): CallSubgraph {
  return (operation, variablesJson, scope) => {
    const transport = transports.get(operation.subgraph);
    if (!transport) {
      return Promise.reject(
        new SubgraphUnavailable('SUBGRAPH_UNAVAILABLE', 'The subgraph is not configured.'),
      );
    }
    return transport.fetch({ operation, variablesJson, scope });
  };
}
