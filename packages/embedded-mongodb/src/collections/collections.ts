import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import type { CommandContext } from '../engine/command.ts';
import type { Collection } from '../storage/collection.ts';

/** The collection name a command gives under its own name. */
export function collectionName(context: Pick<CommandContext, 'db' | 'body'>, command: string): string {
  const name = context.body[command];
  if (typeof name !== 'string') throw new MongoError(2, `collection name has invalid type for ${command}`);
  checkName(context.db, name);
  return name;
}

/** Throws InvalidNamespace for what cannot be a collection's name. */
export function checkName(db: string, name: string): void {
  if (name === '' || name.startsWith('.') || name.includes('\0'))
    throw new MongoError(73, `Invalid namespace specified '${db}.${name}'`);
}

/** The collection, if it exists, as this command sees it. */
export function findCollection(
  context: CommandContext,
  name: string,
  db = context.db,
): Collection | undefined {
  return context.engine.collection(db, name, context.transaction);
}

/** The collection for a write, made on first use. */
export function ensureCollection(context: CommandContext, name: string, db = context.db): Collection {
  const found = findCollection(context, name, db);
  if (found) {
    if ('viewOn' in found.spec.options)
      throw new MongoError(166, `Namespace ${db}.${name} is a view, not a collection`);
    return found;
  }
  return createCollection(context, name, {}, db);
}

/** Makes a collection; inside a transaction others see it after the commit. */
export function createCollection(
  context: CommandContext,
  name: string,
  options: Doc,
  db = context.db,
): Collection {
  const { engine, transaction, scope } = context;
  checkName(db, name);
  if (name.includes('$')) throw new MongoError(73, `Invalid collection name: ${name}`);
  if (name.startsWith('system.') && !['system.views', 'system.profile', 'system.js'].includes(name))
    throw new MongoError(73, `Invalid system namespace: ${db}.${name}`);
  const collection = engine.catalog.draft(db, name, options);
  if (transaction) transaction.created.set(collection.ns, collection);
  else engine.catalog.save(engine.live, collection);
  scope.log({ op: 'create', db, collection });
  return collection;
}
