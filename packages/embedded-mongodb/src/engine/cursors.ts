import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import type { Client } from './client.ts';

/** A batch of results: decoded documents, or their encoded bytes. */
export type Batch = (Doc | Buffer)[];

/** What a cursor reads from. */
export interface Source {
  /** Up to `count` further results, within about 16 MB. */
  next(count: number): Batch;
  /** True once nothing more will come. */
  readonly done: boolean;
  /** For change streams: waits until there may be more, at most `ms`. */
  wait?(ms: number): Promise<void>;
  /** For change streams: where to resume. */
  token?(): Doc | undefined;
  close?(): void;
}

/** A cursor a client can come back to. */
export interface Cursor {
  readonly id: bigint;
  readonly ns: string;
  readonly source: Source;
  readonly session: string | undefined;
  readonly transaction: bigint | undefined;
  readonly client: Client;
  readonly tailable: boolean;
  readonly noTimeout: boolean;
  batchSize: number;
  lastUsed: number;
  busy: boolean;
  /** The command that opened it, for explainers and kill lists. */
  readonly maxTimeMS?: number | undefined;
}

const idleLimitMs = 10 * 60_000;
/** A cursor may be read on over another connection of the same client, but not for long after the first closed. */
const orphanLimitMs = 60_000;

/** The open cursors by id. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();
  readonly #now: () => number;
  #last = BigInt(Math.floor(Math.random() * 2 ** 30)) << 20n;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(cursor: Omit<Cursor, 'id' | 'lastUsed' | 'busy'>): Cursor {
    const id = (this.#last += 1n + BigInt(Math.floor(Math.random() * 1000)));
    const added = { ...cursor, id, lastUsed: this.#now(), busy: false };
    this.#open.set(id, added);
    return added;
  }

  /** The cursor a getMore asks for. Throws CursorNotFound. */
  use(id: bigint, ns: string): Cursor {
    const cursor = this.#open.get(id);
    if (!cursor) throw new MongoError(43, `cursor id ${id} not found`);
    if (cursor.ns !== ns)
      throw new MongoError(
        13,
        `Requested getMore on namespace '${ns}', but cursor belongs to a different namespace ${cursor.ns}`,
      );
    cursor.lastUsed = this.#now();
    return cursor;
  }

  /** Closes a cursor; false when there is none of that id. */
  kill(id: bigint): boolean {
    const cursor = this.#open.get(id);
    if (!cursor) return false;
    this.#open.delete(id);
    cursor.source.close?.();
    return true;
  }

  /** Closes all cursors `test` says yes to. */
  killWhere(test: (cursor: Cursor) => boolean): void {
    for (const cursor of [...this.#open.values()]) if (test(cursor)) this.kill(cursor.id);
  }

  killIdle(): void {
    const now = this.#now();
    this.killWhere(({ busy, noTimeout, lastUsed, client }) => {
      if (busy) return false;
      return now - lastUsed > (client.gone ? orphanLimitMs : noTimeout ? Infinity : idleLimitMs);
    });
  }

  closeAll(): void {
    this.killWhere(() => true);
  }

  get size(): number {
    return this.#open.size;
  }
}
