import { parentPort, workerData } from 'node:worker_threads';
import type { ServerOptions } from './server/server.ts';
import { startServer } from './server/server.ts';

/** What the thread reports. */
export type FromWorker =
  | { readonly kind: 'started'; readonly uri: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'stopped'; readonly uri: string };

if (parentPort) {
  const port = parentPort;
  const report = (message: FromWorker): void => port.postMessage(message);
  try {
    const server = await startServer(workerData as ServerOptions);
    report({ kind: 'started', uri: server.uri });
    port.once('message', () => {
      void server.stop().then(() => report({ kind: 'stopped', uri: server.uri }));
    });
  } catch (error) {
    report({ kind: 'failed', message: (error as Error).message });
  }
}
