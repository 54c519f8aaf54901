import type { GraphQLFormattedError } from 'graphql';
import type { GraphQLError } from 'graphql';
import type { EngineResponse } from '../types.ts';

/** The answer to a request that was wrong before anything ran. */
export function refusal(errors: readonly GraphQLError[]): EngineResponse {
  return { body: JSON.stringify({ errors }), outcome: 'refused' };
}

/** The answer when something of ours broke: the client learns no more than that. */
export function internalFailure(): EngineResponse {
  return failure({ message: 'The gateway failed to answer.', extensions: { code: 'INTERNAL_SERVER_ERROR' } });
}

/** An answer that is nothing but an error. */
export function failure(error: GraphQLFormattedError): EngineResponse {
  return { body: JSON.stringify({ data: null, errors: [error] }), outcome: 'errors' };
}
