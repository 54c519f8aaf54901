import type { JournalRow } from './journalRow.ts';

/** Wakes followers of a stream when rows were committed; carries the rows so that most need no read. */
export interface Tail {
  notify(stream: string, rows: readonly JournalRow[]): void;
  /** Hear of a stream until the returned function is called. */
  listen(stream: string, onRows: (rows: readonly JournalRow[]) => void): () => void;
  /** Hear which streams got new rows, whichever they are, until the returned function is called. */
  listenAll(onStream: (stream: string) => void): () => void;
  readonly listeners: () => number;
}

/** Who in this process hears of new rows, by stream. */
export function createTail(): Tail {
  const streams = new Map<string, Set<(rows: readonly JournalRow[]) => void>>();
  const everywhere = new Set<(stream: string) => void>();
  return {
    notify: (stream, rows) => {
      streams.get(stream)?.forEach((listener) => listener(rows));
      everywhere.forEach((listener) => listener(stream));
    },
    listenAll: (onStream) => {
      everywhere.add(onStream);
      return () => everywhere.delete(onStream);
    },
    listen: (stream, onRows) => {
      const listeners = streams.get(stream) ?? new Set();
      streams.set(stream, listeners.add(onRows));
      return () => {
        listeners.delete(onRows);
        if (listeners.size === 0 && streams.get(stream) === listeners) streams.delete(stream);
      };
    },
    listeners: () => [...streams.values()].reduce((sum, set) => sum + set.size, everywhere.size),
  };
}
