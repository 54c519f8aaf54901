/** Only ids that are safe to log and to send on are taken over from a caller. */
const safe = /^[\w.:-]{8,128}$/;

/** The caller's request id when it is a harmless one, else a new one. */
export const requestIdOf = (given: string | string[] | undefined, newId: () => string): string =>
  typeof given === 'string' && safe.test(given) ? given : newId();

/**
 * Makes ids for requests that bring none: a part no other process has, then a number. A random id for each would cost
 * more than finding the operation; nothing rests on their being hard to guess.
 */
export function createRequestIds(newId: () => string): () => string {
  const prefix = newId().slice(-12);
  let count = 0;
  return () => `${prefix}-${(count++).toString(36)}`;
}
