import { GraphQLError } from 'graphql';
import type { Log } from '../log/log.ts';
import { errorCodeOf } from './codedError.ts';
import { tellsOfTheInside } from './tellsOfTheInside.ts';
import { withoutHints, withoutValues } from './clientMessage.ts';

/**
 * Let coded errors through and turn every other one into INTERNAL with an error id under which
 * the log has the whole story. Errors graphql-js raises itself (a wrong variable, an unknown field) count as
 * the caller's mistake.
 */
export function maskError(error: GraphQLError, options: { log: Log; newId: () => string }): GraphQLError {
  const original = error.originalError;
  const isClean = !tellsOfTheInside(error.message);
  if (isClean && errorCodeOf(error) !== undefined) return withoutInternals(error);
  // What graphql-js says by itself names our schema and the caller's values, which are taken out; `input.internal` is no host.
  if (isOfGraphql(error) || (isClean && (original == null || original instanceof GraphQLError))) {
    return copyWith(error, withoutValues(withoutHints(error.message)), { code: 'BAD_USER_INPUT' });
  }
  if (original instanceof Error && isUnreachable(original)) {
    options.log.warn(
      { path: error.path?.join('.') ?? '', error: original },
      'the database cannot be reached',
    );
    return copyWith(error, 'A part of the system cannot be reached; try again.', {
      code: 'SERVICE_UNAVAILABLE',
    });
  }
  const errorId = options.newId();
  options.log.error(
    { errorId, path: error.path?.join('.') ?? '', error: original ?? error },
    'unexpected error in a resolver',
  );
  return copyWith(error, `Something went wrong on our side. Error id: ${errorId}`, {
    code: 'INTERNAL',
    errorId,
  });
}

/** Raised by graphql-js before anything ran, from an error of its own at most: a wrong variable, an unknown field. */
function isOfGraphql({ path, originalError }: GraphQLError): boolean {
  if (path !== undefined) return false;
  return (
    originalError == null || (originalError instanceof GraphQLError && originalError.originalError == null)
  );
}

function withoutInternals(error: GraphQLError): GraphQLError {
  const { stacktrace: _stacktrace, exception: _exception, ...extensions } = error.extensions;
  return copyWith(error, withoutValues(error.message), extensions);
}

function copyWith(error: GraphQLError, message: string, extensions: Record<string, unknown>): GraphQLError {
  return new GraphQLError(message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions,
  });
}

/** Any thrown thing as a GraphQLError, keeping the original for the log. */
export function asGraphQLError(error: unknown, message: string): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError(message, {
    originalError: error instanceof Error ? error : new Error(String(error)),
  });
}

/** The driver's words for a database that is away; by name, since this subgraph knows no driver. */
function isUnreachable(error: Error): boolean {
  return /^Mongo(ose)?(Network|NetworkTimeout|ServerSelection|NotConnected|PoolClosed|TopologyClosed)Error$/.test(
    error.name,
  );
}
