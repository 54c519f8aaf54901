import type { Log } from '../../platform/log/log.ts';

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

/** Entries written for one rule in one window; the rest is counted. */
const entriesInWindow = 20;
const windowMs = 10_000;

interface RuleWindow {
  startedMs: number;
  written: number;
  leftOut: number;
}

/** An audit in the log. Under a flood each rule has its first entries and the number of the others. */
export function createAudit(log: Log, nowMs: () => number): Audit {
  const windows = new Map<string, RuleWindow>();
  const sum = (rule: string, window: RuleWindow): void => {
    if (window.leftOut > 0)
      log.warn({ kind: 'audit', code: rule, count: window.leftOut }, 'requests refused, not listed');
    window.leftOut = 0;
  };
  const windowOf = (rule: string): RuleWindow => {
    const now = nowMs();
    let window = windows.get(rule);
    if (!window) windows.set(rule, (window = { startedMs: now, written: 0, leftOut: 0 }));
    if (now - window.startedMs >= windowMs) {
      sum(rule, window);
      Object.assign(window, { startedMs: now, written: 0 });
    }
    return window;
  };
  return {
    refused({ endpoint, requestId, caller, address, rule, operation }) {
      const window = windowOf(rule);
      if (window.written >= entriesInWindow) {
        window.leftOut++;
        return;
      }
      window.written++;
      const subject = caller ?? `address:${address}`;
      const path = endpoint;
      log.warn(
        { kind: 'audit', code: rule, requestId, path, subject, peer: address, operation },
        'request refused',
      );
    },
    flush() {
      for (const [rule, window] of windows) sum(rule, window);
    },
  };
}
