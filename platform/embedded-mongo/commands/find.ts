import { compileExpression, rootScope } from '../aggregate/expression.ts';
import { collationOrder } from '../query/collation.ts';
import type { Doc } from '../bson/types.ts';
import { isDoc } from '../bson/types.ts';
import { MongoError } from '../errors.ts';
import { findById, prepare, runQuery } from '../query/find.ts';
import type { Query } from '../query/find.ts';
import { compileProjection } from '../query/project.ts';
import { QuerySource, shape } from '../query/querySource.ts';
import { TailSource } from '../query/tailSource.ts';
import { toNumber } from '../query/leaf.ts';
import { collectionName, findCollection } from './collections.ts';
import { aggregateView } from './viewQuery.ts';
import type { Command, CommandContext } from './command.ts';
import { openCursor } from './cursorReply.ts';

/** A count that must not be negative, 0 when absent. */
export function countOf(body: Doc, field: string): number {
  const value = body[field];
  if (value === undefined || value === null) return 0;
  const number = toNumber(value);
  if (Number.isNaN(number))
    throw new MongoError(14, `BSON field '${field}' is the wrong type, expected a number`);
  if (number < 0)
    throw new MongoError(51024, `BSON field '${field}' value must be >= 0, actual value '${number}'`);
  return Math.trunc(number);
}

/** A document that may be left out. */
export function docOf(body: Doc, field: string): Doc | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (!isDoc(value))
    throw new MongoError(14, `BSON field '${field}' is the wrong type, expected type 'object'`);
  return value;
}

/** The values of the variables a command's `let` defines. */
export function variablesOf(body: Doc): Doc | undefined {
  const given = docOf(body, 'let');
  if (!given) return undefined;
  const variables: Doc = {};
  for (const [name, expression] of Object.entries(given)) {
    if (!/^[a-z]/.test(name))
      throw new MongoError(9, `'${name}' starts with an invalid character for a user variable name`);
    variables[name] = compileExpression(expression)(rootScope({}, variables));
  }
  return variables;
}

/** What find, count and distinct have in common. */
export function queryOf(context: CommandContext, filterField: string): Query {
  const { body } = context;
  const hint = body['hint'];
  const sort = docOf(body, 'sort');
  return {
    filter: docOf(body, filterField) ?? {},
    sort: sort && Object.keys(sort).length ? sort : undefined,
    skip: countOf(body, 'skip'),
    hint: isDoc(hint) && Object.keys(hint).length === 0 ? undefined : hint,
    strings: collationOrder(body['collation']),
    variables: variablesOf(body),
    pulse: body['maxTimeMS'] ? context.pulse : undefined,
  };
}

function run(context: CommandContext): Doc {
  const { body, view, db } = context;
  const name = collectionName(context, 'find');
  const collection = findCollection(context, name);
  const ns = `${db}.${name}`;
  for (const option of ['min', 'max', 'returnKey', 'showRecordId'])
    if (body[option] !== undefined && body[option] !== false)
      throw new MongoError(115, `the find option ${option} is not supported by this server`);
  if (collection && 'viewOn' in collection.spec.options) return aggregateView(context, collection);
  const query: Query = { ...queryOf(context, 'filter'), limit: countOf(body, 'limit') };
  const single = body['singleBatch'] === true;
  const batchSize = body['batchSize'] === undefined ? 101 : countOf(body, 'batchSize');
  const fields = docOf(body, 'projection');
  const prepared = prepare(collection, query);
  const projection =
    fields && Object.keys(fields).length
      ? compileProjection(fields, { find: true, variables: query.variables, strings: query.strings })
      : undefined;
  if (!collection) return { cursor: { firstBatch: [], id: 0n, ns } };
  if (body['tailable'] === true && collection.spec.options['capped'] !== true)
    throw new MongoError(
      2,
      `error processing query: ns=${ns}: tailable cursor requested on non capped collection`,
    );
  if (body['tailable'] === true) {
    const tail = new TailSource(view, collection, prepared.matches, projection, context.engine.history);
    return openCursor(context, ns, tail, batchSize, single, body['awaitData'] === true);
  }
  if (batchSize > 0 && !query.skip) {
    const found = findById(view, collection, prepared.plan);
    if (found !== undefined) {
      const firstBatch = found
        ? [projection ? shape({ record: found, position: undefined }, projection) : found.raw]
        : [];
      return { cursor: { firstBatch, id: 0n, ns } };
    }
  }
  const source = new QuerySource(runQuery(view, collection, query, prepared), projection);
  return openCursor(context, ns, source, batchSize, single);
}

/** Finds documents. */
export const find: Command = { name: 'find', kind: 'read', inTransactions: true, run };
