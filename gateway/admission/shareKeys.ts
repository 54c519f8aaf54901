import type { RequestScope } from '../engine/types.ts';

/** Headers that differ on every request and change no answer. */
const ignored = new Set(['traceparent', 'tracestate', 'baggage', 'x-request-id']);

/** Says whose reads may share one answer. */
export interface ShareKeys {
  /**
   * A key under which two scopes get the same answers: the same verified identity (the same object, not merely an
   * equal one), the same forwarded headers, and nothing newer learnt between them. Undefined: shares with nobody.
   */
  readonly keyOf: (scope: RequestScope) => string | undefined;
  /** From now on this identity joins no read that began before: it has written, or was told of something. */
  readonly outdate: (scope: RequestScope) => void;
}

interface Known {
  readonly id: number;
  /** Raised by each write and each event. */
  age: number;
}

/** Makes the keys of one process. */
export function createShareKeys(): ShareKeys {
  const known = new WeakMap<object, Known>();
  let last = 0;
  const knownOf = (identity: object): Known => {
    let entry = known.get(identity);
    if (entry === undefined) known.set(identity, (entry = { id: ++last, age: 0 }));
    return entry;
  };
  return {
    keyOf: ({ identity, headers }) => {
      if (typeof identity !== 'object' || identity === null) return undefined;
      const { id, age } = knownOf(identity);
      let key = `${id}.${age}`;
      for (const name of Object.keys(headers).sort()) {
        if (!ignored.has(name)) key += `\n${name}:${headers[name] ?? ''}`;
      }
      return key;
    },
    outdate: ({ identity }) => {
      if (typeof identity === 'object' && identity !== null) knownOf(identity).age++;
    },
  };
}
