import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startEmbeddedMongo } from '@promesse/embedded-mongodb/start';
import { lockDirectory } from '@promesse/embedded-mongodb/lockFile';
import type { AppConfig } from './config.ts';

/** A database server that this process started, or one that was there. */
export interface Database {
  readonly uri: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

/** Names that Promesse itself puts into a data folder; --fresh removes these and nothing else. */
const own = ['mongo', 'dev-issuer.jwk.json', 'dev-tokens.json', 'dev-secrets.json'];

/** Makes the data folder, emptied of what is ours when asked to start over; not under the feet of a running server. */
export function openDataDir({ DATA_DIR, fresh }: AppConfig): void {
  mkdirSync(DATA_DIR, { recursive: true });
  if (!fresh) return;
  const mongo = join(DATA_DIR, 'mongo');
  if (existsSync(mongo)) lockDirectory(mongo)();
  const present = new Set(readdirSync(DATA_DIR));
  for (const name of own) if (present.has(name)) rmSync(join(DATA_DIR, name), { recursive: true });
}

/** The database of MONGODB_URI, or the embedded one in the data folder. */
export async function openDatabase(config: AppConfig): Promise<Database> {
  const { MONGODB_URI, DATA_DIR } = config;
  if (MONGODB_URI !== undefined) return { uri: MONGODB_URI, embedded: false, stop: () => Promise.resolve() };
  if (config.NODE_ENV === 'production')
    throw new Error(
      'Production needs MONGODB_URI: the embedded database is for laptops, demos, tests and small shops.',
    );
  if (config.only !== undefined)
    throw new Error(
      'Subgraphs in processes of their own share a database: start one with npm run mongo and set MONGODB_URI.',
    );
  const dataDir = join(DATA_DIR, 'mongo');
  const { uri, stop } = await startEmbeddedMongo({ dataDir, worker: true, ...socketIn(dataDir) });
  return { uri, embedded: true, stop };
}

/** The longest path of a Unix socket that every system takes, bytes. */
const longestSocketPath = 100;

/**
 * A socket file in the data folder costs about a tenth less CPU a command than TCP, and only this machine's user reaches it. Where
 * there are none, or the path is too long for one, the database listens on a port of the loopback address.
 */
function socketIn(dataDir: string): { socketPath?: string } {
  const socketPath = resolve(dataDir, 'promesse.sock');
  const fits = process.platform !== 'win32' && Buffer.byteLength(socketPath) <= longestSocketPath;
  return fits ? { socketPath } : {};
}
