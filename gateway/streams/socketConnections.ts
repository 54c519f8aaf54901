import type { IncomingMessage } from 'node:http';
import type { Server as GraphQLServer } from 'graphql-ws';
import { makeServer } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import { readJson } from '../../platform/http/readJson.ts';
import { badRequest, RequestFault } from '../../platform/http/requestFault.ts';
import { flatHeaders } from '../http/headers.ts';
import { peerAddress } from '../http/peerAddress.ts';
import { MessageRate } from './messageRate.ts';
import { atTime } from './openStreams.ts';
import type { SocketEndpointDeps } from './socketDeps.ts';
import type { SocketContext, SocketState } from './socketState.ts';

const forbidden = 4403;
const internalError = 4500;
/** Nothing is wrong with the client: it may come back later. */
const tryAgainLater = 1013;
const badRequestCode = 4400;
const tooManyCode = 4429;
/** Types of messages that only a server sends. */
const serverTypes = new Set<unknown>(['connection_ack', 'next', 'error']);

/** The credential of a connection payload: `authorization`, in any case, at the top or under `headers`; one alone. */
function authorizationIn(payload: Readonly<Record<string, unknown>> | undefined): string | undefined {
  let found: string | undefined;
  for (const source of [payload, payload?.['headers']]) {
    if (typeof source !== 'object' || source === null) continue;
    for (const [name, value] of Object.entries(source)) {
      if (name.toLowerCase() !== 'authorization' || typeof value !== 'string') continue;
      if (found !== undefined) throw badRequest('A connection has one authorization.');
      found = value;
    }
  }
  return found;
}

/** Speaks graphql-transport-ws on the sockets of one endpoint. */
export class SocketConnections {
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
    try {
      const authorization = authorizationIn(connectionParams) ?? state.headers['authorization'];
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

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString();
