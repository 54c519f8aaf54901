import { collectionName, findCollection } from '../collections/collections.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import type { Command } from '../engine/command.ts';
import { version } from './buildInfo.ts';
import { setName } from './hello.ts';

/** Commands as MongoDB's opcounters group them; all that have no group of their own are `command`. */
function operationCounts(commands: ReadonlyMap<string, number>): Doc {
  const counts = { insert: 0n, query: 0n, update: 0n, delete: 0n, getmore: 0n, command: 0n };
  for (const [name, count] of commands) {
    const group = name === 'find' ? 'query' : name.toLowerCase();
    counts[group in counts ? (group as keyof typeof counts) : 'command'] += BigInt(count);
  }
  return counts;
}

/** Figures about the process. */
export const serverStatus: Command = {
  name: 'serverStatus',
  kind: 'free',
  run({ engine }) {
    const { rss, heapUsed } = process.memoryUsage();
    const uptime = (engine.now() - engine.startedAt) / 1000;
    return {
      host: 'localhost',
      version,
      process: 'promesse-embedded-mongo',
      pid: BigInt(process.pid),
      uptime,
      uptimeMillis: BigInt(Math.round(uptime * 1000)),
      localTime: new Date(engine.now()),
      connections: { current: 1 },
      mem: { bits: 64, resident: Math.round(rss / 1_048_576), heapUsed: Math.round(heapUsed / 1_048_576) },
      metrics: { cursor: { open: { total: BigInt(engine.cursors.size) } } },
      opcounters: operationCounts(engine.activity.commands),
      logicalSessionRecordCache: { activeSessionsCount: engine.sessions.size },
      transactions: {
        currentOpen: BigInt(
          engine.sessions.list().filter(({ transaction }) => transaction?.state === 'running').length,
        ),
        totalCommitted: BigInt(engine.activity.committed),
        totalAborted: BigInt(engine.activity.aborted),
      },
      repl: { setName, isWritablePrimary: true },
      storageEngine: { name: 'lmdb', persistent: true, supportsSnapshotReadConcern: true },
      lmdb: { commits: BigInt(engine.activity.commits) },
    };
  },
};

/** Figures about a database. */
export const dbStats: Command = {
  name: 'dbStats',
  kind: 'read',
  run({ engine, db, body }) {
    const scale = body['scale'] === undefined ? 1 : toNumber(body['scale']);
    const all = engine.catalog.list(db);
    const objects = all.reduce((sum, { count }) => sum + count, 0);
    const size = all.reduce((sum, each) => sum + each.size, 0);
    return {
      db,
      collections: BigInt(all.filter(({ spec }) => !('viewOn' in spec.options)).length),
      views: BigInt(all.filter(({ spec }) => 'viewOn' in spec.options).length),
      objects: BigInt(objects),
      avgObjSize: objects ? size / objects : 0,
      dataSize: size / scale,
      storageSize: size / scale,
      indexes: BigInt(all.reduce((sum, { indexes }) => sum + indexes.length, 0)),
      scaleFactor: BigInt(scale),
    };
  },
};

/** Figures about a collection. */
export const collStats: Command = {
  name: 'collStats',
  kind: 'read',
  run(context) {
    const collection = findCollection(context, collectionName(context, 'collStats'));
    if (!collection)
      return { ns: `${context.db}.${String(context.body['collStats'])}`, size: 0, count: 0, nindexes: 0 };
    const { count, size, indexes, ns } = collection;
    return {
      ns,
      size,
      count,
      avgObjSize: count ? Math.floor(size / count) : 0,
      storageSize: size,
      nindexes: indexes.length,
      capped: false,
    };
  },
};
