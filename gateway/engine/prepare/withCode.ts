import { GraphQLError } from 'graphql';

/** A copy of an error that carries a code for programs to read; a code it has already stays. */
export function withCode(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    originalError: error.originalError ?? null,
    extensions: { code, ...error.extensions },
  });
}
