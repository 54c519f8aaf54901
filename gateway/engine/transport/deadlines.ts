/** Grain of deadlines: calls that end within the same grain share one timer list of the runtime. */
const grainMs = 32;

/** Something that must be told when its time is over. */
export interface Expirable {
  expire(): void;
}

/**
 * Arms a timer that tells `target` when `delayMs` (rounded up to the grain) has passed; the returned function
 * disarms it. Rounding keeps the number of distinct durations, each of which costs the runtime a list, small.
 */
export function armDeadline(delayMs: number, target: Expirable): () => void {
  const rounded = Math.max(1, Math.ceil(delayMs / grainMs)) * grainMs;
  const timer = setTimeout(expire, rounded, target);
  return () => clearTimeout(timer);
}

function expire(target: Expirable): void {
  target.expire();
}
