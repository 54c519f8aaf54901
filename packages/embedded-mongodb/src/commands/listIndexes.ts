import { collectionName, findCollection } from '../collections/collections.ts';
import { MongoError } from '../document/errors.ts';
import type { Command } from '../engine/command.ts';
import { IterableSource } from '../pipeline/iterableSource.ts';
import { countOf, docOf } from './arguments.ts';
import { openCursor } from './cursorReply.ts';
import { describeIndex } from './indexSpecs.ts';

/** Lists the indexes of a collection. */
export const listIndexes: Command = {
  name: 'listIndexes',
  kind: 'read',
  run(context) {
    const { body, db } = context;
    const name = collectionName(context, 'listIndexes');
    const collection = findCollection(context, name);
    if (!collection) throw new MongoError(26, `ns does not exist: ${db}.${name}`);
    if ('viewOn' in collection.spec.options)
      throw new MongoError(166, `Namespace ${db}.${name} is a view, not a collection`);
    const cursor = docOf(body, 'cursor');
    const batchSize = cursor && cursor['batchSize'] !== undefined ? countOf(cursor, 'batchSize') : Infinity;
    return openCursor(
      context,
      collection.ns,
      new IterableSource(collection.spec.indexes.map(describeIndex)),
      batchSize,
    );
  },
};
