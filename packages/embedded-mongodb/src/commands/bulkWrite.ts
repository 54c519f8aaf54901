import { decodeDocument } from '../bson/decode.ts';
import { checkName, ensureCollection } from '../collections/collections.ts';
import { insertDocument } from '../collections/insertDocument.ts';
import { MongoError } from '../document/errors.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { IterableSource } from '../pipeline/iterableSource.ts';
import { countOf, variablesOf } from './arguments.ts';
import { openCursor } from './cursorReply.ts';
import { writeError } from './statements.ts';
import { emptyAsNone } from './update.ts';
import { filterOf, runDelete, runUpdate } from './write.ts';

interface Totals {
  nInserted: number;
  nMatched: number;
  nModified: number;
  nUpserted: number;
  nDeleted: number;
  nErrors: number;
}

interface Namespace {
  readonly db: string;
  readonly name: string;
}

function namespacesOf(body: Doc): Namespace[] {
  const list = body['nsInfo'];
  if (!Array.isArray(list))
    throw new MongoError(40414, "BSON field 'bulkWrite.nsInfo' is missing but a required field");
  return list.map((each: Doc | Buffer) => {
    const { ns } = Buffer.isBuffer(each) ? decodeDocument(each) : each;
    const dot = typeof ns === 'string' ? ns.indexOf('.') : -1;
    if (typeof ns !== 'string' || dot < 1)
      throw new MongoError(73, `Invalid namespace specified '${String(ns)}'`);
    const namespace = { db: ns.slice(0, dot), name: ns.slice(dot + 1) };
    checkName(namespace.db, namespace.name);
    return namespace;
  });
}

function runOperation(
  context: CommandContext,
  operation: Doc,
  namespaces: readonly Namespace[],
  totals: Totals,
): Doc {
  const kind = ['insert', 'update', 'delete'].find((each) => each in operation);
  if (!kind) throw new MongoError(9, 'bulkWrite operations must be insert, update or delete');
  const namespace = namespaces[toNumber(operation[kind])];
  if (!namespace)
    throw new MongoError(
      2,
      `BulkWrite ops entry ${JSON.stringify(operation[kind])} has an invalid nsInfo index.`,
    );
  const { db, name } = namespace;
  const common = {
    collation: operation['collation'],
    hint: emptyAsNone(operation['hint']),
    variables: variablesOf(context.body),
    multi: operation['multi'] === true,
  };
  if (kind === 'insert') {
    insertDocument(context, ensureCollection(context, name, db), operation['document'] as Doc);
    totals.nInserted++;
    return { n: 1 };
  }
  const filter = filterOf(operation['filter'], 'bulkWrite.ops.filter');
  if (kind === 'delete') {
    const { n } = runDelete(context, name, { ...common, filter }, db);
    totals.nDeleted += n;
    return { n };
  }
  const done = runUpdate(
    context,
    name,
    {
      ...common,
      filter,
      update: operation['updateMods'],
      upsert: operation['upsert'] === true,
      arrayFilters: operation['arrayFilters'] as unknown[] | undefined,
      sort: operation['sort'] as Doc | undefined,
    },
    db,
  );
  if (done.hasUpserted) totals.nUpserted++;
  else totals.nMatched += done.n;
  totals.nModified += done.nModified ?? 0;
  return {
    n: done.n,
    nModified: done.nModified ?? 0,
    ...(done.hasUpserted && { upserted: { _id: done.upserted } }),
  };
}

function run(context: CommandContext): Doc {
  const { body, progress } = context;
  const operations = body['ops'];
  if (!Array.isArray(operations))
    throw new MongoError(40414, "BSON field 'bulkWrite.ops' is missing but a required field");
  if (operations.length === 0 || operations.length > 100_000)
    throw new MongoError(
      16,
      `Write batch sizes must be between 1 and 100000. Got ${operations.length} operations.`,
    );
  const namespaces = namespacesOf(body);
  const ordered = body['ordered'] !== false;
  const totals = (progress['totals'] ??= {
    nInserted: 0,
    nMatched: 0,
    nModified: 0,
    nUpserted: 0,
    nDeleted: 0,
    nErrors: 0,
  }) as Totals;
  const results = (progress['results'] ??= []) as Doc[];
  for (let at = (progress['at'] as number | undefined) ?? 0; at < operations.length; at++) {
    progress['at'] = at;
    const operation = operations[at] as Doc | Buffer;
    try {
      const result = runOperation(
        context,
        Buffer.isBuffer(operation) ? decodeDocument(operation) : operation,
        namespaces,
        totals,
      );
      if (body['errorsOnly'] !== true) results.push({ ok: 1, idx: at, ...result });
    } catch (error) {
      const { code, errmsg, index, ...extra } = writeError(error, at);
      totals.nErrors++;
      results.push({ ok: 0, idx: index, code, errmsg, ...extra, n: 0 });
      if (ordered) break;
    }
    delete progress['ids'];
  }
  const cursor = isDoc(body['cursor']) ? body['cursor'] : {};
  const batchSize = cursor['batchSize'] === undefined ? Infinity : countOf(cursor, 'batchSize');
  return {
    ...openCursor(context, 'admin.$cmd.bulkWrite', new IterableSource(results), batchSize),
    ...totals,
  };
}

/** Writes to several collections in one command. */
export const bulkWrite: Command = {
  name: 'bulkWrite',
  kind: 'write',
  inTransactions: true,
  retryable: true,
  adminOnly: true,
  run,
};
