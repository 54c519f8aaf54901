import { decodeDocument } from '../bson/decode.ts';
import { encodeDocument } from '../bson/encode.ts';
import { ensureCollection, findCollection } from '../collections/collections.ts';
import { validate } from '../collections/insertDocument.ts';
import { collationOrder } from '../document/collation.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { CommandContext } from '../engine/command.ts';
import type { MatchPosition } from '../filter/predicate.ts';
import type { Match, Query } from '../query/find.ts';
import { prepare, runQuery } from '../query/find.ts';
import { checkDocument } from '../storage/checkDocument.ts';
import type { Collection } from '../storage/collection.ts';
import { recordKey } from '../storage/recordKeys.ts';
import type { Record } from '../storage/records.ts';
import { insertRecord, removeRecord, updateRecord } from '../storage/records.ts';
import type { Update } from '../update/update.ts';
import { compileUpdate } from '../update/update.ts';
import { upsertDocument } from '../update/upsert.ts';
import type { StatementResult } from './statements.ts';

/** One update, wherever it came from. */
export interface UpdateStatement {
  readonly filter: Doc;
  readonly update: unknown;
  readonly multi: boolean;
  readonly upsert: boolean;
  readonly arrayFilters?: readonly unknown[] | undefined;
  readonly collation?: unknown;
  readonly hint?: unknown;
  readonly sort?: Doc | undefined;
  readonly variables?: Doc | undefined;
}

/** One delete. */
export interface DeleteStatement {
  readonly filter: Doc;
  readonly multi: boolean;
  readonly collation?: unknown;
  readonly hint?: unknown;
  readonly variables?: Doc | undefined;
}

function queryFor(context: CommandContext, statement: UpdateStatement | DeleteStatement): Query {
  return {
    filter: statement.filter,
    sort: 'sort' in statement ? statement.sort : undefined,
    hint: statement.hint,
    strings: collationOrder(statement.collation),
    variables: statement.variables,
    limit: statement.multi ? 0 : 1,
    pulse: context.body['maxTimeMS'] ? context.pulse : undefined,
  };
}

/** What one changed document was and is. */
export interface Changed {
  readonly before: Doc;
  readonly beforeRaw: Buffer;
  readonly after: Doc;
  readonly afterRaw: Buffer;
  readonly modified: boolean;
}

/** Changes one found document; nothing is written when it stays the same. */
export function changeRecord(
  context: CommandContext,
  collection: Collection,
  record: Record,
  update: Update,
  position: number | undefined,
): Changed {
  const before = record.doc;
  const after = update.apply(before, position, false);
  const afterRaw = encodeDocument(after);
  const modified = !afterRaw.equals(record.raw);
  if (modified) {
    checkDocument(after);
    if (context.body['bypassDocumentValidation'] !== true && mustValidate(collection, before))
      validate(collection, after);
    updateRecord(context.scope, collection, record, {
      doc: after,
      raw: afterRaw,
      replaced: update.replaces,
    });
  }
  return { before, beforeRaw: record.raw, after, afterRaw, modified };
}

function mustValidate(collection: Collection, before: Doc): boolean {
  if (!collection.validator) return false;
  return collection.spec.options['validationLevel'] !== 'moderate' || collection.validator(before);
}

/** Inserts what an upsert makes of its filter. */
export function insertUpsert(
  context: CommandContext,
  name: string,
  filter: Doc,
  update: Update,
  db = context.db,
): Doc {
  const collection = ensureCollection(context, name, db);
  const doc = upsertDocument(filter, update);
  checkDocument(doc);
  if (context.body['bypassDocumentValidation'] !== true) validate(collection, doc);
  insertRecord(context.scope, collection, doc, encodeDocument(doc));
  return doc;
}

/** Runs one update statement. */
export function runUpdate(
  context: CommandContext,
  name: string,
  statement: UpdateStatement,
  db = context.db,
): StatementResult {
  const update = compileUpdate(statement.update, statement);
  if (statement.multi && update.replaces)
    throw new MongoError(9, 'multi update is not supported for replacement-style update');
  const collection = findCollection(context, name, db);
  if (collection && 'viewOn' in collection.spec.options)
    throw new MongoError(166, `Namespace ${db}.${name} is a view, not a collection`);
  const query = queryFor(context, statement);
  const prepared = prepare(collection, query);
  if (collection) {
    const done = statement.multi
      ? updateMany(context, collection, query, update)
      : updateFirst(
          context,
          runQuery(context.view, collection, query, prepared).next().value as Match | undefined,
          collection,
          update,
        );
    if (done.n > 0) return done;
  }
  if (!statement.upsert) return { n: 0, nModified: 0 };
  const doc = insertUpsert(context, name, statement.filter, update, db);
  return { n: 1, nModified: 0, upserted: doc['_id'], hasUpserted: true };
}

function updateFirst(
  context: CommandContext,
  match: Match | undefined,
  collection: Collection,
  update: Update,
): StatementResult {
  if (!match) return { n: 0, nModified: 0 };
  const { modified } = changeRecord(context, collection, match.record, update, match.position);
  return { n: 1, nModified: modified ? 1 : 0 };
}

function updateMany(
  context: CommandContext,
  collection: Collection,
  query: Query,
  update: Update,
): StatementResult {
  const { progress } = context;
  const counts = (progress['counts'] ??= { n: 0, nModified: 0 }) as { n: number; nModified: number };
  each(context, collection, query, (record, position) => {
    const { modified } = changeRecord(context, collection, record, update, position);
    counts.n++;
    if (modified) counts.nModified++;
  });
  delete progress['counts'];
  return counts;
}

/**
 * Works through all matches. They are found first and changed after, so that no document is met twice; a
 * command that had to wait goes on where it stopped and looks at each remaining document afresh.
 */
function each(
  context: CommandContext,
  collection: Collection,
  query: Query,
  work: (record: Record, position: number | undefined) => void,
): void {
  const { view, progress } = context;
  const prepared = prepare(collection, query);
  let ids = progress['ids'] as number[] | undefined;
  if (!ids) {
    progress['ids'] = ids = [];
    for (const { record } of runQuery(view, collection, query, prepared)) ids.push(record.id);
    ids.reverse();
  }
  while (ids.length) {
    const id = ids.at(-1) as number;
    const raw = view.get('records', recordKey(collection.spec.id, id));
    if (raw) {
      const doc = decodeDocument(raw);
      const position: MatchPosition = {};
      if (prepared.matches(doc, position)) work({ id, raw, doc }, position.index);
    }
    ids.pop();
  }
  delete progress['ids'];
}

/** Runs one delete statement. */
export function runDelete(
  context: CommandContext,
  name: string,
  statement: DeleteStatement,
  db = context.db,
): StatementResult {
  const collection = findCollection(context, name, db);
  if (collection && 'viewOn' in collection.spec.options)
    throw new MongoError(166, `Namespace ${db}.${name} is a view, not a collection`);
  const query = queryFor(context, statement);
  const prepared = prepare(collection, query);
  if (!collection) return { n: 0 };
  if (!statement.multi) {
    const match = runQuery(context.view, collection, query, prepared).next().value as Match | undefined;
    if (match) removeRecord(context.scope, collection, match.record);
    return { n: match ? 1 : 0 };
  }
  const { progress } = context;
  each(context, collection, query, (record) => {
    removeRecord(context.scope, collection, record);
    progress['removed'] = ((progress['removed'] as number | undefined) ?? 0) + 1;
  });
  const n = (progress['removed'] as number | undefined) ?? 0;
  delete progress['removed'];
  return { n };
}

/** A filter out of a statement. Throws TypeMismatch when it is none. */
export function filterOf(value: unknown, where: string): Doc {
  if (isDoc(value)) return value;
  throw new MongoError(14, `BSON field '${where}' is the wrong type, expected type 'object'`);
}
