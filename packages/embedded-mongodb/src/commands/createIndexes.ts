import { collectionName, ensureCollection, findCollection } from '../collections/collections.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { candidates } from '../query/candidates.ts';
import type { Collection, Index } from '../storage/collection.ts';
import { openIndex } from '../storage/collection.ts';
import { indexRecord } from '../storage/records.ts';
import { findEquivalent, readIndexSpec } from './indexSpecs.ts';

function run(context: CommandContext): Doc {
  const { body, engine, transaction, scope } = context;
  const name = collectionName(context, 'createIndexes');
  const specs = body['indexes'];
  if (!Array.isArray(specs) || specs.length === 0)
    throw new MongoError(2, 'Must specify at least one index to create');
  const createdCollectionAutomatically = findCollection(context, name) === undefined;
  const wanted = (specs as Doc[]).map((spec) => {
    if (!isDoc(spec)) throw new MongoError(14, 'The elements of the indexes array must be objects');
    return readIndexSpec(spec, 0);
  });
  const collection = ensureCollection(context, name);
  const numIndexesBefore = collection.indexes.length;
  if (
    transaction &&
    !transaction.created.has(collection.ns) &&
    wanted.some((spec) => !findEquivalent(collection.spec.indexes, spec))
  )
    throw new MongoError(
      263,
      `Cannot create new indexes on existing collection ${collection.ns} in a multi-document transaction.`,
    );
  const added: Index[] = [];
  for (const spec of wanted) {
    if (findEquivalent([...collection.spec.indexes, ...added.map((index) => index.spec)], spec)) continue;
    added.push(openIndex({ ...spec, id: engine.catalog.takeId(transaction ? undefined : engine.live) }));
  }
  if (added.length) {
    fill(context, collection, added);
    collection.spec.indexes.push(...added.map((index) => index.spec));
    collection.indexes = [...collection.indexes, ...added];
    if (!transaction) engine.catalog.save(engine.live, collection);
    scope.log({
      op: 'createIndexes',
      db: collection.spec.db,
      collection,
      detail: { indexes: added.map(({ spec }) => ({ v: 2, key: spec.key, name: spec.name })) },
    });
  }
  return {
    numIndexesBefore,
    numIndexesAfter: collection.indexes.length,
    createdCollectionAutomatically,
    ...(added.length === 0 && { note: 'all indexes already exist' }),
  };
}

/** Fills new indexes from what is stored. A duplicate found on the way leaves everything as it was. */
function fill(context: CommandContext, collection: Collection, added: readonly Index[]): void {
  const { engine, transaction, scope } = context;
  try {
    for (const record of candidates(context.view, collection, {
      kind: 'scan',
      reverse: false,
      sorted: false,
    }))
      for (const index of added)
        indexRecord({ ...scope, saveIndex: () => undefined }, collection, index, record);
  } catch (error) {
    if (!transaction) for (const index of added) engine.catalog.discard(engine.live, 'index', index.id);
    throw error;
  }
}

/** Adds indexes. */
export const createIndexes: Command = { name: 'createIndexes', kind: 'write', inTransactions: true, run };
