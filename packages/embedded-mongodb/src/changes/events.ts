import { Timestamp } from 'bson';
import { MongoError } from '../document/errors.ts';
import type { LogicalTime } from '../document/logicalTime.ts';
import type { Doc } from '../document/types.ts';
import type { StoredChange } from '../history/history.ts';

/** What of the database a stream follows. */
export interface Watched {
  /** Absent for the whole deployment. */
  readonly db?: string | undefined;
  readonly coll?: string | undefined;
  readonly fullDocument: string;
  readonly fullDocumentBeforeChange: string;
  readonly expanded: boolean;
  /** The document as it is now. */
  readonly lookup: (db: string, coll: string, key: Doc) => Buffer | undefined;
}

const quiet = new Set(['create', 'createIndexes', 'dropIndexes', 'modify']);

/** True when the change belongs into the stream. */
export function concerns(change: StoredChange, watched: Watched): boolean {
  if (quiet.has(change.op) && !watched.expanded) return false;
  if (watched.db === undefined)
    return !['admin', 'config', 'local'].includes(change.db) && !change.coll?.startsWith('system.');
  if (change.db !== watched.db) {
    const to = change.d?.['to'] as Doc | undefined;
    return (
      change.op === 'rename' &&
      to?.['db'] === watched.db &&
      (watched.coll === undefined || to['coll'] === watched.coll)
    );
  }
  if (watched.coll === undefined) return !change.coll?.startsWith('system.');
  if (change.op === 'dropDatabase') return false;
  return (
    change.coll === watched.coll ||
    (change.op === 'rename' && (change.d?.['to'] as Doc)['coll'] === watched.coll)
  );
}

/** True when the stream ends with this change. */
export function invalidates(change: StoredChange, watched: Watched): boolean {
  if (watched.coll !== undefined) return change.op === 'drop' || change.op === 'rename';
  return watched.db !== undefined && change.op === 'dropDatabase';
}

/** The event a stream shows for a change. */
export function eventOf(change: StoredChange, time: LogicalTime, id: Doc, watched: Watched): Doc {
  const event: Doc = {
    _id: id,
    operationType: change.op,
    clusterTime: new Timestamp(time),
    wallTime: change.w,
  };
  if (watched.expanded && change.ui) event['collectionUUID'] = change.ui;
  const full = fullDocument(change, watched);
  if (full !== undefined) event['fullDocument'] = full;
  event['ns'] = change.coll === undefined ? { db: change.db } : { db: change.db, coll: change.coll };
  if (watched.expanded && change.op === 'create') event['nsType'] = change.d?.['type'] ?? 'collection';
  if (change.op === 'rename') event['to'] = change.d?.['to'];
  if (change.k) event['documentKey'] = change.k;
  if (change.u) event['updateDescription'] = description(change.u, watched.expanded);
  if (watched.expanded && change.d !== undefined)
    event['operationDescription'] = change.op === 'rename' ? change.d : change.d;
  if (change.n !== undefined) {
    event['lsid'] = change.l;
    event['txnNumber'] = change.n;
  }
  const before = beforeChange(change, watched);
  if (before !== undefined) event['fullDocumentBeforeChange'] = before;
  return event;
}

function description(stored: Doc, expanded: boolean): Doc {
  if (expanded) return { disambiguatedPaths: {}, ...stored };
  const shown = { ...stored };
  delete shown['disambiguatedPaths'];
  return shown;
}

function fullDocument(change: StoredChange, watched: Watched): unknown {
  if (change.op === 'insert' || change.op === 'replace') return change.a;
  if (change.op !== 'update' || watched.fullDocument === 'default') return undefined;
  if (watched.fullDocument === 'updateLookup')
    return watched.lookup(change.db, change.coll as string, change.k as Doc) ?? null;
  if (change.a === undefined && watched.fullDocument === 'required') throw noImage('post-image');
  return change.a ?? null;
}

function beforeChange(change: StoredChange, watched: Watched): unknown {
  if (watched.fullDocumentBeforeChange === 'off' || !['update', 'replace', 'delete'].includes(change.op))
    return undefined;
  if (change.b === undefined && watched.fullDocumentBeforeChange === 'required') throw noImage('pre-image');
  return change.b ?? null;
}

function noImage(which: string): MongoError {
  return new MongoError(
    47,
    `Change stream was configured to require a ${which} for all update, delete and replace events, but the ${which} was not found`,
    {},
    ['NonResumableChangeStreamError'],
  );
}
