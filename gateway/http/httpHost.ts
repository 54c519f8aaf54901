import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ErrorMask } from './errorMask.ts';
import { RequestFault } from '../../platform/http/requestFault.ts';
import { sendFault } from './respond.ts';
import type { NodeRoute } from './routeTable.ts';
import { createRouteTable } from './routeTable.ts';

/** Takes over a connection that asks for a WebSocket. */
export type UpgradeHandler = (req: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface HttpHost {
  readonly server: Server;
  /** Port 0 takes a free one; resolves with the port in use. */
  listen(port: number, hostname?: string): Promise<number>;
  /** Stops accepting, waits for requests in flight and cuts those still open when `graceMs` have passed. */
  close(graceMs: number): Promise<void>;
}

export interface HttpHostOptions {
  readonly routes: readonly NodeRoute[];
  /** Socket endpoints by path. */
  readonly upgrades: ReadonlyMap<string, UpgradeHandler>;
  readonly mask: ErrorMask;
  readonly newId: () => string;
}

const pathOf = (url: string | undefined): string => {
  const text = url ?? '/';
  const at = text.indexOf('?');
  return at < 0 ? text : text.slice(0, at);
};

const nothingHere = (pathIsKnown: boolean): RequestFault =>
  pathIsKnown
    ? new RequestFault('This method is not supported here.', { status: 405, code: 'METHOD_NOT_ALLOWED' })
    : new RequestFault('There is nothing at this path.', { status: 404, code: 'NOT_FOUND' });

/** One plain node:http server for endpoints, health and whatever else is mounted. */
export function createHttpHost({ routes, upgrades, mask, newId }: HttpHostOptions): HttpHost {
  const lookup = createRouteTable(routes);

  const fail = (res: ServerResponse, thrown: unknown): void => {
    const requestId = newId();
    sendFault(res, requestId, mask.faultOf(thrown, requestId), undefined);
  };

  const dispatch = (req: IncomingMessage, res: ServerResponse): void => {
    const found = lookup(pathOf(req.url));
    const match = found.find(({ route }) => route.method === undefined || route.method === req.method);
    try {
      if (match === undefined) throw nothingHere(found.length > 0);
      match.route.handle(req, res, match.params)?.catch((thrown: unknown) => fail(res, thrown));
    } catch (thrown) {
      fail(res, thrown);
    }
  };

  const server = createServer(
    { maxHeaderSize: 16_384, requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 },
    dispatch,
  );
  server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const handler = upgrades.get(pathOf(req.url));
    if (handler === undefined)
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    else handler(req, socket, head);
  });
  server.on('clientError', (_error, socket) => {
    if (socket.writable)
      socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });

  return {
    server,
    listen: (port, hostname) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, hostname, () => {
          server.off('error', reject);
          resolve((server.address() as AddressInfo).port);
        });
      }),
    close: (graceMs) =>
      new Promise((resolve) => {
        if (!server.listening) return resolve();
        const cut = setTimeout(() => server.closeAllConnections(), graceMs);
        // A connection whose last request has just been answered is idle only now, and would be kept alive.
        const sweep = setInterval(() => server.closeIdleConnections(), 20);
        server.close(() => {
          clearTimeout(cut);
          clearInterval(sweep);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
