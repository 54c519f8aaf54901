import { EventEmitter, on, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { feedSdl } from './sdl.ts';

/** Serves the feed over HTTP and graphql-transport-ws; `POST /tick` sends one event. Resolves with the port. */
export async function serveFeed(): Promise<number> {
  const ticks = new EventEmitter();
  const schema = buildSubgraphSchema({
    typeDefs: parse(feedSdl),
    resolvers: {
      Subscription: {
        ticked: {
          subscribe: () => on(ticks, 'tick'),
          resolve: (event: unknown) => (event as unknown[])[0],
        },
      },
    },
  });
  const server = createServer((req, res) => {
    if (req.url === '/tick') {
      ticks.emit('tick', { at: performance.timeOrigin + performance.now(), text: 'x'.repeat(200) });
      res.end();
      return;
    }
    text(req)
      .then((body) => graphql({ schema, source: (JSON.parse(body) as { query: string }).query }))
      .then(
        (result) => res.end(JSON.stringify(result)),
        (error: unknown) => res.writeHead(500).end(String(error)),
      );
  });
  useServer({ schema }, new WebSocketServer({ server }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
