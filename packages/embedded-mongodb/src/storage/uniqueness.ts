import { decodeDocument } from '../bson/decode.ts';
import { afterPrefix } from '../bson/keys.ts';
import { sameValue } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import { show } from '../document/show.ts';
import type { Doc } from '../document/types.ts';
import type { Collection, Index } from './collection.ts';
import { recordKey, readRecordId } from './recordKeys.ts';
import type { View } from './view.ts';

/** The document that wants keys, and its record id. */
interface Owner {
  readonly id: number;
  readonly doc: Doc;
}

/** Claims the keys of a unique index for a document; DuplicateKey when another one holds them. */
export function claimUnique(
  view: View,
  collection: Collection,
  index: Index,
  keys: readonly Buffer[],
  owner: Owner,
): void {
  if (!index.unique) {
    if (index.spec.prepareUnique) refuseRepeated(view, collection, index, keys, owner);
    return;
  }
  for (const key of keys) {
    view.claim('index', key);
    const holder = view.get('index', key);
    if (holder && readRecordId(holder) !== owner.id)
      throw duplicateKey(view, collection, index, owner.doc, readRecordId(holder));
  }
}

/** An index that is being made unique takes no new duplicates, whatever it holds already. */
function refuseRepeated(
  view: View,
  collection: Collection,
  index: Index,
  keys: readonly Buffer[],
  owner: Owner,
): void {
  for (const key of keys) {
    const others = view.scan('index', { from: key, to: afterPrefix(key) }, false, 2);
    const other = others.map(({ value }) => readRecordId(value)).find((id) => id !== owner.id);
    if (other !== undefined) throw duplicateKey(view, collection, index, owner.doc, other);
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
