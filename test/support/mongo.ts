import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { startEmbeddedMongo } from '@promesse/embedded-mongodb/start';
import { connectMongo } from '../../platform/mongo/connect.ts';

/** A database server of one test file, with the connections opened to it. */
export interface TestMongo {
  readonly uri: string;
  /** Open a database of this server; closed by `stop`. */
  connect(database: string): Promise<Connection>;
  /** Close the connections, stop the server, remove its files. */
  stop(): Promise<void>;
}

/**
 * A fresh embedded server in a temporary folder, or the server of TEST_MONGODB_URI (databases then get a name of
 * their own, and are dropped).
 */
export async function startTestMongo(): Promise<TestMongo> {
  const external = process.env['TEST_MONGODB_URI'];
  const dataDir = await mkdtemp(join(tmpdir(), 'promesse-mongo-'));
  const server = external === undefined ? await startEmbeddedMongo({ dataDir }) : undefined;
  const uri = external ?? server?.uri ?? '';
  const suffix = external === undefined ? '' : `_${process.pid}_${Date.now().toString(36)}`;
  const connections: Connection[] = [];
  return {
    uri,
    connect: async (database) => {
      const connection = await connectMongo({ uri, database: `${database}${suffix}` });
      connections.push(connection);
      return connection;
    },
    stop: async () => {
      if (external !== undefined)
        await Promise.all(connections.map((connection) => connection.dropDatabase()));
      await Promise.all(connections.map((connection) => connection.close()));
      await server?.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
