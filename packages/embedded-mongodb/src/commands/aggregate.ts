import { openChangeStream } from '../changes/openChangeStream.ts';
import { checkName } from '../collections/collections.ts';
import { collationOrder } from '../document/collation.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { pipelineContext } from '../pipeline/context.ts';
import { IterableSource } from '../pipeline/iterableSource.ts';
import { compilePipeline, stageOf } from '../pipeline/pipeline.ts';
import { documentsOf, pushDown, readNamespace } from '../pipeline/source.ts';
import { prepare, runQuery } from '../query/find.ts';
import { QuerySource } from '../query/querySource.ts';
import { countOf, variablesOf } from './arguments.ts';
import { openCursor } from './cursorReply.ts';
import { emptyAsNone } from './update.ts';

/** Stages that bring their own documents. */
const sources = new Set([
  '$documents',
  '$currentOp',
  '$listLocalSessions',
  '$listSessions',
  '$collStats',
  '$indexStats',
  '$changeStream',
]);

function writes(body: Doc): 'read' | 'write' {
  const { pipeline } = body;
  const last: unknown = Array.isArray(pipeline) ? pipeline.at(-1) : undefined;
  return isDoc(last) && ('$out' in last || '$merge' in last) ? 'write' : 'read';
}

function run(context: CommandContext): Doc {
  const { body, db } = context;
  if (
    isDoc(body['readConcern']) &&
    body['readConcern']['level'] === 'linearizable' &&
    writes(body) === 'write'
  )
    throw new MongoError(72, '$out and $merge cannot be used with readConcern level "linearizable"');
  const { pipeline, aggregate: target } = body;
  if (!Array.isArray(pipeline))
    throw new MongoError(14, "BSON field 'aggregate.pipeline' is the wrong type, expected type 'array'");
  if (!isDoc(body['cursor']) && body['explain'] !== true)
    throw new MongoError(
      9,
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  const stages = pipeline as Doc[];
  const [firstName] = stages.length ? stageOf(stages[0]) : [''];
  for (const stage of stages.slice(1)) {
    const [name] = stageOf(stage);
    if (sources.has(name))
      throw new MongoError(40602, `${name} is only valid as the first stage in a pipeline`);
  }
  const whole = typeof target !== 'string';
  const ns = `${db}.${whole ? '$cmd.aggregate' : target}`;
  if (!whole) checkName(db, target);
  const batchSize =
    isDoc(body['cursor']) && body['cursor']['batchSize'] !== undefined
      ? countOf(body['cursor'], 'batchSize')
      : 101;
  const strings = collationOrder(body['collation']);
  const pipeContext = pipelineContext({
    command: context,
    db,
    variables: { NOW: new Date(context.engine.now()), ...variablesOf(body) },
    strings,
  });
  if (firstName === '$changeStream')
    return openCursor(
      context,
      ns,
      openChangeStream(context, pipeContext, stages, whole ? undefined : target),
      batchSize,
      { tailable: true },
    );
  if (whole && !sources.has(firstName))
    throw new MongoError(
      73,
      `{aggregate: 1} is not valid for '${firstName || '(an empty pipeline)'}'; a collection is required.`,
    );
  if (sources.has(firstName))
    return openCursor(context, ns, new IterableSource(compilePipeline(stages, pipeContext)([])), batchSize);
  const name = target as string;
  const collection = context.engine.collection(db, name, context.transaction);
  if (collection && 'viewOn' in collection.spec.options)
    return finish(context, ns, readNamespace(pipeContext, { db, name }, stages), batchSize);
  const { query, rest } = pushDown(stages, pipeContext, emptyAsNone(body['hint']));
  const prepared = prepare(collection, query);
  if (rest.length === 0 && collection)
    return openCursor(
      context,
      ns,
      new QuerySource(runQuery(context.view, collection, query, prepared), undefined),
      batchSize,
    );
  const stage = compilePipeline(rest, pipeContext);
  return finish(
    context,
    ns,
    stage(collection ? documentsOf(pipeContext, collection, query, prepared) : []),
    batchSize,
  );
}

/** Pipelines that write have nothing to return and must run to their end at once. */
function finish(context: CommandContext, ns: string, documents: Iterable<Doc>, batchSize: number): Doc {
  const source = new IterableSource(documents);
  if (writes(context.body) === 'write') source.next(1);
  return openCursor(context, ns, source, batchSize);
}

/** Runs a pipeline. */
export const aggregate: Command = { name: 'aggregate', kind: writes, inTransactions: true, run };
