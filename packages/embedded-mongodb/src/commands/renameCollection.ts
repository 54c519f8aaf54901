import { checkName } from '../collections/collections.ts';
import { MongoError } from '../document/errors.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { dropCollection } from './drop.ts';

function parts(context: CommandContext, field: string): [string, string] {
  const ns = context.body[field];
  const dot = typeof ns === 'string' ? ns.indexOf('.') : -1;
  if (typeof ns !== 'string' || dot < 1)
    throw new MongoError(73, `Invalid namespace specified '${String(ns)}'`);
  return [ns.slice(0, dot), ns.slice(dot + 1)];
}

/** Gives a collection another name. */
export const renameCollection: Command = {
  name: 'renameCollection',
  kind: 'write',
  adminOnly: true,
  run(context) {
    const { engine, body, scope } = context;
    const [db, name] = parts(context, 'renameCollection');
    const [toDb, toName] = parts(context, 'to');
    checkName(toDb, toName);
    const collection = engine.catalog.find(db, name);
    if (!collection) throw new MongoError(26, `Source collection ${db}.${name} does not exist`);
    if (db === toDb && name === toName) throw new MongoError(20, "Can't rename a collection to itself");
    const target = engine.catalog.find(toDb, toName);
    if (target && body['dropTarget'] !== true) throw new MongoError(48, 'target namespace exists');
    if (target) dropCollection(context, target);
    scope.log({
      op: 'rename',
      db,
      collection,
      detail: { to: { db: toDb, coll: toName }, dropTarget: target?.spec.uuid },
    });
    engine.catalog.rename(engine.live, collection, toDb, toName);
    return {};
  },
};
