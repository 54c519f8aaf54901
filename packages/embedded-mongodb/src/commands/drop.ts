import { collectionName, findCollection } from '../collections/collections.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import type { Collection } from '../storage/collection.ts';

/** Removes a collection with all it holds. */
export function dropCollection(context: CommandContext, collection: Collection): void {
  const { engine, scope } = context;
  engine.catalog.drop(engine.live, collection);
  engine.cursors.killWhere((cursor) => cursor.ns === collection.ns && !cursor.tailable);
  scope.log({ op: 'drop', db: collection.spec.db, collection });
}

/** Removes a collection. One that does not exist is no error. */
export const drop: Command = {
  name: 'drop',
  kind: 'write',
  run(context) {
    const collection = findCollection(context, collectionName(context, 'drop'));
    if (!collection) return {};
    const nIndexesWas = collection.indexes.length;
    dropCollection(context, collection);
    return { nIndexesWas, ns: collection.ns };
  },
};
