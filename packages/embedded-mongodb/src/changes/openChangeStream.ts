import type { Timestamp } from 'bson';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { bsonType, isDoc } from '../document/types.ts';
import type { CommandContext } from '../engine/command.ts';
import { historyKey } from '../history/history.ts';
import { compilePipeline, isStage, stageOf } from '../pipeline/pipeline.ts';
import type { Match } from '../query/find.ts';
import { runQuery } from '../query/find.ts';
import type { PipelineContext } from '../stages/stage.ts';
import { ChangeSource } from './changeSource.ts';
import type { Watched } from './events.ts';
import type { Place } from './token.ts';
import { lastIndex, readToken } from './token.ts';

const allowed = new Set([
  '$addFields',
  '$match',
  '$project',
  '$replaceRoot',
  '$replaceWith',
  '$redact',
  '$set',
  '$unset',
  '$changeStreamSplitLargeEvent',
]);
const known = new Set([
  'resumeAfter',
  'startAfter',
  'startAtOperationTime',
  'fullDocument',
  'fullDocumentBeforeChange',
  'allChangesForCluster',
  'showExpandedEvents',
]);

/** Opens the source of a $changeStream cursor. */
export function openChangeStream(
  context: CommandContext,
  pipelineContext: PipelineContext,
  stages: readonly Doc[],
  collection: string | undefined,
): ChangeSource {
  const { engine, db, transaction } = context;
  if (transaction) throw new MongoError(263, '$changeStream is not allowed within a transaction');
  const spec = stages[0]?.['$changeStream'];
  if (!isDoc(spec)) throw new MongoError(50808, '$changeStream stage expects a document as argument');
  for (const name of Object.keys(spec))
    if (!known.has(name))
      throw new MongoError(40415, `BSON field '$changeStream.${name}' is an unknown field.`);
  for (const stage of stages.slice(1)) {
    const [name] = stageOf(stage);
    if (!isStage(name)) throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
    if (!allowed.has(name)) throw new MongoError(20, `${name} is not permitted in a $changeStream pipeline`);
  }
  const rest = stages.slice(1).filter((stage) => !('$changeStreamSplitLargeEvent' in stage));
  const stage = compilePipeline(rest, pipelineContext);
  const wholeCluster = spec['allChangesForCluster'] === true;
  if (wholeCluster && (db !== 'admin' || collection !== undefined))
    throw new MongoError(
      72,
      'A $changeStream with allChangesForCluster:true may only be opened on the admin database, and with no collection name',
    );
  if (!wholeCluster && ['admin', 'config', 'local'].includes(db))
    throw new MongoError(73, `$changeStream may not be opened on the internal ${db} database`);
  const watched: Watched = {
    db: wholeCluster ? undefined : db,
    coll: collection,
    fullDocument: choice(spec, 'fullDocument', ['default', 'updateLookup', 'whenAvailable', 'required']),
    fullDocumentBeforeChange: choice(spec, 'fullDocumentBeforeChange', ['off', 'whenAvailable', 'required']),
    expanded: spec['showExpandedEvents'] === true,
    lookup: (inDb, coll, key) => lookup(context, inDb, coll, key),
  };
  const place = startingPlace(context, spec);
  if (engine.history.isForgotten(historyKey(place.time, place.index)))
    throw new MongoError(
      286,
      'Resume of change stream was not possible, as the resume point may no longer be in the oplog.',
      {},
      ['NonResumableChangeStreamError'],
    );
  return new ChangeSource(engine.live, engine.history, watched, stage, place);
}

function choice(spec: Doc, field: string, values: readonly string[]): string {
  const value = spec[field];
  if (value === undefined || value === null) return values[0] as string;
  if (typeof value !== 'string' || !values.includes(value))
    throw new MongoError(
      2,
      `Enumeration value '${String(value)}' for field '$changeStream.${field}' is not a valid value.`,
    );
  return value;
}

function lookup({ engine }: CommandContext, db: string, name: string, key: Doc): Buffer | undefined {
  const collection = engine.catalog.find(db, name);
  if (!collection) return undefined;
  const found = runQuery(engine.live, collection, { filter: { _id: { $eq: key['_id'] } }, limit: 1 }).next()
    .value as Match | undefined;
  return found?.record.raw;
}

function startingPlace({ engine }: CommandContext, spec: Doc): Place {
  const { resumeAfter, startAfter, startAtOperationTime } = spec;
  if (
    [resumeAfter, startAfter, startAtOperationTime].filter((each) => each !== undefined && each !== null)
      .length > 1
  )
    throw new MongoError(40674, 'Only one type of resume option is allowed, but multiple were found.');
  if (resumeAfter !== undefined && resumeAfter !== null) {
    const place = readToken(resumeAfter);
    if (place.invalidated)
      throw new MongoError(
        260,
        "Attempting to resume a change stream using 'resumeAfter' is not allowed from an invalidate notification.",
      );
    return place;
  }
  if (startAfter !== undefined && startAfter !== null)
    return { ...readToken(startAfter), invalidated: false };
  if (bsonType(startAtOperationTime) === 'Timestamp') {
    const { high, low } = startAtOperationTime as Timestamp;
    const time = { t: high >>> 0, i: low >>> 0 };
    return {
      time: time.i > 0 ? { t: time.t, i: time.i - 1 } : { t: time.t - 1, i: lastIndex },
      index: lastIndex,
      invalidated: false,
    };
  }
  return { time: engine.history.time, index: lastIndex, invalidated: false };
}
