import { codeName, MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { failure } from '../wire/message.ts';

/** The reply of a command that threw. */
export function replyTo(error: unknown): Doc {
  if (error instanceof MongoError) return failure(error, codeName(error.code));
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return failure(
    new MongoError(1, `internal error: ${message} ${stack?.split('\n')[1]?.trim() ?? ''}`),
    codeName(1),
  );
}
