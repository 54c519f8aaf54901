import type { Doc } from '../bson/types.ts';
import { isDoc } from '../bson/types.ts';
import { sameValue } from '../bson/compare.ts';
import { MongoError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { toNumber } from '../query/leaf.ts';
import type { Collection } from '../storage/collection.ts';
import { collectionName, findCollection } from './collections.ts';
import type { Command } from './command.ts';

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

function modifyIndex(collection: Collection, wanted: Doc): Doc {
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
  if (wanted['unique'] === true)
    throw new MongoError(
      115,
      'converting an index to unique is not supported by this server: create a new one',
    );
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
    const reply = isDoc(body['index']) ? modifyIndex(collection, body['index']) : {};
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
