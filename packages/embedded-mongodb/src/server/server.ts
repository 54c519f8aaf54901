import { rmSync } from 'node:fs';
import type { Server, AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { dirname, resolve as absolute } from 'node:path';
import { Engine } from '../engine/engine.ts';
import { Connection } from './connection.ts';
import { Dispatcher } from './dispatcher.ts';
import { Executor } from './executor.ts';
import { startMaintenance } from './maintenance.ts';

/** Where and how to serve. */
export interface ServerOptions {
  readonly dataDir: string;
  /** A TCP port on the loopback address; 0 for any free one. */
  readonly port?: number;
  /** Loopback only: 127.0.0.1, ::1 or localhost. */
  readonly host?: string;
  /** A Unix socket instead of a port; its name must end in `.sock`. */
  readonly socketPath?: string;
  /** Allows configureFailPoint. */
  readonly testCommands?: boolean;
}

/** A server that is listening. */
export interface RunningServer {
  readonly uri: string;
  stop(): Promise<void>;
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** Opens the data directory and listens. Throws for any address but loopback: there is no authentication. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { dataDir, port = 0, host = '127.0.0.1', socketPath, testCommands = false } = options;
  if (!loopback.has(host))
    throw new Error(
      `${host} is not a loopback address: the embedded database has no authentication and listens on 127.0.0.1, ::1 or a socket file only`,
    );
  const engine = new Engine({ dataDir, now: Date.now, testCommands });
  const executor = new Executor(engine);
  const dispatcher = new Dispatcher(engine, executor);
  const connections = new Set<Connection>();
  let lastId = 0;
  const server = createServer((socket) => {
    const connection = new Connection(++lastId, socket, dispatcher);
    connections.add(connection);
    connection.onClose(() => {
      connections.delete(connection);
      engine.cursors.killWhere((cursor) => cursor.client === connection && cursor.session === undefined);
    });
  });
  // We hold the lock of the folder: a socket file in it is one that a killed server left.
  if (socketPath && dirname(absolute(socketPath)) === absolute(dataDir)) rmSync(socketPath, { force: true });
  try {
    await listen(server, socketPath ?? { port, host });
  } catch (error) {
    await engine.close();
    throw error;
  }
  const address = socketPath ?? hostAndPort(server.address() as AddressInfo);
  engine.address = address;
  const maintenance = startMaintenance(engine, executor);
  return {
    // Drivers put host names of a replica set into lower case, which spoils a path: hence the direct connection.
    uri: socketPath
      ? `mongodb://${encodeURIComponent(socketPath)}/?directConnection=true`
      : `mongodb://${address}`,
    async stop() {
      maintenance.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      await executor.stop();
      for (const connection of connections) connection.close();
      await closed;
      await engine.close();
      if (socketPath) rmSync(socketPath, { force: true });
    },
  };
}

function hostAndPort({ address, port, family }: AddressInfo): string {
  return family === 'IPv6' ? `[${address}]:${port}` : `${address}:${port}`;
}

function listen(server: Server, where: string | { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
