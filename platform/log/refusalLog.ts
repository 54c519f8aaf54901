import type { Log, LogFields } from './log.ts';

/** Keeps a trace of what was turned away: who, what, which rule; never texts, values or credentials. */
export interface RefusalLog {
  /** `code` says which rule. */
  note(facts: LogFields & { readonly code: string }): void;
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

/** Entries in the log. Under a flood each rule has its first entries and the number of the others. */
export function createRefusalLog(log: Log, nowMs: () => number = Date.now): RefusalLog {
  const windows = new Map<string, RuleWindow>();
  const sum = (code: string, window: RuleWindow): void => {
    if (window.leftOut > 0)
      log.warn({ kind: 'audit', code, count: window.leftOut }, 'requests refused, not listed');
    window.leftOut = 0;
  };
  const windowOf = (code: string): RuleWindow => {
    const now = nowMs();
    let window = windows.get(code);
    if (!window) windows.set(code, (window = { startedMs: now, written: 0, leftOut: 0 }));
    if (now - window.startedMs >= windowMs) {
      sum(code, window);
      Object.assign(window, { startedMs: now, written: 0 });
    }
    return window;
  };
  return {
    note(facts) {
      const window = windowOf(facts.code);
      if (window.written >= entriesInWindow) window.leftOut++;
      else {
        window.written++;
        log.warn({ kind: 'audit', ...facts }, 'request refused');
      }
    },
    flush() {
      for (const [code, window] of windows) sum(code, window);
    },
  };
}
