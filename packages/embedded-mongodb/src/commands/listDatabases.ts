import type { Doc } from '../document/types.ts';
import type { Command } from '../engine/command.ts';
import { compileFilter } from '../filter/match.ts';
import { docOf } from './arguments.ts';

/** Lists the databases. */
export const listDatabases: Command = {
  name: 'listDatabases',
  kind: 'read',
  adminOnly: true,
  run({ engine, body }) {
    const matches = compileFilter(docOf(body, 'filter') ?? {});
    const databases = engine.catalog.databaseNames().map((name): Doc => {
      const sizeOnDisk = engine.catalog.list(name).reduce((sum, { size }) => sum + size, 0);
      return { name, sizeOnDisk: BigInt(sizeOnDisk), empty: sizeOnDisk === 0 };
    });
    const found = databases.filter((doc) => matches(doc));
    if (body['nameOnly'] === true) return { databases: found.map(({ name }) => ({ name })) };
    const totalSize = found.reduce((sum, doc) => sum + (doc['sizeOnDisk'] as bigint), 0n);
    return { databases: found, totalSize, totalSizeMb: totalSize / 1_048_576n };
  },
};
