import type { GraphQLFormattedError } from 'graphql';
import type { GraphQLError } from 'graphql';
import type { EngineResponse } from '../types.ts';

/** The answer to a request that was wrong before anything ran. */
export function refusal(errors: readonly GraphQLError[]): EngineResponse {
  return { body: JSON.stringify({ errors }), outcome: 'refused' };
}

/**
 * The answer when a run broke. What a client asks for nests within bounds, so a stack that is used up was used up by data
 * of a subgraph; anything else is ours, and the client learns no more than that.
 */
export function failedRun(error: unknown): EngineResponse {
  if (error instanceof RangeError && error.message.includes('call stack'))
    return failure({
      message: 'The subgraph answered with data that nests too deep.',
      extensions: { code: 'SUBGRAPH_BAD_ANSWER' },
    });
  return failure({ message: 'The gateway failed to answer.', extensions: { code: 'INTERNAL_SERVER_ERROR' } });
}

/** An answer that is nothing but an error. */
export function failure(error: GraphQLFormattedError): EngineResponse {
  return { body: JSON.stringify({ data: null, errors: [error] }), outcome: 'errors' };
}
