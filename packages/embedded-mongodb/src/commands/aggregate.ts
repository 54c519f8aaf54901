import type { PipelineContext } from '../stages/stage.ts';
import { openChangeStream } from '../changes/openChangeStream.ts';
import { checkName } from '../collections/collections.ts';
import { collationOrder } from '../document/collation.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import type { Source } from '../engine/cursors.ts';
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
  const stages = stagesOf(body);
  const [firstName] = stages.length ? stageOf(stages[0]) : [''];
  const target = typeof body['aggregate'] === 'string' ? body['aggregate'] : undefined;
  const ns = `${db}.${target ?? '$cmd.aggregate'}`;
  if (target !== undefined) checkName(db, target);
  const batchSize =
    isDoc(body['cursor']) && body['cursor']['batchSize'] !== undefined
      ? countOf(body['cursor'], 'batchSize')
      : 101;
  const strings = collationOrder(body['collation']);
  const variables = { NOW: new Date(context.engine.now()), ...variablesOf(body) };
  const settings = pipelineContext({ command: context, db, variables, strings });
  if (firstName === '$changeStream') {
    const source = openChangeStream(context, settings, stages, target);
    return openCursor(context, ns, source, batchSize, { tailable: true });
  }
  if (sources.has(firstName))
    return openCursor(context, ns, new IterableSource(compilePipeline(stages, settings)([])), batchSize);
  if (target === undefined)
    throw new MongoError(
      73,
      `{aggregate: 1} is not valid for '${firstName || '(an empty pipeline)'}'; a collection is required.`,
    );
  return openCursor(context, ns, sourceOf(context, settings, target, stages), batchSize);
}

/** The stages of the command, checked as far as they stand alone. */
function stagesOf(body: Doc): Doc[] {
  if (
    isDoc(body['readConcern']) &&
    body['readConcern']['level'] === 'linearizable' &&
    writes(body) === 'write'
  )
    throw new MongoError(72, '$out and $merge cannot be used with readConcern level "linearizable"');
  const { pipeline } = body;
  if (!Array.isArray(pipeline))
    throw new MongoError(14, "BSON field 'aggregate.pipeline' is the wrong type, expected type 'array'");
  if (!isDoc(body['cursor']) && body['explain'] !== true)
    throw new MongoError(
      9,
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  for (const stage of pipeline.slice(1)) {
    const [name] = stageOf(stage);
    if (sources.has(name))
      throw new MongoError(40602, `${name} is only valid as the first stage in a pipeline`);
  }
  return pipeline as Doc[];
}

/** What a pipeline over a collection or a view gives. */
function sourceOf(
  context: CommandContext,
  settings: PipelineContext,
  name: string,
  stages: readonly Doc[],
): Source {
  const { db, body } = context;
  const collection = context.engine.collection(db, name, context.transaction);
  if (collection && 'viewOn' in collection.spec.options)
    return begun(context, readNamespace(settings, { db, name }, stages));
  const { query, rest } = pushDown(stages, settings, emptyAsNone(body['hint']));
  const prepared = prepare(collection, query);
  if (rest.length === 0 && collection)
    return new QuerySource(runQuery(context.view, collection, query, prepared), undefined);
  const stage = compilePipeline(rest, settings);
  return begun(context, stage(collection ? documentsOf(settings, collection, query, prepared) : []));
}

/** Pipelines that write have nothing to return and must run to their end at once. */
function begun(context: CommandContext, documents: Iterable<Doc>): Source {
  const source = new IterableSource(documents);
  if (writes(context.body) === 'write') source.next(1);
  return source;
}

/** Runs a pipeline. */
export const aggregate: Command = { name: 'aggregate', kind: writes, inTransactions: true, run };
