import { MongoError } from '../errors.ts';
import type { Doc } from '../bson/types.ts';
import { sameValue } from '../bson/compare.ts';
import { afterPrefix } from '../bson/keys.ts';
import { decodeDocument } from '../bson/decode.ts';
import type { Collection, Index } from './collection.ts';
import type { DocumentKeys } from './indexKeys.ts';
import { documentKeys } from './indexKeys.ts';
import type { View } from './view.ts';
import type { ChangeEntry } from '../changes/entry.ts';

/** Through what a write happens: where it goes, and who is told. */
export interface WriteScope {
  readonly view: View;
  /** Takes the entry for the change history. */
  log(entry: ChangeEntry): void;
  /** Counts documents and bytes in and out. */
  count(collection: Collection, documents: number, bytes: number): void;
  /** Called when an index first saw an array or an overlong key. */
  saveIndex(collection: Collection): void;
}

/** A document where it lies. */
export interface Record {
  readonly id: number;
  readonly raw: Buffer;
  doc: Doc;
}

/** The largest document, in bytes. */
export const maxDocumentSize = 16 * 1024 * 1024;

/** The key of a record. */
export function recordKey(collectionId: number, recordId: number): Buffer {
  const key = Buffer.allocUnsafe(10);
  key.writeUInt32BE(collectionId, 0);
  key.writeUIntBE(recordId, 4, 6);
  return key;
}

/** Reads the record id out of an index entry's value. */
export function readRecordId(value: Buffer): number {
  return value.readUIntBE(0, 6);
}

function recordIdBytes(id: number): Buffer {
  const bytes = Buffer.allocUnsafe(6);
  bytes.writeUIntBE(id, 0, 6);
  return bytes;
}

function entryKey(index: Index, key: Buffer, recordId: Buffer): Buffer {
  return index.unique ? key : Buffer.concat([key, recordId]);
}

/** Stores a new document. Throws DuplicateKey before anything is written. */
export function insertRecord(scope: WriteScope, collection: Collection, doc: Doc, raw: Buffer): void {
  const { view } = scope;
  checkSize(raw);
  const id = takeRecordId(view, collection);
  const idBytes = recordIdBytes(id);
  const changes = collection.indexes.map((index) => planned(index, doc));
  collection.indexes.forEach((index, i) =>
    claimUnique(view, collection, index, (changes[i] as DocumentKeys).keys, doc, id),
  );
  const key = recordKey(collection.spec.id, id);
  view.claim('records', key);
  view.put('records', key, raw);
  collection.indexes.forEach((index, i) => {
    const { keys } = changes[i] as DocumentKeys;
    for (const each of keys) view.put('index', entryKey(index, each, idBytes), idBytes);
    noteShape(scope, collection, index, changes[i] as DocumentKeys);
  });
  scope.count(collection, 1, raw.length);
  scope.log({ op: 'insert', collection, key: { _id: doc['_id'] }, after: raw });
}

/** Replaces a document by its new form. Throws DuplicateKey before anything is written. */
export function updateRecord(
  scope: WriteScope,
  collection: Collection,
  record: Record,
  doc: Doc,
  raw: Buffer,
  replaced: boolean,
): void {
  const { view } = scope;
  checkSize(raw);
  const key = recordKey(collection.spec.id, record.id);
  const idBytes = recordIdBytes(record.id);
  view.claim('records', key);
  const steps = collection.indexes
    .filter((index) => !index.isId)
    .map((index) => difference(index, planned(index, record.doc), planned(index, doc)));
  for (const { index, added, removed } of steps) {
    claimUnique(view, collection, index, added, doc, record.id);
    if (index.unique) for (const each of removed) view.claim('index', each);
  }
  for (const { index, added, removed, shape } of steps) {
    for (const each of removed) view.remove('index', entryKey(index, each, idBytes));
    for (const each of added) view.put('index', entryKey(index, each, idBytes), idBytes);
    if (added.length) noteShape(scope, collection, index, shape);
  }
  view.put('records', key, raw);
  scope.count(collection, 0, raw.length - record.raw.length);
  scope.log({
    op: replaced ? 'replace' : 'update',
    collection,
    key: { _id: doc['_id'] },
    before: record.raw,
    beforeDoc: record.doc,
    after: raw,
    afterDoc: doc,
  });
}

/** Removes a document. */
export function removeRecord(scope: WriteScope, collection: Collection, record: Record): void {
  const { view } = scope;
  const key = recordKey(collection.spec.id, record.id);
  const idBytes = recordIdBytes(record.id);
  view.claim('records', key);
  const keys = collection.indexes.map((index) => planned(index, record.doc).keys);
  collection.indexes.forEach((index, i) => {
    if (index.unique) for (const each of keys[i] as Buffer[]) view.claim('index', each);
  });
  view.remove('records', key);
  collection.indexes.forEach((index, i) => {
    for (const each of keys[i] as Buffer[]) view.remove('index', entryKey(index, each, idBytes));
  });
  scope.count(collection, -1, -record.raw.length);
  scope.log({ op: 'delete', collection, key: { _id: record.doc['_id'] }, before: record.raw });
}

/** Enters one stored document into a new index. */
export function indexRecord(scope: WriteScope, collection: Collection, index: Index, record: Record): void {
  const idBytes = recordIdBytes(record.id);
  const change = planned(index, record.doc);
  claimUnique(scope.view, collection, index, change.keys, record.doc, record.id);
  for (const key of change.keys) scope.view.put('index', entryKey(index, key, idBytes), idBytes);
  noteShape(scope, collection, index, change);
}

/** The entries a document has in an index; none when a partial index leaves it out. */
export function planned(index: Index, doc: Doc): DocumentKeys {
  if (index.partial && !index.partial(doc)) return nothing;
  return documentKeys(index, doc);
}

const nothing: DocumentKeys = { keys: [], multikey: [], cut: false };

function difference(
  index: Index,
  before: DocumentKeys,
  after: DocumentKeys,
): { index: Index; added: Buffer[]; removed: Buffer[]; shape: DocumentKeys } {
  const one = before.keys.length === 1 && after.keys.length === 1;
  if (one && (before.keys[0] as Buffer).equals(after.keys[0] as Buffer))
    return { index, added: [], removed: [], shape: after };
  const old = new Set(before.keys.map((key) => key.latin1Slice()));
  const fresh = new Set(after.keys.map((key) => key.latin1Slice()));
  return {
    index,
    added: after.keys.filter((key) => !old.has(key.latin1Slice())),
    removed: before.keys.filter((key) => !fresh.has(key.latin1Slice())),
    shape: after,
  };
}

function claimUnique(
  view: View,
  collection: Collection,
  index: Index,
  keys: Buffer[],
  doc: Doc,
  own: number,
): void {
  if (!index.unique) {
    if (index.spec.prepareUnique) refuseRepeated(view, collection, index, keys, doc, own);
    return;
  }
  for (const key of keys) {
    view.claim('index', key);
    const holder = view.get('index', key);
    if (holder && readRecordId(holder) !== own)
      throw duplicateKey(view, collection, index, doc, readRecordId(holder));
  }
}

/** An index that is being made unique takes no new duplicates, whatever it holds already. */
function refuseRepeated(
  view: View,
  collection: Collection,
  index: Index,
  keys: Buffer[],
  doc: Doc,
  own: number,
): void {
  for (const key of keys) {
    const others = view.scan('index', { from: key, to: afterPrefix(key) }, false, 2);
    const other = others.map(({ value }) => readRecordId(value)).find((id) => id !== own);
    if (other !== undefined) throw duplicateKey(view, collection, index, doc, other);
  }
}

function duplicateKey(
  view: View,
  collection: Collection,
  index: Index,
  doc: Doc,
  holder: number,
): MongoError {
  const keyValue: Doc = {};
  const raw = view.get('records', recordKey(collection.spec.id, holder));
  const other = raw && decodeDocument(raw);
  for (const [i, path] of index.paths.entries()) {
    const values = valuesAt(doc, path);
    const theirs = other ? valuesAt(other, path) : [];
    keyValue[index.fields[i] as string] =
      values.find((a) => theirs.some((b) => sameValue(a, b))) ?? values[0] ?? null;
  }
  const shown = Object.entries(keyValue).map(([field, value]) => `${field}: ${show(value)}`);
  return new MongoError(
    11000,
    `E11000 duplicate key error collection: ${collection.ns} index: ${index.spec.name} dup key: { ${shown.join(', ')} }`,
    { keyPattern: index.spec.key, keyValue },
  );
}

function valuesAt(base: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(base)) return base.flatMap((item) => (path.length ? valuesAt(item, path) : [item]));
  const [name, ...rest] = path;
  if (name === undefined) return [base];
  if (typeof base !== 'object' || base === null) return [];
  const next = (base as Doc)[name];
  return next === undefined ? [] : valuesAt(next, rest);
}

/** A value as MongoDB prints it in messages. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[ ${value.map(show).join(', ')} ]`;
  const { _bsontype: type } = value as { _bsontype?: string };
  if (type === 'ObjectId') return `ObjectId('${(value as { toHexString(): string }).toHexString()}')`;
  if (type === 'Decimal128') return `Decimal128("${String(value)}")`;
  if (type === 'Double') return String((value as { value: number }).value);
  if (type) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, each]) => `${name}: ${show(each)}`);
  return fields.length ? `{ ${fields.join(', ')} }` : '{}';
}

function noteShape(scope: WriteScope, collection: Collection, index: Index, keys: DocumentKeys): void {
  const { spec } = index;
  if (keys.cut && !spec.cut) {
    spec.cut = true;
    scope.saveIndex(collection);
  }
  if (!keys.multikey.some((flag, i) => flag && !spec.multikey?.[i])) return;
  spec.multikey = index.fields.map((_, i) => keys.multikey[i] === true || spec.multikey?.[i] === true);
  scope.saveIndex(collection);
}

function takeRecordId(view: View, collection: Collection): number {
  if (collection.nextRecord === 0) collection.nextRecord = lastRecordId(view, collection.spec.id) + 1;
  return collection.nextRecord++;
}

function lastRecordId(view: View, collectionId: number): number {
  const range = { from: recordKey(collectionId, 0), to: recordKey(collectionId + 1, 0) };
  const [last] = view.scan('records', range, true, 1);
  return last ? last.key.readUIntBE(4, 6) : 0;
}

function checkSize(raw: Buffer): void {
  if (raw.length > maxDocumentSize)
    throw new MongoError(
      10334,
      `BSONObj size: ${raw.length} (0x${raw.length.toString(16)}) is invalid. Size must be between 0 and ${maxDocumentSize}`,
    );
}
