import type { RequestScope } from '../engine/types.ts';

/** Headers that differ on every request and change no answer. */
const ignored = new Set(['traceparent', 'tracestate', 'baggage', 'x-request-id']);

/**
 * Makes keys under which two scopes get the same answers: the same verified identity (the same object,
 * not merely an equal one) and the same forwarded headers.
 */
export function createShareKey(): (scope: RequestScope) => string | undefined {
  const ids = new WeakMap<object, number>();
  let last = 0;
  const idOf = (identity: object): number => {
    let id = ids.get(identity);
    if (id === undefined) ids.set(identity, (id = ++last));
    return id;
  };
  return ({ identity, headers }) => {
    if (typeof identity !== 'object' || identity === null) return undefined;
    let key = String(idOf(identity));
    for (const name of Object.keys(headers).sort()) {
      if (!ignored.has(name)) key += `\n${name}:${headers[name] ?? ''}`;
    }
    return key;
  };
}
