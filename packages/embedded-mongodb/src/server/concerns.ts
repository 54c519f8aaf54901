import { MongoError } from '../document/errors.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';

const levels = ['local', 'majority', 'linearizable', 'available', 'snapshot'];

/** Read concerns are all met by one node; unknown ones are refused. */
export function checkReadConcern(body: Doc, command: string): void {
  const concern = body['readConcern'];
  if (concern === undefined) return;
  if (!isDoc(concern)) throw new MongoError(14, 'readConcern must be a document');
  const level = concern['level'];
  if (level !== undefined && (typeof level !== 'string' || !levels.includes(level)))
    throw new MongoError(
      9,
      `readConcern.level must be either 'local', 'majority', 'linearizable', 'available', or 'snapshot', not '${String(level)}'`,
    );
  if (
    level === 'snapshot' &&
    !['find', 'aggregate', 'distinct'].includes(command) &&
    body['autocommit'] === undefined
  )
    throw new MongoError(72, `${command} command does not support read concern { level: "snapshot" }`);
}

/** What a write concern asks for that this server cannot confirm; the write happens all the same. */
export function unmetWriteConcern(body: Doc): Doc | undefined {
  const concern = body['writeConcern'];
  if (concern === undefined) return undefined;
  if (!isDoc(concern)) throw new MongoError(14, 'writeConcern must be a document');
  const { w } = concern;
  if (typeof w === 'string' && w !== 'majority')
    return {
      code: 79,
      codeName: 'UnknownReplWriteConcern',
      errmsg: `No write concern mode named '${w}' found in replica set configuration`,
    };
  if (typeof w !== 'string' && w !== undefined && toNumber(w) > 1)
    return { code: 100, codeName: 'UnsatisfiableWriteConcern', errmsg: 'Not enough data-bearing nodes' };
  return undefined;
}

/** Stable API: version 1 is known, and strictness is taken at its word for what the version lacks. */
export function checkApi(body: Doc): void {
  const version = body['apiVersion'];
  if (version === undefined) {
    if (body['apiStrict'] !== undefined || body['apiDeprecationErrors'] !== undefined)
      throw new MongoError(322, 'Provided apiStrict and/or apiDeprecationErrors without passing apiVersion');
    return;
  }
  if (version !== '1') throw new MongoError(322, `API version must be "1"`);
}
