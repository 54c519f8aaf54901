import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ErrorMask } from './errorMask.ts';
import { RequestFault } from './requestFault.ts';
import type { NodeRoute, RouteMatch } from './routeTable.ts';
import { createRouteTable } from './routeTable.ts';
import { sendFault } from './sendFault.ts';

/** Takes over a connection that asks for a WebSocket. */
export type UpgradeHandler = (req: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** A node:http server with a router: the one every process of ours listens with. */
export interface HttpHost {
  readonly server: Server;
  /** Port 0 takes a free one; resolves with the port in use, rejects when it is taken. */
  listen(port: number, hostname?: string): Promise<number>;
  /** Stops accepting, waits for requests in flight and cuts those still open when `graceMs` have passed. */
  close(graceMs: number): Promise<void>;
}

export interface HttpHostOptions {
  readonly routes: readonly NodeRoute[];
  /** WebSocket handlers by path. */
  readonly upgrades: ReadonlyMap<string, UpgradeHandler>;
  readonly mask: ErrorMask;
  readonly newId: () => string;
  /** Largest head of a request, bytes. @default 16_384 */
  readonly maxHeaderBytes?: number;
  /** Absent members take the defaults. */
  readonly limits?: Partial<HostLimits>;
}

/** What a host bears from slow, greedy and many clients. */
export interface HostLimits {
  /** Time a client has to send the head of a request, milliseconds. */
  readonly headMs: number;
  /** Time a client has to send a whole request, milliseconds. */
  readonly requestMs: number;
  /** A client that takes nothing of its answer for this long is cut, at the latest after four times as long, milliseconds. 0: never. */
  readonly stallMs: number;
  /** Headers of one request. */
  readonly headers: number;
  /** Requests of one connection that wait for their answers; whoever sends more without reading is refused. */
  readonly pipelined: number;
  /** Connections at once; more are closed as they come. */
  readonly connections: number;
}

export const defaultHostLimits: HostLimits = {
  headMs: 8_000,
  requestMs: 12_000,
  stallMs: 15_000,
  headers: 100,
  pipelined: 32,
  connections: 20_000,
};

const tooManyHeaders = (most: number) =>
  new RequestFault(`A request may have ${most} headers.`, {
    status: 431,
    code: 'TOO_MANY_HEADERS',
    headers: { connection: 'close' },
  });

const tooManyAtOnce = (most: number) =>
  new RequestFault(`At most ${most} requests of one connection may wait for their answers.`, {
    status: 429,
    code: 'TOO_MANY_REQUESTS_AT_ONCE',
    headers: { connection: 'close' },
  });

const pathOf = (url: string | undefined): string => {
  const text = url ?? '/';
  const at = text.indexOf('?');
  return at < 0 ? text : text.slice(0, at);
};

/** Why no route answers: nothing is at the path, or it takes other methods. */
function nothingHere(found: readonly RouteMatch[]): RequestFault {
  if (found.length === 0)
    return new RequestFault('There is nothing at this path.', { status: 404, code: 'NOT_FOUND' });
  const allowed = found.map(({ route }) => route.method ?? '');
  return new RequestFault(`This path takes ${allowed.join(' or ')} only.`, {
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    headers: { allow: allowed.join(', ') },
  });
}

export function createHttpHost(options: HttpHostOptions): HttpHost {
  const limits = { ...defaultHostLimits, ...options.limits };
  const server = createServer(
    {
      maxHeaderSize: options.maxHeaderBytes ?? 16_384,
      requestTimeout: limits.requestMs,
      headersTimeout: Math.min(limits.headMs, limits.requestMs),
      // How often the two above are looked at.
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 65_000,
    },
    dispatcher(options, limits),
  );
  server.maxConnections = limits.connections;
  // Counts from the last byte that went either way: a client that reads nothing lets the line fall silent.
  server.timeout = limits.stallMs;
  server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const handler = options.upgrades.get(pathOf(req.url));
    if (handler === undefined || !server.listening) endWith(socket, '404 Not Found');
    else handler(req, socket, head);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return;
    const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
    const large = error.code === 'HPE_HEADER_OVERFLOW';
    const status = late ? '408 Request Timeout' : large ? '431 Request Header Fields Too Large' : undefined;
    endWith(socket, status ?? '400 Bad Request');
    if (late) setTimeout(() => socket.destroy(), 1_000).unref();
  });
  return {
    server,
    listen: (port, hostname) => listen(server, port, hostname),
    close: (graceMs) => close(server, graceMs),
  };
}

function dispatcher(
  { routes, mask, newId }: HttpHostOptions,
  { headers: mostHeaders, pipelined }: HostLimits,
) {
  const lookup = createRouteTable(routes);
  const waiting = new PipelineCount();
  const fail = (res: ServerResponse, thrown: unknown): void => {
    const requestId = newId();
    sendFault(res, requestId, mask.faultOf(thrown, requestId));
  };
  return (req: IncomingMessage, res: ServerResponse): void => {
    const found = lookup(pathOf(req.url));
    const match = found.find(({ route }) => route.method === undefined || route.method === req.method);
    try {
      // Names and values stand in one list.
      if (waiting.add(req, res) > pipelined) throw tooManyAtOnce(pipelined);
      if (req.rawHeaders.length > 2 * mostHeaders) throw tooManyHeaders(mostHeaders);
      if (match === undefined) throw nothingHere(found);
      match.route.handle(req, res, match.params)?.catch((thrown: unknown) => fail(res, thrown));
    } catch (thrown) {
      fail(res, thrown);
    }
  };
}

/** Requests of each connection that are not answered yet: Node reads and begins the next ones at once. */
class PipelineCount {
  readonly #open = new WeakMap<Duplex, number>();

  /** Counts a request until its response is over; tells how many of its connection there are. */
  add(req: IncomingMessage, res: ServerResponse): number {
    const { socket } = req;
    const now = (this.#open.get(socket) ?? 0) + 1;
    this.#open.set(socket, now);
    res.once('close', () => this.#open.set(socket, (this.#open.get(socket) ?? 1) - 1));
    return now;
  }
}

function listen(server: Server, port: number, hostname: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
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
  });
}

const endWith = (socket: Duplex, status: string): void =>
  void socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
