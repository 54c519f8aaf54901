import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import type { CommandContext } from '../engine/command.ts';
import { openIndex } from '../storage/collection.ts';
import { createCollection, findCollection } from './collections.ts';
import { insertDocument } from './insertDocument.ts';

/** Replaces a collection's content, keeping its options and indexes, as $out does. */
export function rebuildInto(
  context: CommandContext,
  db: string,
  name: string,
  documents: readonly Doc[],
): void {
  const { engine, scope } = context;
  const old = findCollection(context, name, db);
  if (old && 'viewOn' in old.spec.options)
    throw new MongoError(166, `Namespace ${db}.${name} is a view, not a collection`);
  if (old?.spec.options['capped'] === true)
    throw new MongoError(17152, `namespace '${db}.${name}' is capped so it can't be used for $out`);
  if (old) {
    engine.catalog.drop(engine.live, old);
    scope.log({ op: 'drop', db, collection: old });
  }
  const collection = createCollection(context, name, old?.spec.options ?? {}, db);
  for (const { spec, isId } of old?.indexes ?? []) {
    if (isId) continue;
    const fresh = { ...spec, id: engine.catalog.takeId(engine.live) };
    delete fresh.multikey;
    collection.spec.indexes.push(fresh);
    collection.indexes.push(openIndex(fresh));
  }
  engine.catalog.save(engine.live, collection);
  for (const doc of documents) insertDocument(context, collection, doc);
}
