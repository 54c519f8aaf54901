import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportPKCS8, generateKeyPair } from 'jose';
import { graphql } from 'graphql';
import { schemaOf } from './schemas.ts';
import { subgraphNames } from './sdl.ts';
import { serveFeed } from './feed.ts';

/**
 * The subgraphs of the benchmark in one process. Each answer is remembered by the text that asked for it: they stay
 * far cheaper than the gateways they are there to feed. Prints `{"port", "feed", "privateKey"}` when it is ready.
 */
const schemas = new Map(subgraphNames.map((name) => [`/${name}`, schemaOf(name)]));
const answers = new Map<string, Buffer>();
const keys = await generateKeyPair('ES256', { extractable: true });
const jwks = Buffer.from(
  JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'bench', alg: 'ES256' }] }),
);
let served = 0;

function send(res: ServerResponse, answer: Buffer): void {
  res.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
  res.end(answer);
}

async function answerOf(path: string, body: string): Promise<Buffer> {
  const key = path + body;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const schema = schemas.get(path);
  if (schema === undefined) throw new Error(`no subgraph at ${path}`);
  const request = JSON.parse(body) as {
    query: string;
    variables?: Record<string, unknown>;
    operationName?: string;
  };
  const result = await graphql({
    schema,
    source: request.query,
    variableValues: request.variables,
    operationName: request.operationName,
  });
  const answer = Buffer.from(JSON.stringify(result));
  if (answers.size < 20_000) answers.set(key, answer);
  return answer;
}

const server = createServer((req, res) => {
  if (req.url === '/jwks') return send(res, jwks);
  if (req.url === '/served') return send(res, Buffer.from(JSON.stringify({ served })));
  served += 1;
  text(req)
    .then((body) => answerOf(req.url ?? '', body))
    .then(
      (answer) => send(res, answer),
      (error: unknown) => {
        res.writeHead(500).end(String(error));
      },
    );
});
server.keepAliveTimeout = 120_000;
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const feed = await serveFeed();
console.log(
  JSON.stringify({
    port: (server.address() as AddressInfo).port,
    feed,
    privateKey: await exportPKCS8(keys.privateKey),
  }),
);
