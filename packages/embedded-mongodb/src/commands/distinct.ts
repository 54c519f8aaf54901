import { encodeDocument } from '../bson/encode.ts';
import { collectionName, findCollection } from '../collections/collections.ts';
import { compareValues } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { prepare, runQuery } from '../query/find.ts';
import { queryOf } from './find.ts';
import { viewDocuments } from './viewQuery.ts';

function run(context: CommandContext): Doc {
  const { body, view } = context;
  const { key } = body;
  if (typeof key !== 'string')
    throw new MongoError(14, "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const name = collectionName(context, 'distinct');
  const collection = findCollection(context, name);
  const query = queryOf(context, 'query');
  const prepared = prepare(collection, query);
  if (!collection) return { values: [] };
  const found = new Map<string, unknown>();
  const path = key.split('.');
  const documents =
    'viewOn' in collection.spec.options
      ? viewDocuments(context, collection, [{ $match: query.filter }])
      : docsOf(runQuery(view, collection, query, prepared));
  for (const doc of documents)
    for (const value of valuesAt(doc, path)) {
      const bytes = encodeDocument({ v: value }).latin1Slice();
      if (!found.has(bytes)) found.set(bytes, value);
    }
  const sorted = [...found.values()].sort((a, b) => compareValues(a, b));
  const same = (a: unknown, b: unknown): boolean => compareValues(a, b, query.strings) === 0;
  const values = sorted.filter((value, i) => i === 0 || !same(value, sorted[i - 1]));
  return { values };
}

function* docsOf(matches: Iterable<{ record: { doc: Doc } }>): Generator<Doc> {
  for (const { record } of matches) yield record.doc;
}

function valuesAt(base: unknown, path: readonly string[], at = 0): unknown[] {
  if (Array.isArray(base)) {
    const name = path[at];
    const item: unknown = name !== undefined && /^\d+$/.test(name) ? base[Number(name)] : undefined;
    if (item !== undefined) return valuesAt(item, path, at + 1);
    return base.flatMap((each: unknown) =>
      at === path.length ? [each] : isDoc(each) ? valuesAt(each, path, at) : [],
    );
  }
  if (at === path.length) return base === undefined ? [] : [base];
  return isDoc(base) ? valuesAt(base[path[at] as string], path, at + 1) : [];
}

/** The different values of a field. */
export const distinct: Command = { name: 'distinct', kind: 'read', inTransactions: true, run };
