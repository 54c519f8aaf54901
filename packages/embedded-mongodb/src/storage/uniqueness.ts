import { MongoError } from '../errors.ts';
import type { Doc } from '../bson/types.ts';
import { sameValue } from '../bson/compare.ts';
import { afterPrefix } from '../bson/keys.ts';
import { decodeDocument } from '../bson/decode.ts';
import type { Collection, Index } from './collection.ts';
import type { View } from './view.ts';
import { recordKey, readRecordId } from './recordKeys.ts';
import { show } from './show.ts';

/** Claims the keys of a unique index for a document; DuplicateKey when another one holds them. */
export function claimUnique(
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
