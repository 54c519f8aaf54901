import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, RootDatabase, Transaction, TransactionFlags } from 'lmdb';
import { open } from 'lmdb';
import { MongoError } from '../document/errors.ts';
import { checkDataFile, DamagedFile } from './checkDataFile.ts';
import { lockDirectory } from './lockFile.ts';
import type { Entry, KeyRange, Space } from './view.ts';

/**
 * Everywhere but on Windows LMDB keeps a third header, of the last state that surely is on the disk. The commit then
 * writes pages and header, syncs them, and only then the header that vouches for them, itself synced.
 */
const syncsInCommit = process.platform !== 'win32';

/** Begin a transaction that can be rolled back. Without the third header its commit does not wait for the disk. */
const abortableNoSync = 0x10001 as TransactionFlags;

/** With less than this free, in bytes, a failed write is put down to a full disk. */
const almostFull = 4 * 1024 * 1024;

/** A key space; lmdb's typings leave out that `getBinary` reads in a snapshot, too. */
type Bytes = Database<Buffer, Buffer> & {
  getBinary(id: Buffer, options: { transaction: Transaction }): Buffer | undefined;
};

/** The whole file; lmdb's typings leave out its environment object. */
type Root = RootDatabase<Buffer, Buffer> & { readonly env: Env };

/** The part of lmdb's environment object its typings leave out. */
interface Env {
  sync(done: (error?: Error) => void): void;
}

/** The data file: five key spaces in one LMDB environment. */
export class Store {
  epoch = 0;
  readonly #dataDir: string;
  readonly #unlock: () => void;
  readonly #root: Root;
  readonly #spaces: Record<Space, Bytes>;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
    const file = join(dataDir, 'promesse.mdb');
    this.#unlock = lockDirectory(dataDir);
    try {
      checkDataFile(file);
      this.#root = openRoot(file);
      // Documents repeat their field names: LZ4 makes them about half as long, and the mapped file with them.
      const space = (name: Space, compression: boolean | { threshold: number } = false): Bytes =>
        this.#root.openDB<Buffer, Buffer>({
          name,
          keyEncoding: 'binary',
          encoding: 'binary',
          compression: compression as boolean,
        }) as Bytes;
      this.#spaces = {
        catalog: space('catalog'),
        records: space('records', { threshold: 500 }),
        index: space('index'),
        oplog: space('oplog'),
        sessions: space('sessions'),
      };
    } catch (error) {
      this.#unlock();
      if (error instanceof DamagedFile) throw error;
      throw new Error(
        `${file} cannot be opened as a data file: ${(error as Error).message}. ` +
          'Restore it from a backup, or move it away to start empty.',
        { cause: error },
      );
    }
  }

  get(space: Space, key: Buffer): Buffer | undefined {
    const found = this.#spaces[space].getBinary(key);
    return found && asBuffer(found);
  }

  scan(space: Space, range: KeyRange, reverse: boolean, limit: number): Entry[] {
    return this.scanWith(space, range, reverse, limit);
  }

  /** As `get`, in the state a snapshot was taken of. Not to be called inside `write`. */
  getAt(snapshot: Transaction, space: Space, key: Buffer): Buffer | undefined {
    const found = this.#spaces[space].getBinary(key, { transaction: snapshot });
    return found && asBuffer(found);
  }

  /** As `scan`, in the state a snapshot was taken of. Not to be called inside `write`. */
  scanWith(space: Space, range: KeyRange, reverse: boolean, limit: number, snapshot?: Transaction): Entry[] {
    const bounds = reverse
      ? { start: range.to, end: range.from, reverse: true, exclusiveStart: true, inclusiveEnd: true }
      : { start: range.from, end: range.to };
    const entries: Entry[] = [];
    const options = { ...bounds, limit, ...(snapshot && { transaction: snapshot }) };
    for (const { key, value } of this.#spaces[space].getRange(options))
      entries.push({ key: asBuffer(key), value: asBuffer(value) });
    return entries;
  }

  put(space: Space, key: Buffer, value: Buffer): void {
    this.#spaces[space].putSync(key, value);
  }

  remove(space: Space, key: Buffer): void {
    this.#spaces[space].removeSync(key);
  }

  /** Runs `work` as one LMDB transaction; when it throws, or the disk is full, nothing of it remains. */
  write<T>(work: () => T): T {
    try {
      return this.#root.transactionSync(work, abortableNoSync);
    } catch (error) {
      throw this.#asMongoError(error);
    } finally {
      this.epoch++;
    }
  }

  /**
   * Calls back once everything written so far would survive a power cut. Where LMDB syncs a transaction as part of
   * its commit there is nothing left to wait for, and a trip to another thread would only delay the reply.
   */
  sync(done: (error?: MongoError) => void): void {
    if (syncsInCommit) return done();
    this.#root.env.sync((error) => done(error && this.#asMongoError(error)));
  }

  /** A fixed state of the file, to be given back with `release`. */
  snapshot(): Transaction {
    this.#root.resetReadTxn();
    return this.#root.useReadTransaction();
  }

  release(snapshot: Transaction): void {
    snapshot.done();
  }

  /** LMDB tells of a full disk in several ways, one of them an input/output error; a client understands OutOfDiskSpace. */
  #asMongoError(error: unknown): MongoError {
    if (error instanceof MongoError) return error;
    const { message = String(error), code } = error as { message?: string; code?: number | string };
    const full =
      code === 28 || code === 'ENOSPC' || code === -30792 || /MAP_FULL|No space left|ENOSPC/.test(message);
    const broken = code === 5 || code === 'EIO' || /Input\/output error/.test(message);
    if (full || (broken && this.#freeBytes() < almostFull))
      return new MongoError(14031, `the disk is full: ${message}`);
    if (broken) return new MongoError(8, `the disk failed: ${message}`);
    throw error;
  }

  #freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.#dataDir);
    return bavail * bsize;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.sync(() => resolve()));
    await this.#root.close();
    this.#unlock();
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * The most a data file can hold, in bytes. Reserved address space, not memory: a map that grew later would leave
 * the old one resident beside it.
 */
const mapSize = 16 * 1024 ** 3;

function openRoot(file: string): Root {
  const options = {
    path: file,
    keyEncoding: 'binary',
    encoding: 'binary',
    maxReaders: 1_000,
    // Larger pages waste less space on documents of about a kilobyte.
    pageSize: 8_192,
    overlappingSync: syncsInCommit,
    noMemInit: true,
  } as const;
  return open<Buffer, Buffer>(process.platform === 'win32' ? options : { ...options, mapSize }) as Root;
}
