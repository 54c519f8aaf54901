import { MongoError } from '../document/errors.ts';
import { isDoc } from '../document/types.ts';
import { count, limit, sample, skip, sort, unwind } from '../stages/flowing.ts';
import { bucket, bucketAuto, group, sortByCount } from '../stages/grouping.ts';
import { collStats, currentOp, indexStats, listLocalSessions } from '../stages/inspecting.ts';
import { documents, facet, graphLookup, lookup, unionWith } from '../stages/joining.ts';
import { addFields, match, project, redact, replaceRoot, replaceWith, unset } from '../stages/shaping.ts';
import type { PipelineContext, Stage, StageCompiler } from '../stages/stage.ts';
import { throughMingo } from '../stages/viaMingo.ts';
import { merge, out } from '../stages/writing.ts';

/** Every stage but $changeStream, which is a source of its own. */
const stages: { readonly [name: string]: StageCompiler } = {
  $addFields: addFields,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $collStats: collStats,
  $count: count,
  $currentOp: currentOp,
  $densify: throughMingo('$densify'),
  $documents: documents,
  $facet: facet,
  $fill: throughMingo('$fill'),
  $graphLookup: graphLookup,
  $group: group,
  $indexStats: indexStats,
  $limit: limit,
  $listLocalSessions: listLocalSessions,
  $listSessions: listLocalSessions,
  $lookup: lookup,
  $match: match,
  $merge: merge,
  $out: out,
  $project: project,
  $redact: redact,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
  $sample: sample,
  $set: addFields,
  $setWindowFields: throughMingo('$setWindowFields'),
  $skip: skip,
  $sort: sort,
  $sortByCount: sortByCount,
  $unionWith: unionWith,
  $unset: unset,
  $unwind: unwind,
};

/** Stages that exist, but not here; the code is what a server without the feature answers. */
const refused: { readonly [name: string]: [number, string] } = {
  $search: [
    31082,
    'Using $search and $vectorSearch aggregation stages requires additional configuration: this server has no search index',
  ],
  $searchMeta: [
    31082,
    'Using $search and $vectorSearch aggregation stages requires additional configuration: this server has no search index',
  ],
  $vectorSearch: [
    31082,
    'Using $search and $vectorSearch aggregation stages requires additional configuration: this server has no search index',
  ],
  $listSearchIndexes: [
    31082,
    'Using Atlas Search Database Commands and the $listSearchIndexes aggregation stage requires additional configuration',
  ],
  $geoNear: [27, '$geoNear requires a 2d or 2dsphere index, and this server has none'],
  $changeStream: [40602, '$changeStream is only valid as the first stage in a pipeline'],
};

/** True for the name of any stage MongoDB has. */
export function isStage(name: string): boolean {
  return name in stages || name in refused || name === '$changeStreamSplitLargeEvent';
}

/** The name and operand of a stage. Throws for what is no stage. */
export function stageOf(stage: unknown): [string, unknown] {
  if (!isDoc(stage)) throw new MongoError(14, "Each element of the 'pipeline' array must be an object");
  const names = Object.keys(stage);
  const [name] = names;
  if (name === undefined || names.length !== 1)
    throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
  return [name, stage[name]];
}

/** Compiles stages into one function over documents. */
export function compilePipeline(pipeline: readonly unknown[], context: PipelineContext): Stage {
  const compiled = pipeline.map((stage, i) => {
    const [name, operand] = stageOf(stage);
    const refusal = refused[name];
    if (refusal) throw new MongoError(...refusal);
    const compile = stages[name];
    if (!compile) throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
    if ((name === '$out' || name === '$merge') && i < pipeline.length - 1)
      throw new MongoError(40601, `${name} can only be the final stage in the pipeline`);
    return compile(operand, context);
  });
  return (input) => compiled.reduce((docs, run) => run(docs), input);
}
