import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Log } from '../log/log.ts';
import { readBody } from './readBody.ts';
import { jsonResponse, type HttpRequest, type HttpResponse, type HttpRoute } from './httpRoute.ts';
import { matchRoute } from './matchRoute.ts';
import { writeResponse } from './writeResponse.ts';

/** What a host serves. */
export interface HttpHostOptions {
  readonly routes: readonly HttpRoute[];
  /** @default 0 (any free port) */
  readonly port?: number;
  /** @default '127.0.0.1' */
  readonly host?: string;
  readonly log: Log;
  /** WebSocket upgrades; refused when absent. */
  readonly onUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** How long a stop waits for requests in flight. @default 10_000 */
  readonly drainMs?: number;
}

/** A listening server. */
export interface HttpHost {
  readonly port: number;
  readonly url: string;
  readonly server: Server;
  /** Stop accepting, finish what is in flight (at most `drainMs`), close the rest. */
  stop(): Promise<void>;
}

/** Listen. Rejects when the port is taken. */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const { routes, port = 0, host = '127.0.0.1', log, onUpgrade, drainMs = 10_000 } = options;
  let draining = false;
  // Event streams have no end of their own: a stop ends them, and their readers come back elsewhere.
  const streamsEnd = new AbortController();
  // Subgraph for the signed identity of an associate who works at hundreds of locations.
  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    if (draining) response.setHeader('connection', 'close');
    // A connection whose last answer began before the stop would linger as idle until its keep-alive ends.
    response.on('close', () => {
      if (draining) setImmediate(() => server.closeIdleConnections());
    });
    void answer(routes, request, response, log, streamsEnd.signal);
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.on('upgrade', (request, socket, head) => {
    if (onUpgrade === undefined || draining)
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
    else onUpgrade(request, socket, head);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    url: `http://${host}:${bound}`,
    server,
    stop: async () => {
      draining = true;
      streamsEnd.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), drainMs);
      await closed;
      clearTimeout(force);
    },
  };
}

async function answer(
  routes: readonly HttpRoute[],
  raw: IncomingMessage,
  response: ServerResponse,
  log: Log,
  streamsEnd: AbortSignal,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  try {
    await writeResponse(response, await route(routes, raw, gone.signal), gone.signal, streamsEnd);
  } catch (error) {
    log.error({ error, method: raw.method ?? '' }, 'an HTTP request failed');
    if (response.headersSent) response.destroy();
    else
      await writeResponse(
        response,
        failure(500, 'INTERNAL', 'Something went wrong on our side.'),
        gone.signal,
      );
  }
}

async function route(
  routes: readonly HttpRoute[],
  raw: IncomingMessage,
  signal: AbortSignal,
): Promise<HttpResponse> {
  const url = new URL(raw.url ?? '/', 'http://host');
  const method = raw.method ?? 'GET';
  const match = matchRoute(routes, method, url.pathname);
  if (match.kind === 'none') return failure(404, 'NOT_FOUND', 'There is nothing at this address.');
  if (match.kind === 'method') {
    return failure(405, 'BAD_USER_INPUT', `Use ${match.allow.join(' or ')}.`, {
      allow: match.allow.join(', '),
    });
  }
  const body = await readBody(raw, match.route.maxBodyBytes ?? 262_144);
  if (body.kind === 'refused')
    return failure(body.status, 'BAD_USER_INPUT', body.message, { connection: 'close' });
  const request: HttpRequest = {
    method, path: url.pathname, query: url.searchParams, headers: raw.headers, body: body.bytes, signal,
    params: match.params,
  }; // prettier-ignore
  return match.route.handle(request);
}

function failure(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): HttpResponse {
  return jsonResponse(status, { errors: [{ message, extensions: { code } }] }, headers);
}
