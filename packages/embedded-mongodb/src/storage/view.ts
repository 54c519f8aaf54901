/** The five key spaces of a data file. */
export type Space = 'catalog' | 'records' | 'index' | 'oplog' | 'sessions';

/** A key with its value; both are the reader's own copies. */
export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** Part of a key space, `from` inclusive to `to` exclusive. */
export interface KeyRange {
  readonly from: Buffer;
  readonly to: Buffer;
}

/**
 * What a command reads and writes through: the file itself, or a transaction's snapshot with its own changes
 * laid over it. All calls are synchronous; a command therefore never sees another half done.
 */
export interface View {
  get(space: Space, key: Buffer): Buffer | undefined;
  /** Up to `limit` entries of the range, in order or in reverse. */
  scan(space: Space, range: KeyRange, reverse: boolean, limit: number): Entry[];
  put(space: Space, key: Buffer, value: Buffer): void;
  remove(space: Space, key: Buffer): void;
  /**
   * Says that `key` is about to change, before anything is written. Throws WriteConflict inside a
   * transaction, LockWait outside, when another transaction has changed it.
   */
  claim(space: Space, key: Buffer): void;
  /** Changes whenever entries read earlier may be stale. */
  readonly epoch: number;
}

const firstChunk = 64;
const laterChunks = 512;

/** Walks a range in chunks. Nothing is held open between chunks, so a cursor may rest here for minutes. */
export function* walk(view: View, space: Space, range: KeyRange, reverse = false): Generator<Entry> {
  let { from, to } = range;
  let limit = firstChunk;
  for (;;) {
    const epoch = view.epoch;
    const entries = view.scan(space, { from, to }, reverse, limit);
    let last: Buffer | undefined;
    let stale = false;
    for (const entry of entries) {
      last = entry.key;
      yield entry;
      if (view.epoch !== epoch) {
        stale = true;
        break;
      }
    }
    if (!stale && entries.length < limit) return;
    if (!last) return;
    if (reverse) to = last;
    else from = Buffer.concat([last, zero]);
    limit = laterChunks;
  }
}

const zero = Buffer.from([0]);
