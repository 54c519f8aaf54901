import { decodeDocument } from '../bson/decode.ts';
import { collectionName, findCollection } from '../collections/collections.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { compileProjection } from '../projection/project.ts';
import type { Match } from '../query/find.ts';
import { prepare, runQuery } from '../query/find.ts';
import { removeRecord } from '../storage/records.ts';
import { compileUpdate } from '../update/update.ts';
import { docOf } from './arguments.ts';
import { queryOf } from './find.ts';
import { changeRecord, insertUpsert } from './write.ts';

function run(context: CommandContext): Doc {
  const { body, view } = context;
  const name = collectionName(context, 'findAndModify' in body ? 'findAndModify' : 'findandmodify');
  const removing = body['remove'] === true;
  const updated = body['update'] !== undefined;
  if (removing && updated) throw new MongoError(9, 'Cannot specify both an update and remove=true');
  if (!removing && !updated) throw new MongoError(9, 'Either an update or remove=true must be specified');
  if (removing && body['upsert'] === true)
    throw new MongoError(9, 'Cannot specify both upsert=true and remove=true ');
  if (removing && body['new'] === true)
    throw new MongoError(
      9,
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  const query = { ...queryOf(context, 'query'), limit: 1 };
  const fields = docOf(body, 'fields');
  const projection =
    fields && Object.keys(fields).length
      ? compileProjection(fields, { find: true, variables: query.variables })
      : undefined;
  const update = updated
    ? compileUpdate(body['update'], {
        arrayFilters: body['arrayFilters'] as unknown[] | undefined,
        variables: query.variables,
      })
    : undefined;
  const collection = findCollection(context, name);
  if (collection && 'viewOn' in collection.spec.options)
    throw new MongoError(166, `Namespace ${collection.ns} is a view, not a collection`);
  const prepared = prepare(collection, query);
  const match = collection && (runQuery(view, collection, query, prepared).next().value as Match | undefined);
  const shown = (raw: Buffer): Doc | Buffer =>
    projection ? projection(decodeDocument(raw), match?.position) : raw;
  if (!match || !collection) {
    if (removing) return { lastErrorObject: { n: 0 }, value: null };
    if (!update || body['upsert'] !== true)
      return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
    const doc = insertUpsert(context, name, query.filter, update);
    const value = body['new'] === true ? (projection ? projection(doc) : doc) : null;
    return { lastErrorObject: { n: 1, updatedExisting: false, upserted: doc['_id'] }, value };
  }
  if (!update) {
    removeRecord(context.scope, collection, match.record);
    return { lastErrorObject: { n: 1 }, value: shown(match.record.raw) };
  }
  const { beforeRaw, afterRaw } = changeRecord(context, collection, match.record, update, match.position);
  return {
    lastErrorObject: { n: 1, updatedExisting: true },
    value: shown(body['new'] === true ? afterRaw : beforeRaw),
  };
}

/** Changes or removes one document and returns it. */
export const findAndModify: Command = {
  name: 'findAndModify',
  kind: 'write',
  inTransactions: true,
  retryable: true,
  run,
};
/** The same by its older name. */
export const findandmodify: Command = { ...findAndModify, name: 'findandmodify' };
