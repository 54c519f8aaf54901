import { MongoError } from '../document/errors.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { PreparedQuery, Query } from '../query/find.ts';
import { prepare, runQuery } from '../query/find.ts';
import type { Namespace, PipelineContext } from '../stages/stage.ts';
import type { Collection } from '../storage/collection.ts';
import { compilePipeline } from './pipeline.ts';

/** The leading stages of a pipeline that a query can do, with an index if there is one. */
export interface Pushed {
  readonly query: Query;
  readonly rest: readonly Doc[];
}

/** Takes the leading $match, $sort, $skip and $limit stages out of a pipeline. */
export function pushDown(
  pipeline: readonly Doc[],
  context: Pick<PipelineContext, 'command' | 'variables' | 'strings'>,
  hint?: unknown,
): Pushed {
  const filters: Doc[] = [];
  let at = 0;
  for (; at < pipeline.length && '$match' in (pipeline[at] as Doc); at++) {
    const filter = pipeline[at]?.['$match'];
    if (!isDoc(filter)) throw new MongoError(15959, 'the match filter must be an expression in an object');
    if (Object.keys(filter).length) filters.push(filter);
  }
  const filter = filters.length === 1 ? (filters[0] as Doc) : filters.length ? { $and: filters } : {};
  let sort: Doc | undefined;
  const sorting = pipeline[at]?.['$sort'];
  if (isDoc(sorting) && Object.keys(sorting).length) {
    sort = sorting;
    at++;
  }
  let skip = 0;
  let limit = 0;
  const skipping = pipeline[at]?.['$skip'];
  if (isCount(skipping)) {
    skip = toNumber(skipping);
    at++;
  }
  const limiting = pipeline[at]?.['$limit'];
  if (isCount(limiting) && toNumber(limiting) > 0) {
    limit = toNumber(limiting);
    at++;
  }
  const { variables, strings, command } = context;
  const pulse = command?.body['maxTimeMS'] ? command.pulse : undefined;
  return { query: { filter, sort, skip, limit, hint, variables, strings, pulse }, rest: pipeline.slice(at) };
}

function isCount(value: unknown): boolean {
  const n = toNumber(value);
  return Number.isInteger(n) && n >= 0;
}

/** The documents of a namespace after a pipeline; a view's own pipeline comes first. */
export function readNamespace(
  context: PipelineContext,
  { db, name }: Namespace,
  pipeline: readonly Doc[],
): Iterable<Doc> {
  const { command } = context;
  if (!command) throw new MongoError(9, 'no other collection can be read here');
  const collection = command.engine.collection(db, name, command.transaction);
  if (collection && 'viewOn' in collection.spec.options) {
    const { viewOn, pipeline: own = [] } = collection.spec.options;
    return readNamespace(context, { db, name: String(viewOn) }, [...(own as Doc[]), ...pipeline]);
  }
  const { query, rest } = pushDown(pipeline, context);
  const prepared = prepare(collection, query);
  const run = compilePipeline(rest, context);
  return run(collection ? documentsOf(context, collection, query, prepared) : []);
}

/** The documents a query finds. */
export function* documentsOf(
  context: PipelineContext,
  collection: Collection,
  query: Query,
  prepared: PreparedQuery,
): Generator<Doc> {
  if (!context.command) return;
  for (const { record } of runQuery(context.command.view, collection, query, prepared)) yield record.doc;
}
