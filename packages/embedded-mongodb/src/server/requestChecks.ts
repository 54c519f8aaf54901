import { MongoError } from '../document/errors.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Command } from '../engine/command.ts';
import type { Engine } from '../engine/engine.ts';

/** When a command's maxTimeMS is over, in epoch milliseconds. */
export function deadlineOf(engine: Engine, body: Doc): number {
  const limit = body['maxTimeMS'];
  if (limit === undefined || 'getMore' in body) return Infinity;
  const ms = toNumber(limit);
  if (!(ms >= 0) || ms > 2 ** 31 - 1)
    throw new MongoError(2, `${String(limit)} value for maxTimeMS is out of range [0,2147483647]`);
  return ms === 0 ? Infinity : engine.now() + ms;
}

/** Majority, which is the default, and j mean that the disk has it. */
export function wantsSync(body: Doc): boolean {
  const concern = body['writeConcern'];
  if (!isDoc(concern)) return true;
  if (typeof concern['j'] === 'boolean') return concern['j'];
  return concern['w'] === undefined || concern['w'] === 'majority';
}

/** Throws for names no database or collection can have, and for the wrong database. */
export function checkNamespace(db: string, command: Command, body: Doc): void {
  if (db === '' || db.length > 63 || /[/\\. "$\0]/.test(db.replace(/^\$external$/, '')))
    throw new MongoError(73, `Invalid database name: '${db}'`);
  if (command.adminOnly && db !== 'admin')
    throw new MongoError(13, `${command.name} may only be run against the admin database.`);
  const target = body[command.name];
  if (typeof target === 'string' && target.includes('\0'))
    throw new MongoError(73, 'namespaces cannot have embedded null characters');
}
