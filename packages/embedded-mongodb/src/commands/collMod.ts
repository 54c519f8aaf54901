import { collectionName, findCollection } from '../collections/collections.ts';
import { sameValue } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { compileFilter } from '../filter/match.ts';
import { candidates } from '../query/candidates.ts';
import type { Collection, Index } from '../storage/collection.ts';
import { planned } from '../storage/records.ts';

const settable = [
  'validator',
  'validationLevel',
  'validationAction',
  'viewOn',
  'pipeline',
  'changeStreamPreAndPostImages',
];
const generic = new Set([
  'collMod',
  'index',
  '$db',
  'lsid',
  '$clusterTime',
  'txnNumber',
  'autocommit',
  'writeConcern',
  'readConcern',
  'comment',
  'maxTimeMS',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  '$readPreference',
]);

/** Groups of documents that share a key, by their _id. */
function duplicatesIn({ view }: CommandContext, collection: Collection, index: Index): Doc[] {
  const groups = new Map<string, unknown[]>();
  for (const record of candidates(view, collection, { kind: 'scan', reverse: false, sorted: false }))
    for (const key of planned(index, record.doc).keys) {
      const name = key.latin1Slice();
      const group = groups.get(name);
      if (group) group.push(record.doc['_id']);
      else groups.set(name, [record.doc['_id']]);
    }
  return [...groups.values()].filter((ids) => ids.length > 1).map((ids) => ({ ids }));
}

function modifyIndex(context: CommandContext, collection: Collection, wanted: Doc): Doc {
  const found = collection.indexes.find(({ spec }) =>
    isDoc(wanted['keyPattern']) ? sameValue(spec.key, wanted['keyPattern']) : spec.name === wanted['name'],
  );
  if (!found)
    throw new MongoError(
      27,
      `cannot find index ${JSON.stringify(wanted['keyPattern'] ?? wanted['name'])} for ns ${collection.ns}`,
    );
  const { spec } = found;
  const reply: Doc = {};
  if (wanted['expireAfterSeconds'] !== undefined) {
    if (spec.expireAfterSeconds !== undefined)
      reply['expireAfterSeconds_old'] = BigInt(spec.expireAfterSeconds);
    spec.expireAfterSeconds = toNumber(wanted['expireAfterSeconds']);
    reply['expireAfterSeconds_new'] = BigInt(spec.expireAfterSeconds);
  }
  if (typeof wanted['hidden'] === 'boolean') {
    reply['hidden_old'] = spec.hidden === true;
    spec.hidden = wanted['hidden'];
    reply['hidden_new'] = wanted['hidden'];
  }
  if (typeof wanted['prepareUnique'] === 'boolean') spec.prepareUnique = wanted['prepareUnique'];
  if (wanted['unique'] === true) {
    const violations = duplicatesIn(context, collection, found);
    if (violations.length)
      throw new MongoError(
        359,
        'Cannot convert the index to unique. Please resolve conflicting documents before running collMod again.',
        { violations },
      );
    throw new MongoError(
      115,
      'converting an index to unique is not supported by this server: create a new one',
    );
  }
  return reply;
}

/** Changes options of a collection, a view or an index. */
export const collMod: Command = {
  name: 'collMod',
  kind: 'write',
  run(context) {
    const { body, engine, scope } = context;
    const name = collectionName(context, 'collMod');
    const collection = findCollection(context, name);
    if (!collection) throw new MongoError(26, `ns does not exist: ${context.db}.${name}`);
    for (const field of Object.keys(body))
      if (!settable.includes(field) && !generic.has(field))
        throw new MongoError(40415, `BSON field 'collMod.${field}' is an unknown field.`);
    const reply = isDoc(body['index']) ? modifyIndex(context, collection, body['index']) : {};
    for (const field of settable) if (body[field] !== undefined) collection.spec.options[field] = body[field];
    const { validator } = collection.spec.options;
    collection.validator =
      isDoc(validator) && Object.keys(validator).length ? compileFilter(validator) : undefined;
    engine.catalog.save(engine.live, collection);
    scope.log({
      op: 'modify',
      db: context.db,
      collection,
      detail: Object.fromEntries(
        settable.filter((field) => field in body).map((field) => [field, body[field]]),
      ),
    });
    return reply;
  },
};
