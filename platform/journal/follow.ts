import type { JournalEvent, JournalRow } from './journalRow.ts';
import { eventOf } from './journalRow.ts';
import type { Tail } from './tail.ts';

/** Rows kept in memory for a slow follower; beyond that it reads from the database again. */
const maxQueued = 64;

/**
 * Replay a stream after `afterSeq`, then live, until `signal` aborts or the iterator is closed. Order and
 * completeness come from the seq alone: what a notice brings is used only when it is the very next row.
 */
export async function* followStream(options: {
  read: (afterSeq: number) => Promise<readonly JournalRow[]>;
  tail: Tail;
  stream: string;
  afterSeq: number;
  signal?: AbortSignal | undefined;
}): AsyncGenerator<JournalEvent, void, void> {
  const { read, tail, stream, signal } = options;
  let lastSeq = options.afterSeq;
  let queued: JournalRow[] = [];
  let mustRead = true;
  let wake: () => void = () => undefined;
  const stopListening = tail.listen(stream, (rows) => {
    queued.push(...rows);
    if (rows.length === 0 || queued.length > maxQueued) {
      queued = [];
      mustRead = true;
    }
    wake();
  });
  const onAbort = (): void => wake();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    while (!isAborted(signal)) {
      let rows: readonly JournalRow[] = queued;
      queued = [];
      const known = rows.filter((row) => row.seq > lastSeq);
      if (mustRead || (known.length > 0 && known[0]?.seq !== lastSeq + 1)) {
        mustRead = false;
        rows = await read(lastSeq);
        if (rows.length > 0) mustRead = true;
      }
      for (const row of rows) {
        if (row.seq !== lastSeq + 1) {
          if (row.seq > lastSeq) mustRead = true;
          continue;
        }
        lastSeq = row.seq;
        yield eventOf(row);
        if (isAborted(signal)) return;
      }
      if (mustRead || queued.length > 0) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (isAborted(signal)) resolve();
      });
    }
  } finally {
    stopListening();
    signal?.removeEventListener('abort', onAbort);
  }
}

/** A function, because the compiler believes a signal cannot change between two looks at it. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
