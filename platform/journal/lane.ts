import type { JournalRow } from './journalRow.ts';

/** Rows kept in memory for a lane that is slower than its stream; beyond that the database is asked again. */
const maxKnown = 200;

/** One stream for one consumer: where the relay stands in it. */
export interface Lane {
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

/** A lane about which nothing is known yet. */
export function openLane(stream: string, consumer: string): Lane {
  return { stream, consumer, known: [], lastSeq: 0, unsure: false, inFlight: undefined, busy: false };
}

/**
 * Take note of a committed row. It may be rung from memory when nothing of its stream can be missing before it: it is
 * the first, it follows the last known one directly, or this process alone writes the journal (`soleWriter`).
 */
export function noteRow(lane: Lane, row: JournalRow, soleWriter: boolean): void {
  const isNext = row.seq === lane.lastSeq + 1 || (soleWriter && row.seq > lane.lastSeq);
  if (lane.unsure || !isNext || lane.known.length >= maxKnown) {
    lane.unsure = true;
    return;
  }
  lane.known.push(row);
  lane.lastSeq = row.seq;
}

/** Does anything wait behind what is in flight? */
export function hasMore(lane: Lane): boolean {
  return lane.unsure || lane.known.length > 0;
}

/** Start again from what the database says. */
export function forgetKnown(lane: Lane): void {
  lane.inFlight = undefined;
  lane.known = [];
  lane.unsure = true;
}
