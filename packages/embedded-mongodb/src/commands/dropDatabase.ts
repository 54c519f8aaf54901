import type { Command } from '../engine/command.ts';
import { dropCollection } from './drop.ts';

/** Removes all collections of a database. */
export const dropDatabase: Command = {
  name: 'dropDatabase',
  kind: 'write',
  run(context) {
    const { engine, db, scope } = context;
    const collections = engine.catalog.list(db);
    for (const collection of collections) dropCollection(context, collection);
    if (collections.length) scope.log({ op: 'dropDatabase', db });
    return collections.length ? { dropped: db } : {};
  },
};
