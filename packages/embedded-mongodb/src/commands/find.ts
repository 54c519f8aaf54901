import { collectionName, findCollection } from '../collections/collections.ts';
import { collationOrder } from '../document/collation.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { compileProjection } from '../projection/project.ts';
import type { Query } from '../query/find.ts';
import { findById, prepare, runQuery } from '../query/find.ts';
import { QuerySource, shape } from '../query/querySource.ts';
import { TailSource } from '../query/tailSource.ts';
import { countOf, docOf, variablesOf } from './arguments.ts';
import { openCursor } from './cursorReply.ts';
import { aggregateView } from './viewQuery.ts';

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
    return openCursor(context, ns, tail, batchSize, { single, tailable: body['awaitData'] === true });
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
  return openCursor(context, ns, source, batchSize, { single });
}

/** Finds documents. */
export const find: Command = { name: 'find', kind: 'read', inTransactions: true, run };
