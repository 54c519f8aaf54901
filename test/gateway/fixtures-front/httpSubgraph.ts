import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { execute, parse, subscribe } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

/** One call a subgraph received. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface GraphBody {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req.setEncoding('utf8')) text += String(chunk);
  return text;
}

async function streamEvents(res: ServerResponse, events: AsyncIterable<ExecutionResult> | ExecutionResult) {
  res.writeHead(200, { 'content-type': 'text/event-stream' });
  res.write(':\n\n');
  if (!(Symbol.asyncIterator in events)) {
    res.end(`event: next\ndata: ${JSON.stringify(events)}\n\nevent: complete\ndata:\n\n`);
    return;
  }
  const iterator = events[Symbol.asyncIterator]();
  res.once('close', () => void iterator.return?.());
  for (;;) {
    const { value, done } = await iterator.next();
    if (done === true) break;
    res.write(`event: next\r\ndata: ${JSON.stringify(value)}\r\n\r\n`);
  }
  res.end('event: complete\ndata:\n\n');
}

/**
 * A subgraph on a port of its own, speaking HTTP, SSE and graphql-ws. `answer` may take over a call and
 * misbehave; it returns false to leave it alone.
 */
export async function startHttpSubgraph(
  schema: GraphQLSchema,
  answer: (req: IncomingMessage, res: ServerResponse, body: string) => boolean | Promise<boolean> = () =>
    false,
) {
  const received: Received[] = [];
  const server = createServer((req, res) => {
    void (async () => {
      const body = await bodyOf(req);
      received.push({ path: req.url ?? '', headers: req.headers, body });
      if (await answer(req, res, body)) return;
      const { query, variables, operationName } = JSON.parse(body) as GraphBody;
      const args = {
        schema,
        document: parse(query),
        variableValues: variables,
        operationName,
        contextValue: { headers: req.headers },
      };
      if (req.headers.accept === 'text/event-stream') return streamEvents(res, await subscribe(args));
      res.setHeader('content-type', 'application/json');
      res.end(JSON.stringify(await execute(args)));
    })();
  });
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  const handshakes: IncomingHttpHeaders[] = [];
  const serving = useServer(
    {
      schema,
      onConnect: (ctx) => {
        handshakes.push(ctx.extra.request.headers);
        return true;
      },
    },
    sockets,
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    received,
    handshakes,
    openSockets: () => sockets.clients.size,
    async stop() {
      await serving.dispose();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type HttpSubgraph = Awaited<ReturnType<typeof startHttpSubgraph>>;
