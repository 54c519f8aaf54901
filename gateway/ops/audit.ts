import type { Log } from '../../platform/log/log.ts';
import { createRefusalLog } from '../../platform/log/refusalLog.ts';

/** A request that was turned away. */
export interface RefusalFacts {
  readonly endpoint: string;
  readonly requestId: string;
  /** The caller's budget key: `subject:…` or `address:…`; undefined when it never came to that. */
  readonly caller: string | undefined;
  readonly address: string;
  /** The code of the refusal: which rule. */
  readonly rule: string;
  /** SHA-256 of the operation text, when it was understood. */
  readonly operation?: string | undefined;
}

/** Keeps a trace of every refusal: who, what, which rule; never texts, values or credentials. */
export interface Audit {
  refused(facts: RefusalFacts): void;
  /** Writes how many entries were left out so far. */
  flush(): void;
}

/** An audit in the log. Under a flood each rule has its first entries and the number of the others. */
export function createAudit(log: Log, nowMs: () => number): Audit {
  const refusals = createRefusalLog(log, nowMs);
  return {
    refused({ endpoint: path, requestId, caller, address, rule: code, operation }) {
      const subject = caller ?? `address:${address}`;
      refusals.note({ code, requestId, path, subject, peer: address, operation });
    },
    flush: refusals.flush,
  };
}

/** The code of the first error of an answer that refuses; no answer of ours repeats what a caller sent. */
export const codeOfAnswer = (body: string): string =>
  /"code":"([A-Z][A-Z0-9_]{1,63})"/.exec(body.slice(0, 10_000))?.[1] ?? 'BAD_USER_INPUT';

/** How much of a long answer is looked at from either end. */
const ends = 10_000;

/** The code of fields that an answer denied its caller, if there are some. */
export function denialIn(body: string): string | undefined {
  const seen = body.length > 2 * ends ? body.slice(0, ends) + body.slice(-ends) : body;
  return /"code":"(FORBIDDEN|UNAUTHENTICATED)"/.exec(seen)?.[1];
}
