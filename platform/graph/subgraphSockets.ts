import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, parse, type ExecutionArgs } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { SignatureVerifier, SignedCaller } from '../identity/signature.ts';
import type { CallContext, GraphRequest, SubgraphService } from './subgraph.ts';

/** The WebSocket side of one subgraph: graphql-transport-ws, one signed caller per connection. */
export interface SubgraphSockets {
  readonly onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Close every socket with 1001, so that clients come back and resume. */
  stop(): Promise<void>;
}

/** What travels from the protocol to the service. */
interface SocketArgs extends ExecutionArgs {
  readonly request: GraphRequest;
  readonly call: CallContext;
}

/** Serve a subgraph's operations over WebSocket. The upgrade request is signed as `GET` of its path, empty body. */
export function subgraphSockets(service: SubgraphService, verify: SignatureVerifier): SubgraphSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1_048_576 });
  const callers = new WeakMap<IncomingMessage, SignedCaller>();
  const disposable = useServer(
    {
      onSubscribe: (context, _id, payload) => {
        const { request } = context.extra;
        const caller = callers.get(request);
        if (caller === undefined)
          return [new GraphQLError('Unknown caller.', { extensions: { code: 'BAD_SIGNATURE' } })];
        return socketArgs(service, caller, payload);
      },
      subscribe: (args) => service.subscribe((args as SocketArgs).request, (args as SocketArgs).call),
      execute: (args) => service.execute((args as SocketArgs).request, (args as SocketArgs).call),
    },
    server,
  );
  return {
    onUpgrade: (request, socket, head) => {
      try {
        const caller = verify({ method: 'GET', path: request.url ?? '', body: '' }, request.headers);
        callers.set(request, caller);
      } catch {
        socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request));
    },
    stop: async () => {
      await disposable.dispose();
    },
  };
}

function socketArgs(
  service: SubgraphService,
  caller: SignedCaller,
  payload: {
    query: string;
    variables?: Record<string, unknown> | null | undefined;
    operationName?: string | null | undefined;
  },
): SocketArgs | readonly GraphQLError[] {
  try {
    const request: GraphRequest = {
      query: payload.query,
      ...(payload.variables == null ? {} : { variables: payload.variables }),
      ...(payload.operationName == null ? {} : { operationName: payload.operationName }),
    };
    const document = parse(payload.query, { maxTokens: 20_000 });
    // The connection was opened for this caller; each operation gets its own time.
    const call: CallContext = { ...caller, deadlineMs: Date.now() + 30_000 };
    const operationName = request.operationName;
    return {
      schema: service.schema,
      document,
      request,
      call,
      ...(operationName === undefined ? {} : { operationName }),
    };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}
