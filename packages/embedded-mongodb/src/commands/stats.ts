import { collectionName, findCollection } from '../collections/collections.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Command } from '../engine/command.ts';
import { version } from './buildInfo.ts';
import { setName } from './hello.ts';

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
      logicalSessionRecordCache: { activeSessionsCount: engine.sessions.size },
      transactions: {
        currentOpen: BigInt(
          engine.sessions.list().filter(({ transaction }) => transaction?.state === 'running').length,
        ),
      },
      repl: { setName, isWritablePrimary: true },
      storageEngine: { name: 'lmdb', persistent: true, supportsSnapshotReadConcern: true },
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
