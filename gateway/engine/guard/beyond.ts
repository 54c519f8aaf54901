import { GraphQLError } from 'graphql';

/** The error for an operation beyond a limit; says what was counted and what is allowed. */
export function beyond(what: string, count: number, limit: number): GraphQLError {
  return new GraphQLError(
    `The operation has ${Number.isFinite(count) ? count : 'too many'} ${what}; at most ${limit} are allowed.`,
    { extensions: { code: 'OPERATION_TOO_LARGE', limit } },
  );
}
