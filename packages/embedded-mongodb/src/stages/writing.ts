import { encodeDocument } from '../bson/encode.ts';
import { ensureCollection, findCollection } from '../collections/collections.ts';
import { insertDocument } from '../collections/insertDocument.ts';
import { rebuildInto } from '../collections/replaceCollection.ts';
import { sameValue } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import { pathValue } from '../document/path.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { CommandContext } from '../engine/command.ts';
import type { Match } from '../query/find.ts';
import { runQuery } from '../query/find.ts';
import type { Collection } from '../storage/collection.ts';
import { updateRecord } from '../storage/records.ts';
import type { Namespace, PipelineContext, StageCompiler } from './stage.ts';

function targetOf(operand: unknown, context: PipelineContext, stage: string): Namespace {
  if (typeof operand === 'string') return { db: context.db, name: operand };
  if (isDoc(operand) && typeof operand['coll'] === 'string')
    return { db: String(operand['db'] ?? context.db), name: operand['coll'] };
  throw new MongoError(16990, `${stage} only supports a string or object argument`);
}

function writer(context: PipelineContext, stage: string): CommandContext {
  if (!context.command) throw new MongoError(9, `${stage} is not allowed here`);
  if (context.command.transaction)
    throw new MongoError(263, `Stage not supported inside of a multi-document transaction: ${stage}`);
  return context.command;
}

/** $out: the results replace the collection at once. */
export const out: StageCompiler = (operand, context) => {
  const command = writer(context, '$out');
  const { db, name } = targetOf(operand, context, '$out');
  return function* (input): Generator<Doc> {
    rebuildInto(command, db, name, [...input]);
  };
};

/** $merge: the results go into the collection one by one. */
export const merge: StageCompiler = (operand, context) => {
  const command = writer(context, '$merge');
  const spec: Doc = isDoc(operand) && 'into' in operand ? operand : { into: operand };
  const { db, name } = targetOf(spec['into'], context, '$merge');
  const on = spec['on'] === undefined ? ['_id'] : ([spec['on']].flat() as string[]);
  const { whenMatched = 'merge', whenNotMatched = 'insert' } = spec;
  const variables = (spec['let'] as Doc | undefined) ?? {};
  return function* (input): Generator<Doc> {
    const existing = findCollection(command, name, db);
    if (existing && !(on.length === 1 && on[0] === '_id')) checkUnique(existing, on);
    for (const doc of [...input])
      mergeOne(command, context, { db, name, on, whenMatched, whenNotMatched, variables }, doc);
  };
};

/** Where a $merge goes and what it does there. */
interface Merge extends Namespace {
  /** The fields by which a result finds the document it belongs to. */
  readonly on: readonly string[];
  readonly whenMatched: unknown;
  readonly whenNotMatched: unknown;
  /** What its `let` defines. */
  readonly variables: Doc;
}

function checkUnique(collection: Collection, on: readonly string[]): void {
  const fits = collection.indexes.some(
    (index) =>
      index.unique && index.fields.length === on.length && on.every((field) => index.fields.includes(field)),
  );
  if (!fits) throw new MongoError(51183, 'Cannot find index to verify that join fields will be unique');
}

function mergeOne(
  command: CommandContext,
  context: PipelineContext,
  { db, name, on, whenMatched, whenNotMatched, variables }: Merge,
  doc: Doc,
): void {
  const collection = ensureCollection(command, name, db);
  const filter = Object.fromEntries(
    on.map((field) => [field, { $eq: pathValue(doc, field.split('.')) ?? null }]),
  );
  const usable = on.every((field) => field !== '_id' || doc['_id'] !== undefined);
  const match = usable
    ? (runQuery(command.view, collection, { filter, limit: 1 }).next().value as Match | undefined)
    : undefined;
  if (!match) {
    if (whenNotMatched === 'fail')
      throw new MongoError(
        13113,
        '$merge could not find a matching document in the target collection for at least one document in the source collection',
      );
    if (whenNotMatched === 'insert') insertDocument(command, collection, doc);
    return;
  }
  const { record } = match;
  if (whenMatched === 'keepExisting') return;
  if (whenMatched === 'fail') {
    insertDocument(command, collection, '_id' in doc ? doc : { ...doc, _id: record.doc['_id'] });
    return;
  }
  const merged = mergedForm(whenMatched, record.doc, doc, {
    ...context,
    variables: { ...context.variables, ...variables },
  });
  const after: Doc = { _id: record.doc['_id'], ...without(merged) };
  if (merged['_id'] !== undefined && !sameValue(merged['_id'], record.doc['_id']))
    throw new MongoError(
      66,
      '$merge failed to update the matching document, did you attempt to modify the _id or the shard key?',
    );
  const raw = encodeDocument(after);
  if (!raw.equals(record.raw))
    updateRecord(command.scope, collection, record, {
      doc: after,
      raw,
      replaced: whenMatched === 'replace',
    });
}

function without(doc: Doc): Doc {
  const rest = { ...doc };
  delete rest['_id'];
  return rest;
}

function mergedForm(whenMatched: unknown, old: Doc, fresh: Doc, context: PipelineContext): Doc {
  if (whenMatched === 'replace') return fresh;
  if (whenMatched === 'merge') return { ...old, ...fresh };
  if (Array.isArray(whenMatched)) {
    const variables = { ...context.variables, new: fresh };
    const [result] = context.compile(whenMatched, { ...context, variables })([old]);
    return result ?? old;
  }
  throw new MongoError(
    2,
    `Enumeration value '${String(whenMatched)}' for field 'whenMatched' is not a valid value.`,
  );
}
