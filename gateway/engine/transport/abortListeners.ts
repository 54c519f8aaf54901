/** Something that must be told when its caller has gone. */
export interface Cancellable {
  cancel(): void;
}

const waiting = new WeakMap<AbortSignal, Set<Cancellable>>();

/**
 * Tells `target` when the signal aborts. The calls of one request share a signal, and a listener on it costs as much
 * as the rest of a call's bookkeeping together: all of them hang on one.
 */
export function addAbortListener(signal: AbortSignal, target: Cancellable): void {
  const known = waiting.get(signal);
  if (known) {
    known.add(target);
    return;
  }
  const targets = new Set([target]);
  waiting.set(signal, targets);
  const cancelAll = () => targets.forEach((one) => one.cancel());
  signal.addEventListener('abort', cancelAll, { once: true });
}

/** Forgets a target: its call has ended. */
export function removeAbortListener(signal: AbortSignal, target: Cancellable): void {
  waiting.get(signal)?.delete(target);
}
