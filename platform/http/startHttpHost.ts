import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { Log } from '../log/log.ts';
import { createErrorMask } from './errorMask.ts';
import type { UpgradeHandler } from './httpHost.ts';
import { createHttpHost } from './httpHost.ts';
import type { HttpRoute } from './httpRoute.ts';
import { mountedRoute } from './mountedRoute.ts';

/** What a process without a gateway serves. */
export interface StartHostOptions {
  readonly routes: readonly HttpRoute[];
  /** @default 0 (any free port) */
  readonly port?: number;
  /** @default '127.0.0.1' */
  readonly host?: string;
  readonly log: Log;
  /** Makes ids of faults. @default random ones */
  readonly newId?: () => string;
  /** WebSocket handlers by path. @default none */
  readonly upgrades?: ReadonlyMap<string, UpgradeHandler>;
  /** How long a stop waits for requests in flight, milliseconds. @default 10_000 */
  readonly drainMs?: number;
}

/** A listening host. */
export interface StartedHost {
  readonly port: number;
  readonly url: string;
  readonly server: Server;
  /** Stop accepting, finish what is in flight (at most `drainMs`), close the rest. */
  stop(): Promise<void>;
}

/** Space in a request's head for the signed identity of an associate who works at hundreds of locations. */
const maxHeaderBytes = 65_536;

/** Listen. Rejects when the port is taken. */
export async function startHttpHost(options: StartHostOptions): Promise<StartedHost> {
  const { routes, port = 0, host = '127.0.0.1', log, newId = randomUUID, drainMs = 10_000 } = options;
  // Event streams have no end of their own: a stop ends them, and their readers come back elsewhere.
  const streamsEnd = new AbortController();
  const http = createHttpHost({
    routes: routes.map((route) => mountedRoute(route, streamsEnd.signal)),
    upgrades: options.upgrades ?? new Map(),
    mask: createErrorMask(log, newId),
    newId,
    maxHeaderBytes,
    // Callers are processes of ours: event streams may be silent for long, and connections are few.
    limits: { requestMs: 60_000, stallMs: 0 },
  });
  const bound = await http.listen(port, host);
  return {
    port: bound,
    url: `http://${host}:${bound}`,
    server: http.server,
    stop: async () => {
      streamsEnd.abort();
      await http.close(drainMs);
    },
  };
}
