import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis for tests; its URL is a socket in a temporary folder unless a server was named. */
export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

const named = process.env['TEST_REDIS_URL'];

/** Whether a server of one's own can be started. */
export const canStartRedis: boolean =
  spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * Redis is no npm package. Tests of what goes through it run where `redis-server` is installed or `TEST_REDIS_URL` names a
 * server; elsewhere they are counted as skipped.
 */
export const hasRedis: boolean = named !== undefined || canStartRedis;

/** A server that nobody else uses and that keeps nothing, or the named one. */
export async function startTestRedis(): Promise<TestRedis> {
  if (named !== undefined) return { url: named, stop: () => Promise.resolve() };
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const url = join(folder, 'redis.sock');
  const server = startRedisAt(url);
  await server.ready;
  return {
    url,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** A server of one's own at this socket: for tests in which it goes away and comes back. */
export function startRedisAt(socketPath: string) {
  const settings = ['--port', '0', '--unixsocket', socketPath, '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code}.`)));
    server.stdout.on('data', (text: Buffer) => {
      if (text.includes('ready to accept connections')) resolve();
    });
  });
  return {
    ready,
    async stop() {
      server.kill('SIGKILL');
      await exited;
    },
  };
}
