import { GraphQLError } from 'graphql';
import { errorCodes, type ErrorCodeMeaning, type PlatformErrorCode } from './errorCodes.ts';

/**
 * A caller's mistake with a stable code. The message says what was expected, what came and what to do;
 * it never holds a secret or somebody else's id. Bugs are thrown as plain errors and masked instead.
 */
export function codedError(
  code: PlatformErrorCode | (string & {}),
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

/** HTTP status nearest to a code; codes nobody listed are the caller's mistake (400). */
export function statusOfCode(code: string): number {
  return code in errorCodes ? errorCodes[code as PlatformErrorCode].status : 400;
}

/** Declare a room's own codes and get a thrower that accepts no other: `const fail = defineErrorCodes({...})`. */
export function defineErrorCodes<T extends Record<string, ErrorCodeMeaning>>(
  table: T,
): {
  readonly table: T;
  error(code: keyof T & string, message: string, extensions?: Record<string, unknown>): GraphQLError;
} {
  return { table, error: (code, message, extensions = {}) => codedError(code, message, extensions) };
}
