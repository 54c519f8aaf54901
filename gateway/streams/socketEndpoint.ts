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
import { readJson } from '../../platform/http/readJson.ts';
import { badRequest, RequestFault } from '../../platform/http/requestFault.ts';
import type { Rechecks } from '../auth/recheck.ts';
import type { Holdings } from '../limits/holdings.ts';
import type { Audit } from '../ops/audit.ts';
import { flatHeaders, sentTwice } from '../http/headers.ts';
import { peerAddress } from '../http/peerAddress.ts';
import { MessageRate } from './messageRate.ts';
import { atTime } from './openStreams.ts';
import type { SocketOperations } from './socketOperations.ts';
import type { SocketContext, SocketState } from './socketState.ts';

/** Bounds of a socket. */
export interface SocketConfig {
  /** Sockets an endpoint holds open at once. */
  readonly sockets: number;
  /** Sockets one caller holds open at once. */
  readonly perCaller: number;
  /** Operations that may run at once on one socket. */
  readonly subscriptions: number;
  /** Streams one caller has open at once, over all sockets and whatever else carries them. */
  readonly streamsPerCaller: number;
  /** Messages and pings of one socket in a second. */
  readonly messagesPerSecond: number;
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
  /** What each caller holds open. */
  readonly held: Holdings;
  readonly rechecks: Rechecks;
  readonly audit: Audit;
  readonly mask: ErrorMask;
  readonly observer: EndpointObserver;
  readonly newId: () => string;
  readonly nowMs: () => number;
}

const forbidden = 4403;
const internalError = 4500;
const badRequestCode = 4400;
const tooManyCode = 4429;
/** Types of messages that only a server sends. */
const serverTypes = new Set<unknown>(['connection_ack', 'next', 'error']);
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
      if (sentTwice(req, 'authorization')) return turnAway(socket, '400 Bad Request');
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
    const state: SocketState = {
      headers: flatHeaders(req.headers),
      address,
      streams: new Set(),
      release: [],
    };
    const rate = new MessageRate(this.#deps.config.messagesPerSecond, this.#deps.nowMs);
    observer.socketsChanged?.(endpoint, 1);
    const closed = this.#protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => sendText(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (listener) =>
          void socket.on('message', (data: RawData, isBinary: boolean) => {
            if (!rate.take()) return this.#refuse(socket, state, tooManyCode, 'Too many messages');
            if (isBinary) return this.#refuse(socket, state, badRequestCode, 'Messages are text');
            void this.#take(socket, state, () => listener(this.#read(textOf(data))));
          }),
      },
      state,
    );
    socket.on('ping', () => {
      if (!rate.take()) this.#refuse(socket, state, tooManyCode, 'Too many messages');
    });
    // An over-long frame or a cut line: ws closes the socket by itself, the event must only have a listener.
    socket.on('error', () => undefined);
    socket.once('close', (code, reason) => {
      observer.socketsChanged?.(endpoint, -1);
      for (const stream of [...state.streams]) stream.end('left');
      for (const release of state.release.splice(0)) release();
      closed(code, String(reason)).catch((thrown: unknown) => mask.faultOf(thrown, newId()));
    });
  }

  async #introduce({ extra: state, connectionParams }: SocketContext): Promise<boolean> {
    const authorization = authorizationIn(connectionParams) ?? state.headers['authorization'];
    try {
      const caller = await this.#deps.authenticate({ authorization, address: state.address });
      const release = this.#deps.held.take(caller.budgetKey);
      if (!release) throw tooManySockets(this.#deps.config.perCaller);
      state.release.push(release);
      state.authorization = authorization;
      state.caller = caller;
      return true;
    } catch (thrown) {
      // Only a bad credential is the client's fault; what else went wrong closes the socket.
      if (!(thrown instanceof RequestFault)) throw thrown;
      this.#audit(state, thrown.shape.code);
      if (thrown.shape.status === 401) return false;
      throw thrown;
    }
  }

  /** The text of a message, once it is known to be one a client may send. */
  #read(text: string): string {
    const message = readJson(text, 'The message');
    const type = (message as { type?: unknown } | null)?.type;
    if (serverTypes.has(type)) throw badRequest('Only a server sends messages of this type.');
    return text;
  }

  #refuse(socket: WebSocket, state: SocketState, code: number, reason: string): void {
    if (socket.readyState !== socket.OPEN) return;
    this.#audit(state, code === tooManyCode ? 'TOO_MANY_MESSAGES' : 'BAD_REQUEST');
    socket.close(code, reason);
    // A flood is not read to its end.
    if (code === tooManyCode) socket.terminate();
  }

  #audit(state: SocketState, rule: string): void {
    const { endpoint, newId, audit } = this.#deps;
    audit.refused({
      endpoint,
      requestId: newId(),
      caller: state.caller?.budgetKey,
      address: state.address,
      rule,
    });
  }

  /** Handles one message; what goes wrong with it closes the socket. */
  async #take(socket: WebSocket, state: SocketState, handle: () => Promise<void>): Promise<void> {
    const before = state.caller;
    try {
      await handle();
      if (state.caller !== before) {
        this.#expireWith(socket, state);
        this.#recheck(socket, state);
      }
    } catch (thrown) {
      if (socket.readyState !== socket.OPEN) return;
      const { message, shape } = this.#deps.mask.faultOf(thrown, this.#deps.newId());
      if (shape.status === 400) this.#refuse(socket, state, badRequestCode, message.slice(0, 100));
      else if (shape.status === 429) socket.close(tooManyCode, message.slice(0, 100));
      else if (shape.status === 503) socket.close(tryAgainLater, message);
      else socket.close(internalError, 'Internal server error');
    }
  }

  #expireWith(socket: WebSocket, state: SocketState): void {
    const { nowMs } = this.#deps;
    const atMs = state.caller?.expiresAtMs;
    if (atMs === undefined) return;
    socket.once(
      'close',
      atTime(atMs, nowMs, () => this.#expire(socket, state)),
    );
  }

  /** A withdrawn key or token ends what was opened with it. */
  #recheck(socket: WebSocket, state: SocketState): void {
    const { authorization, address } = state;
    state.release.push(
      this.#deps.rechecks.add({ authorization, address }, () => this.#expire(socket, state)),
    );
  }

  #expire(socket: WebSocket, state: SocketState): void {
    const { observer, endpoint } = this.#deps;
    for (const stream of [...state.streams]) stream.end('expired');
    observer.subscriptionClosed?.(endpoint, 'expired');
    setImmediate(() => socket.close(forbidden, 'Credential expired'));
  }
}

const tooManySockets = (allowed: number) =>
  new RequestFault(`A caller may hold ${allowed} sockets open.`, { status: 429, code: 'TOO_MANY_SOCKETS' });

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
