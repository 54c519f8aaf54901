import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '../src/start.ts';
import { mongoTestConfig } from './config.ts';
import { startMongod } from './startMongod.ts';

/** A server to test against, and how to let go of it. */
export interface TargetServer {
  uri: string;
  stop(): Promise<void>;
}

/** The server at MONGODB_URI, a fresh MONGOD_BIN, or else the embedded one: a test may not know which. */
export async function startTargetServer(): Promise<TargetServer> {
  const { uri, mongodBin } = mongoTestConfig();
  if (uri) return { uri, stop: async () => undefined };
  return mongodBin ? startMongod(mongodBin) : startTestServer();
}

/** The embedded server on a data directory of its own, removed when it stops. */
export async function startTestServer(options: { worker?: boolean } = {}): Promise<TargetServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'promesse-mongo-'));
  const server = await startEmbeddedMongo({ dataDir, testCommands: true, ...options });
  return {
    uri: server.uri,
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
