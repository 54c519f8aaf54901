import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server as GraphQLServer } from 'graphql-ws';
import { handleProtocols, makeServer } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Authenticate } from '../model/caller.ts';
import type { EndpointObserver } from '../model/observer.ts';
import type { Cors } from '../http/cors.ts';
import type { ErrorMask } from '../../platform/http/errorMask.ts';
import { RequestFault } from '../../platform/http/requestFault.ts';
import { flatHeaders } from '../http/headers.ts';
import { peerAddress } from '../http/peerAddress.ts';
import { atTime } from './openStreams.ts';
import type { SocketOperations } from './socketOperations.ts';
import type { SocketContext, SocketState } from './socketState.ts';

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
  const { config, cors } = deps;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: config.frameBytes,
    perMessageDeflate: false,
    handleProtocols: (protocols) => handleProtocols(protocols),
  });
  const connections = new SocketConnections(deps);
  const heart = watchPongs(sockets, config.pingMs);
  return {
    upgrade(req, socket, head) {
      // A page of another site could open a socket with the visitor's cookies: there is no preflight for sockets.
      if (!cors.allows(req.headers.origin, req.headers.host)) return turnAway(socket, '403 Forbidden');
      if (sockets.clients.size >= config.sockets) return turnAway(socket, '503 Service Unavailable');
      sockets.handleUpgrade(req, socket, head, (opened) => {
        sockets.emit('connection', opened, req);
        connections.accept(opened, req);
      });
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

/** Pings every socket now and then, and cuts those that have not answered the last ping. */
function watchPongs(sockets: WebSocketServer, pingMs: number): NodeJS.Timeout {
  const awaitingPong = new WeakSet<WebSocket>();
  sockets.on('connection', (socket: WebSocket) => socket.on('pong', () => awaitingPong.delete(socket)));
  return setInterval(() => {
    for (const socket of sockets.clients) {
      if (awaitingPong.has(socket)) socket.terminate();
      else {
        awaitingPong.add(socket);
        socket.ping();
      }
    }
  }, pingMs).unref();
}

/** Speaks graphql-transport-ws on the sockets of one endpoint. */
class SocketConnections {
  readonly #deps: SocketEndpointDeps;
  readonly #protocol: GraphQLServer<SocketState>;

  constructor(deps: SocketEndpointDeps) {
    this.#deps = deps;
    const { config, operations } = deps;
    this.#protocol = makeServer<Record<string, unknown> | undefined, SocketState>({
      connectionInitWaitTimeout: config.initMs,
      onConnect: (ctx) => this.#introduce(ctx),
      onSubscribe: (ctx, _id, payload) => operations.start(ctx, payload),
      // The engine answers in text already; these two run what `onSubscribe` prepared.
      execute: (args) => operations.run(args),
      subscribe: (args) => operations.run(args),
      onNext: (_ctx, _id, _payload, _args, result) => operations.frame(result),
      onError: (_ctx, _id, _payload, errors) => operations.errorFrame(errors),
    });
  }

  accept(socket: WebSocket, req: IncomingMessage): void {
    const { endpoint, observer, mask, newId, trustedProxies } = this.#deps;
    const address = peerAddress(req, trustedProxies);
    const state: SocketState = { headers: flatHeaders(req.headers), address, streams: new Set() };
    observer.socketsChanged?.(endpoint, 1);
    const closed = this.#protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => sendText(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (listener) =>
          void socket.on(
            'message',
            (data: RawData) => void this.#take(socket, state, () => listener(textOf(data))),
          ),
      },
      state,
    );
    // An over-long frame or a cut line: ws closes the socket by itself, the event must only have a listener.
    socket.on('error', () => undefined);
    socket.once('close', (code, reason) => {
      observer.socketsChanged?.(endpoint, -1);
      for (const stream of [...state.streams]) stream.end('left');
      closed(code, String(reason)).catch((thrown: unknown) => mask.faultOf(thrown, newId()));
    });
  }

  async #introduce({ extra: state, connectionParams }: SocketContext): Promise<boolean> {
    const authorization = authorizationIn(connectionParams) ?? state.headers['authorization'];
    try {
      state.caller = await this.#deps.authenticate({ authorization, address: state.address });
      return true;
    } catch (thrown) {
      // Only a bad credential is the client's fault; what else went wrong closes the socket.
      if (thrown instanceof RequestFault && thrown.shape.status === 401) return false;
      throw thrown;
    }
  }

  /** Handles one message; what goes wrong with it closes the socket. */
  async #take(socket: WebSocket, state: SocketState, handle: () => Promise<void>): Promise<void> {
    const before = state.caller;
    try {
      await handle();
      if (state.caller !== before) this.#expireWith(socket, state);
    } catch (thrown) {
      if (socket.readyState !== socket.OPEN) return;
      const { message, shape } = this.#deps.mask.faultOf(thrown, this.#deps.newId());
      if (shape.status === 503) socket.close(tryAgainLater, message);
      else socket.close(internalError, 'Internal server error');
    }
  }

  #expireWith(socket: WebSocket, state: SocketState): void {
    const { nowMs, observer, endpoint } = this.#deps;
    const atMs = state.caller?.expiresAtMs;
    if (atMs === undefined) return;
    const callOff = atTime(atMs, nowMs, () => {
      for (const stream of [...state.streams]) stream.end('expired');
      observer.subscriptionClosed?.(endpoint, 'expired');
      setImmediate(() => socket.close(forbidden, 'Credential expired'));
    });
    socket.once('close', callOff);
  }
}

/** Resolves when a text is written; at once where nobody reads any more. */
function sendText(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) return resolve();
    socket.send(text, (error) => (error ? reject(error) : resolve()));
  });
}

const turnAway = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
};

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString();
