/** Name under which a fact is remembered as counted. */
export const causeKey = (kind: string, causeId: string): string => `${kind}:${causeId}`;
