/** Apply `map` to what an iterator brings; closing ours, or aborting the signal, closes the source at once. */
export function mapIterable<T, R>(
  source: AsyncIterable<T>,
  map: (value: T) => R,
  signal?: AbortSignal,
): AsyncIterableIterator<R> {
  const inner = source[Symbol.asyncIterator]();
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    signal?.removeEventListener('abort', onAbort);
    await inner.return?.();
  };
  const onAbort = (): void => void close().catch(() => undefined);
  if (signal?.aborted === true) onAbort();
  else signal?.addEventListener('abort', onAbort, { once: true });
  const iterator: AsyncIterableIterator<R> = {
    next: async () => {
      const step = await inner.next();
      if (step.done === true) {
        signal?.removeEventListener('abort', onAbort);
        return { done: true, value: undefined };
      }
      return { done: false, value: map(step.value) };
    },
    return: async () => {
      await close();
      return { done: true, value: undefined };
    },
    throw: async (error: unknown) => {
      await close();
      throw error;
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
