import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { sentTwice } from '../http/headers.ts';
import { peerAddress } from '../http/peerAddress.ts';
import { SocketConnections } from './socketConnections.ts';
import type { SocketEndpointDeps } from './socketDeps.ts';

/** GraphQL over WebSocket (`graphql-transport-ws`) for one endpoint. */
export interface SocketEndpoint {
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says goodbye (1001) to every socket and cuts those still open when `graceMs` have passed. */
  close(graceMs: number): Promise<void>;
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
      const refused = (rule: string, status: string): void => {
        const address = peerAddress(req, deps.trustedProxies);
        deps.audit.refused({
          endpoint: deps.endpoint,
          requestId: deps.newId(),
          caller: undefined,
          address,
          rule,
        });
        turnAway(socket, status);
      };
      if (!cors.allows(req.headers.origin, req.headers.host)) return refused('CSRF', '403 Forbidden');
      if (sockets.clients.size >= config.sockets)
        return refused('TOO_MANY_SOCKETS', '503 Service Unavailable');
      if (sentTwice(req, 'authorization')) return refused('BAD_REQUEST', '400 Bad Request');
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

const turnAway = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
};
