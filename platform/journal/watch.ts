import type { Tail } from './tail.ts';

/**
 * Names of streams that got new events, in this process or another, from now on until `signal` aborts. Several events of
 * one stream that come before it is asked for are one. It wakes and tells nothing: what happened is read from the stream.
 */
export function watchStreams(
  tail: Tail,
  prefix: string,
  signal: AbortSignal,
): AsyncGenerator<string, void, void> {
  const changed = new Set<string>();
  let wake: () => void = () => undefined;
  // Listens at once and not at the first `next()`, so that nothing between the two is missed.
  const stopListening = tail.listenAll((stream) => {
    if (!stream.startsWith(prefix)) return;
    changed.add(stream);
    wake();
  });
  const onAbort = (): void => {
    stopListening();
    wake();
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return streamsOf(changed, signal, (waiter) => (wake = waiter));
}

async function* streamsOf(
  changed: Set<string>,
  signal: AbortSignal,
  onChange: (waiter: () => void) => void,
): AsyncGenerator<string, void, void> {
  while (!isAborted(signal)) {
    const [next] = changed;
    if (next !== undefined) {
      changed.delete(next);
      yield next;
      continue;
    }
    await new Promise<void>((resolve) => {
      onChange(resolve);
      if (isAborted(signal)) resolve();
    });
  }
}

/** Asked anew each time: it changes while one waits. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;
