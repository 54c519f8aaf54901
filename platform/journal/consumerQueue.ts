import type { JournalRow } from './journalRow.ts';

/** Rows kept in memory for a queue that is slower than its stream; beyond that the database is asked again. */
const maxKnown = 200;

/** One stream for one consumer: where the relay stands in it. */
export interface ConsumerQueue {
  readonly stream: string;
  readonly consumer: string;
  /** Rows that certainly come next, in order. */
  known: JournalRow[];
  /** Highest seq in flight or known; 0 when nothing is. */
  lastSeq: number;
  /** Rows may wait in the database that are not in `known`. */
  unsure: boolean;
  inFlight: string | undefined;
  busy: boolean;
}

/** A queue about which nothing is known yet. */
export function openQueue(stream: string, consumer: string): ConsumerQueue {
  return { stream, consumer, known: [], lastSeq: 0, unsure: false, inFlight: undefined, busy: false };
}

/**
 * Take note of a committed row. It may be published from memory when nothing of its stream can be missing before it: it is
 * the first, it follows the last known one directly, or this process alone writes the journal (`soleWriter`).
 */
export function noteRow(queue: ConsumerQueue, row: JournalRow, soleWriter: boolean): void {
  const isNext = row.seq === queue.lastSeq + 1 || (soleWriter && row.seq > queue.lastSeq);
  if (queue.unsure || !isNext || queue.known.length >= maxKnown) {
    queue.unsure = true;
    return;
  }
  queue.known.push(row);
  queue.lastSeq = row.seq;
}

/** Does anything wait behind what is in flight? */
export function hasMore(queue: ConsumerQueue): boolean {
  return queue.unsure || queue.known.length > 0;
}

/** Start again from what the database says. */
export function forgetKnown(queue: ConsumerQueue): void {
  queue.inFlight = undefined;
  queue.known = [];
  queue.unsure = true;
}
