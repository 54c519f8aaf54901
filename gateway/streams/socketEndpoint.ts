import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, makeServer } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Authenticate } from '../model/caller.ts';
import type { EndpointObserver } from '../model/observer.ts';
import type { Cors } from '../http/cors.ts';
import type { ErrorMask } from '../http/errorMask.ts';
import { RequestFault } from '../../platform/http/requestFault.ts';
import { flatHeaders } from '../http/headers.ts';
import { peerAddress } from '../http/peerAddress.ts';
import { atTime } from './openStreams.ts';
import type { SocketOperations } from './socketOperations.ts';
import type { SocketState } from './socketState.ts';

/** Bounds of a socket. */
export interface SocketConfig {
  /** Sockets an endpoint holds open at once. */
  readonly sockets: number;
  /** Operations that may run at once on one socket. */
  readonly subscriptions: number;
  /** Largest frame a client may send, bytes. */
  readonly frameBytes: number;
  /** A socket that does not answer a ping by the next one is cut. */
  readonly pingMs: number;
  /** How long a client may take to introduce itself. */
  readonly initMs: number;
}

/** GraphQL over WebSocket (`graphql-transport-ws`) for one endpoint. */
export interface SocketEndpoint {
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says goodbye (1001) to every socket and cuts those still open when `graceMs` have passed. */
  close(graceMs: number): Promise<void>;
}

export interface SocketEndpointDeps {
  readonly endpoint: string;
  readonly config: SocketConfig;
  readonly authenticate: Authenticate;
  readonly cors: Cors;
  readonly trustedProxies: number;
  readonly operations: SocketOperations;
  readonly mask: ErrorMask;
  readonly observer: EndpointObserver;
  readonly newId: () => string;
  readonly nowMs: () => number;
}

const forbidden = 4403;
const internalError = 4500;
/** Nothing is wrong with the client: it may come back later. */
const tryAgainLater = 1013;

/** The credential of a connection payload: `authorization`, in any case, at the top or under `headers`. */
function authorizationIn(payload: Readonly<Record<string, unknown>> | undefined): string | undefined {
  for (const source of [payload, payload?.['headers']]) {
    if (typeof source !== 'object' || source === null) continue;
    for (const [name, value] of Object.entries(source)) {
      if (name.toLowerCase() === 'authorization' && typeof value === 'string') return value;
    }
  }
  return undefined;
}

export function createSocketEndpoint(deps: SocketEndpointDeps): SocketEndpoint {
  const { config, operations, mask, observer, endpoint } = deps;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: config.frameBytes,
    perMessageDeflate: false,
    handleProtocols: (protocols) => handleProtocols(protocols),
  });
  const awaitingPong = new WeakSet<WebSocket>();

  const protocol = makeServer<Record<string, unknown> | undefined, SocketState>({
    connectionInitWaitTimeout: config.initMs,
    async onConnect(ctx) {
      const state = ctx.extra;
      const authorization = authorizationIn(ctx.connectionParams) ?? state.headers['authorization'];
      try {
        state.caller = await deps.authenticate({ authorization, address: state.address });
        return true;
      } catch (thrown) {
        // Only a bad credential is the client's fault; what else went wrong closes the socket below.
        if (thrown instanceof RequestFault && thrown.shape.status === 401) return false;
        throw thrown;
      }
    },
    onSubscribe: (ctx, _id, payload) => operations.start(ctx, payload),
    // The engine answers in text already; these two run what `onSubscribe` prepared.
    execute: (args) => operations.run(args),
    subscribe: (args) => operations.run(args),
    onNext: (_ctx, _id, _payload, _args, result) => operations.frame(result),
    onError: (_ctx, _id, _payload, errors) => operations.errorFrame(errors),
  });

  const expireWith = (socket: WebSocket, state: SocketState): void => {
    const atMs = state.caller?.expiresAtMs;
    if (atMs === undefined) return;
    const callOff = atTime(atMs, deps.nowMs, () => {
      for (const stream of [...state.streams]) stream.end('expired');
      observer.subscriptionClosed?.(endpoint, 'expired');
      setImmediate(() => socket.close(forbidden, 'Credential expired'));
    });
    socket.once('close', callOff);
  };

  const accept = (socket: WebSocket, req: IncomingMessage): void => {
    const state: SocketState = {
      headers: flatHeaders(req.headers),
      address: peerAddress(req, deps.trustedProxies),
      streams: new Set(),
    };
    observer.socketsChanged?.(endpoint, 1);
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) =>
          new Promise((resolve, reject) => {
            if (socket.readyState !== socket.OPEN) return resolve();
            socket.send(text, (error) => (error ? reject(error) : resolve()));
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (listener) => {
          socket.on('message', (data: RawData) => {
            const before = state.caller;
            listener(textOf(data)).then(
              () => {
                if (state.caller !== before) expireWith(socket, state);
              },
              (thrown: unknown) => {
                if (socket.readyState !== socket.OPEN) return;
                const { message, shape } = mask.faultOf(thrown, deps.newId());
                if (shape.status === 503) socket.close(tryAgainLater, message);
                else socket.close(internalError, 'Internal server error');
              },
            );
          });
        },
      },
      state,
    );
    socket.on('pong', () => awaitingPong.delete(socket));
    // An over-long frame or a cut line: ws closes the socket by itself, the event must only have a listener.
    socket.on('error', () => undefined);
    socket.once('close', (code, reason) => {
      observer.socketsChanged?.(endpoint, -1);
      for (const stream of [...state.streams]) stream.end('left');
      closed(code, String(reason)).catch((thrown: unknown) => mask.faultOf(thrown, deps.newId()));
    });
  };

  const heart = setInterval(() => {
    for (const socket of sockets.clients) {
      if (awaitingPong.has(socket)) socket.terminate();
      else {
        awaitingPong.add(socket);
        socket.ping();
      }
    }
  }, config.pingMs);
  heart.unref();

  return {
    upgrade(req, socket, head) {
      // A page of another site could open a socket with the visitor's cookies: there is no preflight for sockets.
      if (!deps.cors.allows(req.headers.origin, req.headers.host)) return turnAway(socket, '403 Forbidden');
      if (sockets.clients.size >= config.sockets) return turnAway(socket, '503 Service Unavailable');
      sockets.handleUpgrade(req, socket, head, (opened) => accept(opened, req));
    },
    async close(graceMs) {
      clearInterval(heart);
      const open = [...sockets.clients];
      const gone = open.map(
        (socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())),
      );
      for (const socket of open) socket.close(1001, 'Going away');
      const cut = setTimeout(() => open.forEach((socket) => socket.terminate()), graceMs);
      await Promise.all(gone);
      clearTimeout(cut);
    },
  };
}

const turnAway = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
};

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString();
