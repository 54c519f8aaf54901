import { collectionName, findCollection } from '../collections/collections.ts';
import { sameValue } from '../document/compare.ts';
import { MongoError } from '../document/errors.ts';
import { isDoc } from '../document/types.ts';
import type { Command } from '../engine/command.ts';
import type { Collection, Index } from '../storage/collection.ts';
import { describeIndex } from './indexSpecs.ts';

function selected(collection: Collection, wanted: unknown): Index[] {
  if (wanted === '*') return collection.indexes.filter((index) => !index.isId);
  const names = Array.isArray(wanted) ? wanted : [wanted];
  return names.map((name: unknown) => {
    const found = collection.indexes.find((index) =>
      isDoc(name) ? sameValue(index.spec.key, name) : index.spec.name === name,
    );
    if (!found)
      throw new MongoError(
        27,
        isDoc(name)
          ? `can't find index with key: ${JSON.stringify(name)}`
          : `index not found with name [${String(name)}]`,
      );
    if (found.isId) throw new MongoError(72, 'cannot drop _id index');
    return found;
  });
}

/** Removes indexes by name, by key, or all but the one on _id. */
export const dropIndexes: Command = {
  name: 'dropIndexes',
  kind: 'write',
  run(context) {
    const { engine, body, scope } = context;
    const name = collectionName(context, 'dropIndexes');
    const collection = findCollection(context, name);
    if (!collection) throw new MongoError(26, `ns not found ${context.db}.${name}`);
    const nIndexesWas = collection.indexes.length;
    const gone = new Set(selected(collection, body['index']));
    for (const index of gone) engine.catalog.discard(engine.live, 'index', index.id);
    collection.indexes = collection.indexes.filter((index) => !gone.has(index));
    collection.spec.indexes = collection.indexes.map((index) => index.spec);
    engine.catalog.save(engine.live, collection);
    if (gone.size)
      scope.log({
        op: 'dropIndexes',
        db: context.db,
        collection,
        detail: { indexes: [...gone].map(({ spec }) => describeIndex(spec)) },
      });
    return { nIndexesWas, ...(body['index'] === '*' && { msg: 'non-_id indexes dropped for collection' }) };
  },
};
