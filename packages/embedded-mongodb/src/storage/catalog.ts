import { randomUUID } from 'node:crypto';
import { Binary, UUID } from 'bson';
import { decodeOwn } from '../bson/decode.ts';
import { encodeDocument } from '../bson/encode.ts';
import type { Doc } from '../document/types.ts';
import type { Collection, CollectionSpec, IndexSpec } from './collection.ts';
import { openCollection } from './collection.ts';
import { purgeRange } from './purge.ts';
import type { View } from './view.ts';

const row = { collection: 1, counts: 2, ids: 3, garbage: 4 } as const;

function keyOf(kind: number, name: string): Buffer {
  return Buffer.concat([Buffer.from([kind]), Buffer.from(name)]);
}

function numberKey(kind: number, id: number): Buffer {
  const key = Buffer.alloc(5);
  key[0] = kind;
  key.writeUInt32BE(id, 1);
  return key;
}

/** All collections with their indexes, kept in memory and written through to the file. */
export class Catalog {
  readonly #databases = new Map<string, Map<string, Collection>>();
  readonly #dirty = new Set<Collection>();
  #nextId = 1;
  #garbage = 0;

  /** Reads everything from the file, forgetting what was in memory. */
  load(view: View): void {
    this.#databases.clear();
    this.#dirty.clear();
    const ids = view.get('catalog', keyOf(row.ids, ''));
    this.#nextId = ids ? ids.readUInt32BE(0) : 1;
    for (const { value } of view.scan('catalog', range(row.collection), false, 1_000_000)) {
      const spec = decodeOwn<CollectionSpec>(value);
      const counts = view.get('catalog', numberKey(row.counts, spec.id));
      this.#keep(openCollection(spec, counts?.readDoubleBE(0), counts?.readDoubleBE(8)));
    }
    this.#garbage = view.scan('catalog', range(row.garbage), false, 1_000_000).length;
  }

  find(db: string, name: string): Collection | undefined {
    return this.#databases.get(db)?.get(name);
  }

  /** The collections of one database, by name. */
  list(db: string): Collection[] {
    return [...(this.#databases.get(db)?.values() ?? [])].sort((a, b) =>
      a.spec.name < b.spec.name ? -1 : 1,
    );
  }

  /** The names of the databases that hold something. */
  databaseNames(): string[] {
    return [...this.#databases.keys()].sort();
  }

  /** A new collection with its _id index, in memory only. */
  draft(db: string, name: string, options: Doc, view?: View): Collection {
    const id = this.takeId(view);
    const indexes: IndexSpec[] = 'viewOn' in options ? [] : [idIndex(this.takeId(view), options)];
    const uuid = new Binary(Buffer.from(new UUID(randomUUID()).id), 4);
    const collection = openCollection({ id, db, name, uuid, options, indexes });
    collection.nextRecord = 1;
    return collection;
  }

  /** Makes a draft, or a changed collection, visible to all and durable. */
  save(view: View, collection: Collection): void {
    view.put('catalog', keyOf(row.collection, collection.ns), encodeDocument(collection.spec));
    view.put('catalog', keyOf(row.ids, ''), u32(this.#nextId));
    this.#keep(collection);
    this.#dirty.add(collection);
  }

  /** Forgets a collection; its records and indexes are removed little by little. */
  drop(view: View, collection: Collection): void {
    const { spec, ns } = collection;
    view.remove('catalog', keyOf(row.collection, ns));
    view.remove('catalog', numberKey(row.counts, spec.id));
    this.discard(view, 'records', spec.id);
    for (const index of spec.indexes) this.discard(view, 'index', index.id);
    const database = this.#databases.get(spec.db);
    database?.delete(spec.name);
    if (database?.size === 0) this.#databases.delete(spec.db);
    this.#dirty.delete(collection);
  }

  /** Gives a collection another name. */
  rename(view: View, collection: Collection, db: string, name: string): Collection {
    const { spec, ns, count, size, nextRecord } = collection;
    view.remove('catalog', keyOf(row.collection, ns));
    const database = this.#databases.get(spec.db);
    database?.delete(spec.name);
    if (database?.size === 0) this.#databases.delete(spec.db);
    this.#dirty.delete(collection);
    const renamed = openCollection({ ...spec, db, name }, count, size);
    renamed.nextRecord = nextRecord;
    this.save(view, renamed);
    return renamed;
  }

  /** Notes that all entries of one id, as records or as index, are to be removed. */
  discard(view: View, space: 'records' | 'index', id: number): void {
    if (purgeRange(view, space, id, 500)) return;
    this.#garbage++;
    view.put('catalog', numberKey(row.garbage, id), Buffer.from(space));
  }

  /** Removes some thousand discarded entries. True when more remain. */
  sweep(view: View): boolean {
    if (this.#garbage === 0) return false;
    const [entry] = view.scan('catalog', range(row.garbage), false, 1);
    if (!entry) return false;
    if (purgeRange(view, entry.value.toString() as 'records' | 'index', entry.key.readUInt32BE(1), 5_000)) {
      view.remove('catalog', entry.key);
      this.#garbage--;
    }
    return this.#garbage > 0;
  }

  /** True while discarded entries wait to be removed. */
  get hasGarbage(): boolean {
    return this.#garbage > 0;
  }

  takeId(view?: View): number {
    const id = this.#nextId++;
    if (view) view.put('catalog', keyOf(row.ids, ''), u32(this.#nextId));
    return id;
  }

  /** Counts documents in and out. */
  count(collection: Collection, documents: number, bytes: number): void {
    collection.count += documents;
    collection.size += bytes;
    this.#dirty.add(collection);
  }

  /** Writes the counts that changed since the last call. */
  flush(view: View): void {
    for (const { spec, count, size } of this.#dirty) {
      const value = Buffer.allocUnsafe(16);
      value.writeDoubleBE(count, 0);
      value.writeDoubleBE(size, 8);
      view.put('catalog', numberKey(row.counts, spec.id), value);
    }
    this.#dirty.clear();
  }

  #keep(collection: Collection): void {
    const { db, name } = collection.spec;
    let database = this.#databases.get(db);
    if (!database) this.#databases.set(db, (database = new Map()));
    database.set(name, collection);
  }
}

function range(kind: number): { from: Buffer; to: Buffer } {
  return { from: Buffer.from([kind]), to: Buffer.from([kind + 1]) };
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** The index every collection has; a clustered one may name it. */
function idIndex(id: number, options: Doc): IndexSpec {
  const { clusteredIndex } = options as { clusteredIndex?: { name: string } };
  if (!clusteredIndex) return { id, name: '_id_', key: { _id: 1 } };
  return { id, name: clusteredIndex.name, key: { _id: 1 }, unique: true, clustered: true };
}
