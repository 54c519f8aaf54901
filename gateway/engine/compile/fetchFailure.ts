import type { GraphQLFormattedError } from 'graphql';
import { SubgraphUnavailable } from '../../../platform/subgraphHttp/subgraphUnavailable.ts';

/** The error a client sees for a call that brought no answer; what is not ours to tell stays untold. */
export function unavailableError(cause: unknown): GraphQLFormattedError {
  if (cause instanceof SubgraphUnavailable)
    return { message: cause.message, extensions: { code: cause.code } };
  return { message: 'The subgraph could not be reached.', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } };
}
