import { mapIterable } from '../streams/mapIterable.ts';
import { stoppable } from '../streams/stoppable.ts';
import type { Journal } from './journal.ts';

/**
 * Rows as they are after something happened to them, from now on until `signal` aborts: those whose streams begin with
 * `prefix` and of which `read` gives something. Several events of one row that come before it is asked for are told once.
 */
export function rowsChanged<T>(
  journal: Pick<Journal, 'watch'>,
  prefix: string,
  read: (id: string) => Promise<T | null>,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<T> {
  // Listens at once, so that nothing between subscribing and the first question is missed.
  const changes = journal.watch(prefix, signal);
  async function* changed(inner: AbortSignal): AsyncGenerator<T, void, void> {
    inner.addEventListener('abort', () => void changes.return?.(), { once: true });
    for await (const name of changes) {
      const row = await read(name.slice(prefix.length));
      if (row !== null) yield row;
    }
  }
  return mapIterable(stoppable(changed, signal), (row) => row, signal);
}
