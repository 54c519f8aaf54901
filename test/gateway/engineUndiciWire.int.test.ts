import { once } from 'node:events';
import type { RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ClientVariables } from '../../gateway/engine/data/callVariables.ts';
import { createHttpTransport } from '../../gateway/engine/transport/httpTransport.ts';
import { UndiciWire } from '../../platform/subgraphHttp/undiciWire.ts';
import { testScope } from './fixtures/exampleGraph.ts';

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** What a wire over TLS does with requests and answers is the same without TLS, and easier to look at. */
async function setUp(handle: RequestListener, maxAnswerBytes = 1_000) {
  const server = createServer(handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?x=1`);
  const wire = new UndiciWire({ url, connections: 2, maxAnswerBytes });
  cleanUps.push(
    () => void server.close(),
    () => server.closeAllConnections(),
    () => wire.close(),
  );
  return (tell: (abort: () => void) => void = () => undefined) =>
    new Promise<unknown>((resolve) => {
      const exchange = wire.post(['x-a', 'b'], '{"q":1}', {
        answered: (status, text, headers) => resolve([status, text, headers()['x-c']]),
        failed: ({ code }) => resolve(code),
      });
      tell(() => exchange.abort());
    });
}

describe('the wire for TLS', () => {
  it('posts a text and reads the answer with all its headers', async () => {
    let seen = '';
    const post = await setUp((req, res) => {
      req.on('data', (chunk: Buffer) => (seen += chunk.toString()));
      req.on('end', () => {
        seen += ` ${req.method} ${req.url} ${req.headers['x-a']} ${req.headers['content-type']}`;
        res.writeHead(201, { 'x-c': ['1', '2'] }).end('{"data":1}');
      });
    });
    expect(await post()).toEqual([201, '{"data":1}', ['1', '2']]);
    expect(seen).toBe('{"q":1} POST /graphql?x=1 b application/json');
  });

  it('says when it cannot be answered, and when the answer is too large', async () => {
    const cut = await setUp((req) => req.socket.destroy());
    expect(await cut()).toBe('SUBGRAPH_UNAVAILABLE');
    const large = await setUp((_, res) => res.end('x'.repeat(11)), 10);
    expect(await large()).toBe('SUBGRAPH_ANSWER_TOO_LARGE');
  });

  it('tells nothing of a request that was given up, and closes its connection', async () => {
    let held: ServerResponse | undefined;
    const post = await setUp((_, res) => void (held = res));
    let abort = (): void => undefined;
    let told = false;
    void post((given) => (abort = given)).then(() => (told = true));
    await expect.poll(() => held).toBeDefined();
    abort();
    await expect.poll(() => held?.destroyed).toBe(true);
    expect(told).toBe(false);
  });

  it('is what an https address is asked by: nothing goes out before the other side has shown who it is', async () => {
    const received: Buffer[] = [];
    const server = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (chunk: Buffer) => {
        received.push(chunk);
        socket.destroy();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    const transport = createHttpTransport({ name: 'sub', url }, { retry: { attempts: 0 } });
    cleanUps.push(
      () => void server.close(),
      () => transport.close(),
    );
    const operation = { subgraph: 'sub', kind: 'query', query: '{a}', operationName: undefined } as const;
    await expect(
      transport.fetch({
        operation: { ...operation, bodyPrefix: '{"query":"{a}","variables":' },
        variables: new ClientVariables([], {}),
        scope: testScope({}),
      }),
    ).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    // A TLS record of a handshake, and no more than that.
    expect(received[0]?.[0]).toBe(22);
    expect(Buffer.concat(received).includes('graphql')).toBe(false);
  });
});
