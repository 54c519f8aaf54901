/** Only ids that are safe to log and to send on are taken over from a caller. */
const safe = /^[\w.:-]{8,128}$/;

/** The caller's request id when it is a harmless one, else a new one. */
export const requestIdOf = (given: string | string[] | undefined, newId: () => string): string =>
  typeof given === 'string' && safe.test(given) ? given : newId();
