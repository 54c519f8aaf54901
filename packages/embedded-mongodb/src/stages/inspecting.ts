import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { StageCompiler } from './stage.ts';

/** $collStats, of the collection the command is about. */
export const collStats: StageCompiler = (operand, { command, db }) => {
  if (!isDoc(operand)) throw new MongoError(5447000, '$collStats must take a nested object');
  return function* () {
    const name = String(command?.body['aggregate']);
    const collection = command?.engine.collection(db, name, command.transaction);
    if (!collection) throw new MongoError(26, `Collection [${db}.${name}] not found.`);
    const doc: Doc = { ns: collection.ns, host: 'localhost', localTime: new Date() };
    if ('count' in operand) doc['count'] = collection.count;
    if ('storageStats' in operand)
      doc['storageStats'] = {
        size: collection.size,
        count: collection.count,
        avgObjSize: collection.count ? Math.floor(collection.size / collection.count) : 0,
        nindexes: collection.indexes.length,
        capped: false,
      };
    if ('latencyStats' in operand) doc['latencyStats'] = {};
    yield doc;
  };
};

/** $indexStats. */
export const indexStats: StageCompiler = (_, { command, db }) => {
  return function* () {
    const collection = command?.engine.collection(db, String(command.body['aggregate']), command.transaction);
    for (const { spec } of collection?.indexes ?? [])
      yield {
        name: spec.name,
        key: spec.key,
        host: 'localhost',
        accesses: { ops: 0n, since: new Date() },
        spec: { v: 2, key: spec.key, name: spec.name },
      };
  };
};

/** $currentOp: the command that asks is the only one running. */
export const currentOp: StageCompiler = (_, { command }) => {
  return function* () {
    if (!command) return;
    yield {
      host: 'localhost',
      type: 'op',
      desc: `conn${command.client.id}`,
      connectionId: command.client.id,
      client: command.client.remote,
      appName: command.client.appName,
      active: true,
      op: 'command',
      ns: 'admin.$cmd.aggregate',
      command: { aggregate: 1 },
    };
  };
};

/** $listLocalSessions. */
export const listLocalSessions: StageCompiler = (_, { command }) => {
  return function* () {
    for (const session of command?.engine.sessions.list() ?? [])
      yield { _id: session.lsid, lastUse: new Date(session.lastUsed) };
  };
};
