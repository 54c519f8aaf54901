import { GraphQLError } from 'graphql';
import { errorCodes, type ErrorCodeName } from '../../schema/errorCodes.ts';

/**
 * A caller's mistake with a code of schema/errorCodes.ts. The message says what was expected, what came and what to
 * do; it never holds a secret or somebody else's id. Bugs are thrown as plain errors and masked instead.
 */
export function codedError(
  code: ErrorCodeName,
  message: string,
  extensions: Record<string, unknown> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, code } });
}

/** The code of a coded error, undefined for everything else. */
export function errorCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('extensions' in error)) return undefined;
  const extensions = error.extensions;
  if (typeof extensions !== 'object' || extensions === null || !('code' in extensions)) return undefined;
  return typeof extensions.code === 'string' ? extensions.code : undefined;
}

/** Is this one of our codes? */
export function isErrorCode(code: string): code is ErrorCodeName {
  return Object.hasOwn(errorCodes, code);
}

/** HTTP status nearest to a code; one nobody listed is the caller's mistake (400). */
export function statusOfCode(code: string): number {
  return isErrorCode(code) ? errorCodes[code].status : 400;
}

/** The one answer for "there is no such thing" and "it is not yours", so that ids cannot be probed. */
export function notFound(what: string): GraphQLError {
  return codedError('NOT_FOUND', `There is no ${what} with this id, or it is not yours.`);
}
