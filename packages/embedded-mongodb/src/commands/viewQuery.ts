import { collationOrder } from '../document/collation.ts';
import type { Doc } from '../document/types.ts';
import type { CommandContext } from '../engine/command.ts';
import { pipelineContext } from '../pipeline/context.ts';
import { IterableSource } from '../pipeline/iterableSource.ts';
import { readNamespace } from '../pipeline/source.ts';
import type { Query } from '../query/find.ts';
import type { Collection } from '../storage/collection.ts';
import { countOf, docOf, variablesOf } from './arguments.ts';
import { openCursor } from './cursorReply.ts';

/** A find over a view, as the pipeline it amounts to. */
export function aggregateView(context: CommandContext, view: Collection): Doc {
  const { body } = context;
  const pipeline: Doc[] = [{ $match: docOf(body, 'filter') ?? {} }];
  const sort = docOf(body, 'sort');
  if (sort && Object.keys(sort).length) pipeline.push({ $sort: sort });
  if (countOf(body, 'skip')) pipeline.push({ $skip: countOf(body, 'skip') });
  const limit = body['limit'] === undefined ? 0 : Math.abs(Number(body['limit']));
  if (limit) pipeline.push({ $limit: limit });
  const fields = docOf(body, 'projection');
  if (fields && Object.keys(fields).length) pipeline.push({ $project: fields });
  const batchSize = body['batchSize'] === undefined ? 101 : countOf(body, 'batchSize');
  return openCursor(context, view.ns, new IterableSource(viewDocuments(context, view, pipeline)), batchSize, {
    single: body['singleBatch'] === true,
  });
}

/** The documents of a view after further stages. */
export function viewDocuments(
  context: CommandContext,
  view: Collection,
  pipeline: readonly Doc[],
): Iterable<Doc> {
  const { db, body } = context;
  const settings = {
    command: context,
    db,
    variables: variablesOf(body) ?? {},
    strings: collationOrder(body['collation']),
  };
  return readNamespace(pipelineContext(settings), { db, name: view.spec.name }, pipeline);
}

/** How many documents of a view match. */
export function countView(context: CommandContext, view: Collection, query: Query): number {
  const pipeline: Doc[] = [{ $match: query.filter }];
  if (query.skip) pipeline.push({ $skip: query.skip });
  if (query.limit) pipeline.push({ $limit: query.limit });
  let n = 0;
  for (const doc of viewDocuments(context, view, pipeline)) if (doc) n++;
  return n;
}
