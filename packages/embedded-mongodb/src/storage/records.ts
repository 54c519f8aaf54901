import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import type { ChangeEntry } from './changeEntry.ts';
import type { Collection, Index } from './collection.ts';
import type { DocumentKeys } from './indexKeys.ts';
import { documentKeys } from './indexKeys.ts';
import { recordKey, recordIdBytes, entryKey } from './recordKeys.ts';
import { claimUnique } from './uniqueness.ts';
import type { View } from './view.ts';

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

/** Stores a new document. Throws DuplicateKey before anything is written. */
export function insertRecord(scope: WriteScope, collection: Collection, doc: Doc, raw: Buffer): void {
  const { view } = scope;
  checkSize(raw);
  const id = takeRecordId(view, collection);
  const idBytes = recordIdBytes(id);
  const changes = collection.indexes.map((index) => planned(index, doc));
  const owner = { id, doc };
  collection.indexes.forEach((index, i) =>
    claimUnique(view, collection, index, (changes[i] as DocumentKeys).keys, owner),
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

/** What a document becomes. */
export interface NewForm {
  readonly doc: Doc;
  readonly raw: Buffer;
  /** True when it was given as a whole, not as changes of the old one. */
  readonly replaced: boolean;
}

/** Replaces a document by its new form. Throws DuplicateKey before anything is written. */
export function updateRecord(
  scope: WriteScope,
  collection: Collection,
  record: Record,
  { doc, raw, replaced }: NewForm,
): void {
  const { view } = scope;
  checkSize(raw);
  const key = recordKey(collection.spec.id, record.id);
  const idBytes = recordIdBytes(record.id);
  view.claim('records', key);
  const steps = collection.indexes
    .filter((index) => !index.isId)
    .map((index) => difference(index, planned(index, record.doc), planned(index, doc)));
  const owner = { id: record.id, doc };
  for (const { index, added, removed } of steps) {
    claimUnique(view, collection, index, added, owner);
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
  claimUnique(scope.view, collection, index, change.keys, record);
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
