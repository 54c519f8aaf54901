import type { Binary } from 'bson';
import { encodeDocument } from '../bson/encode.ts';
import type { LogicalTime } from '../document/logicalTime.ts';
import type { Doc } from '../document/types.ts';
import type { ChangeEntry } from '../storage/changeEntry.ts';
import type { View } from '../storage/view.ts';
import { difference } from './difference.ts';

/** In whose name a change was made; shown in change events of transactions. */
export interface ChangeOrigin {
  readonly lsid?: Doc | undefined;
  readonly txnNumber?: bigint | undefined;
}

/** The most bytes kept; older entries are forgotten, and resuming from before them fails with 286. */
const defaultCapacity = 16 * 1024 * 1024;

/** The ordered history of all changes, from which change streams are served. */
export class History {
  /** The time of the newest change. */
  time: LogicalTime = { t: 0, i: 0 };
  /** The newest change that would survive a power cut; streams show nothing newer. */
  durable: LogicalTime = { t: 0, i: 0 };
  readonly #listeners = new Set<() => void>();
  readonly #capacity: number;
  readonly #now: () => number;
  #bytes = 0;
  #written = 0;
  #forgotten: Buffer = Buffer.alloc(0);

  constructor(now: () => number, capacity = defaultCapacity) {
    this.#now = now;
    this.#capacity = capacity;
  }

  /** Takes up where the file ends. */
  load(view: View): void {
    const [last] = view.scan('oplog', everything, true, 1);
    if (last) this.time = { t: last.key.readUInt32BE(0), i: last.key.readUInt32BE(4) };
    else this.time = { t: Math.floor(this.#now() / 1000), i: 1 };
    this.durable = this.time;
    this.#forgotten = view.get('catalog', forgottenKey) ?? Buffer.alloc(0);
    this.#bytes = view.get('catalog', bytesKey)?.readDoubleBE(0) ?? 0;
    this.#written = this.#bytes;
  }

  /** Appends changes that happen together; all carry the same time. */
  append(view: View, entries: readonly ChangeEntry[], origin: ChangeOrigin | undefined): void {
    this.tick();
    entries.forEach((entry, i) => {
      const bytes = encodeDocument(stored(entry, origin, this.#now()));
      view.put('oplog', historyKey(this.time, i), bytes);
      this.#bytes += bytes.length;
    });
  }

  /** Moves the clock on without a change. */
  tick(): void {
    const t = Math.floor(this.#now() / 1000);
    this.time = t > this.time.t ? { t, i: 1 } : { t: this.time.t, i: this.time.i + 1 };
  }

  /** Writes down how much there is, and forgets the oldest entries, some at a time, when it is too much. */
  flush(view: View): void {
    if (this.#bytes === this.#written) return;
    const most = this.#bytes > this.#capacity * 1.05 ? 20 : 0;
    for (let round = 0; round < most && this.#bytes > this.#capacity; round++) {
      const oldest = view.scan('oplog', everything, false, 1_000);
      for (const { key, value } of oldest) {
        view.remove('oplog', key);
        this.#bytes -= value.length;
      }
      this.#forgotten = oldest.at(-1)?.key ?? this.#forgotten;
      view.put('catalog', forgottenKey, this.#forgotten);
    }
    const count = Buffer.allocUnsafe(8);
    count.writeDoubleBE(this.#bytes);
    view.put('catalog', bytesKey, count);
    this.#written = this.#bytes;
  }

  /** True when what came right after this key may be gone. */
  isForgotten(key: Buffer): boolean {
    return Buffer.compare(key, this.#forgotten) < 0;
  }

  /** Tells those who wait that everything up to now is safe. */
  publish(time: LogicalTime): void {
    this.durable = time;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls back after each publication, until the returned function is called. */
  onPublish(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const forgottenKey = Buffer.from([5]);
const bytesKey = Buffer.from([6]);

const everything = { from: Buffer.from([0]), to: Buffer.alloc(16, 0xff) };

/** The key of an entry: seconds, counter, place within its transaction. */
export function historyKey(time: LogicalTime, index: number): Buffer {
  const key = Buffer.allocUnsafe(12);
  key.writeUInt32BE(time.t, 0);
  key.writeUInt32BE(time.i, 4);
  key.writeUInt32BE(index, 8);
  return key;
}

/** How an entry lies in the file. */
export interface StoredChange {
  readonly op: string;
  readonly db: string;
  readonly coll?: string;
  readonly ui?: Binary;
  readonly k?: Doc;
  /** The document after the change. */
  readonly a?: Doc;
  /** The document before, for collections that keep it. */
  readonly b?: Doc;
  /** The update description. */
  readonly u?: Doc;
  readonly d?: Doc;
  readonly w: Date;
  readonly l?: Doc;
  readonly n?: bigint;
}

function stored(entry: ChangeEntry, origin: ChangeOrigin | undefined, now: number): object {
  const tail = { w: new Date(now), l: origin?.lsid, n: origin?.txnNumber };
  if (!('key' in entry)) {
    const { op, db, collection, detail } = entry;
    return { op, db, coll: collection?.spec.name, ui: collection?.spec.uuid, d: detail, ...tail };
  }
  const { op, collection, key, before, beforeDoc, after, afterDoc } = entry;
  const { db, name, uuid, options } = collection.spec;
  const keepsBefore = (options['changeStreamPreAndPostImages'] as Doc | undefined)?.['enabled'] === true;
  const described = op === 'update' && beforeDoc && afterDoc ? difference(beforeDoc, afterDoc) : undefined;
  return {
    op,
    db,
    coll: name,
    ui: uuid,
    k: key,
    a: op === 'insert' || op === 'replace' || (keepsBefore && op === 'update') ? after : undefined,
    b: keepsBefore ? before : undefined,
    u: described,
    ...tail,
  };
}
