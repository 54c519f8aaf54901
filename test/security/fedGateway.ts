import { writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { scratchDir, startProcess } from '../support/applicationProcess.ts';
import type { Reply } from './target.ts';
import { send } from './target.ts';

/** A gateway process over a subgraph of ours that answers whatever it is told. */
export interface FedGateway {
  readonly url: string;
  readonly pid: number;
  /** What the subgraph answers from now on: a body as it is, or a function that answers by itself. */
  feed(answer: string | SubgraphAnswer): void;
  /** Calls the subgraph has received. */
  readonly calls: readonly string[];
  ask(query: string, variables?: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  output(): string;
  stop(): Promise<void>;
}

export type SubgraphAnswer = (req: IncomingMessage, res: ServerResponse, body: string) => void;

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize"])';
const sdl = `${link}
scalar Anything
type Query { item: Item items: [Item!] any(value: Anything): Anything sized(first: Int!): [Item!] @listSize(slicingArguments: ["first"]) }
type Item @key(fields: "id") { id: ID! name: String more: Anything item: Item
  items(first: Int): [Item!] @listSize(slicingArguments: ["first"], assumedSize: 10) }
input Nested { inner: Nested text: String list: [Nested!] }
type Mutation { change(input: Nested): Item }`;
const others = `${link}
type Item @key(fields: "id") { id: ID! stock: Int }`;

/** Starts the subgraph and `npm run gateway` before it. */
export async function startFedGateway(): Promise<FedGateway> {
  const calls: string[] = [];
  let answer: string | SubgraphAnswer = '{"data":null}';
  const server = createServer((req, res) => {
    let body = '';
    req.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    req.on('end', () => {
      calls.push(body);
      if (typeof answer === 'function') return answer(req, res, body);
      res.setHeader('content-type', 'application/json');
      res.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const data = scratchDir();
  const file = join(data.dir, 'supergraph.graphql');
  writeFileSync(file, supergraphOf(url));
  const child = startProcess('tools/gateway.ts', ['--supergraph', file, '--port', '0'], {
    LOG_LEVEL: 'info',
    GATEWAY_INTROSPECTION: 'false',
    GATEWAY_EXPLORER: 'false',
  });
  const [endpoint] = await child.said(/http:\/\/\S+\/graphql/);
  return {
    url: endpoint,
    pid: child.pid,
    feed: (next) => void (answer = next),
    calls,
    ask: (query, variables, headers) => send(endpoint, JSON.stringify({ query, variables }), headers),
    output: () => child.output(),
    async stop() {
      await child.stop('SIGKILL');
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      data.remove();
    },
  };
}

function supergraphOf(url: string): string {
  const composed = composeServices([
    { name: 'items', url, typeDefs: parse(sdl) },
    { name: 'others', url, typeDefs: parse(others) },
  ]);
  if (composed.supergraphSdl === undefined)
    throw new Error(composed.errors?.map(({ message }) => message).join('\n'));
  return composed.supergraphSdl;
}
