/** Grain of deadlines: calls that end within the same grain share one timer list of the runtime. */
const grainMs = 32;

/** Something that must be told when its time is over. */
export interface Expirable {
  expire(): void;
}

/**
 * Arms a timer that tells `target` when `delayMs` (rounded up to the grain) has passed. Rounding keeps the number of
 * distinct durations, each of which costs the runtime a list, small.
 */
export function armTimer(delayMs: number, target: Expirable): NodeJS.Timeout {
  return setTimeout(expire, Math.max(1, Math.ceil(delayMs / grainMs)) * grainMs, target);
}

function expire(target: Expirable): void {
  target.expire();
}

/** Like `armTimer`, for callers that make few: the returned function disarms it. */
export function armDeadline(delayMs: number, target: Expirable): () => void {
  const timer = armTimer(delayMs, target);
  return () => clearTimeout(timer);
}
