import { mkdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { RunningServer, ServerOptions } from './server/server.ts';
import { startServer } from './server/server.ts';
import type { FromWorker } from './worker.ts';

/** How to start the embedded database. */
export interface EmbeddedMongoOptions extends ServerOptions {
  /** Runs the server in a thread of its own, so that a busy process does not slow it down. */
  readonly worker?: boolean;
}

/** Starts the embedded database; `uri` is for the driver, without a database name. */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<RunningServer> {
  mkdirSync(options.dataDir, { recursive: true });
  const { worker = false, ...rest } = options;
  return worker ? startInWorker(rest) : startServer(rest);
}

/** The server's thread: the built file as it is; a TypeScript source through the loader, which a thread does not inherit. */
function serverThread(options: ServerOptions): Worker {
  if (import.meta.url.endsWith('.js'))
    return new Worker(new URL('./worker.js', import.meta.url), { workerData: options });
  const entry = JSON.stringify(new URL('./worker.ts', import.meta.url).href);
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const boot = `import(${loader}).then(({ register }) => (register(), import(${entry})))`;
  return new Worker(boot, { eval: true, workerData: options, execArgv: [] });
}

async function startInWorker(options: ServerOptions): Promise<RunningServer> {
  const thread = serverThread(options);
  const next = (): Promise<FromWorker> =>
    new Promise((resolve, reject) => {
      thread.once('error', reject);
      thread.once('message', (message: FromWorker) => {
        // From here on nobody listens: a thread that dies takes the process with it instead of leaving it mute.
        thread.off('error', reject);
        resolve(message);
      });
    });
  const started = await next();
  if (started.kind === 'failed') {
    await thread.terminate();
    throw new Error(started.message);
  }
  const { uri } = started;
  return {
    uri,
    async stop() {
      const stopped = next();
      thread.postMessage('stop');
      await stopped;
      await thread.terminate();
    },
  };
}
