import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ClientVariables } from '../../gateway/engine/data/callVariables.ts';
import { Departures } from '../../gateway/engine/transport/departure.ts';
import type { HttpTransportOptions } from '../../gateway/engine/transport/httpTransport.ts';
import { createHttpTransport } from '../../gateway/engine/transport/httpTransport.ts';
import type {
  OperationKind,
  RequestScope,
  SubgraphCall,
  SubgraphTransport,
} from '../../gateway/engine/types.ts';
import { testScope } from './fixtures/exampleGraph.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** A subgraph that answers each request as the next function says; the last one answers all further ones. */
async function setUp(answers: Answer[], options: HttpTransportOptions = {}) {
  const seen: { headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ headers: request.headers, body });
      const answer = answers[Math.min(seen.length, answers.length) - 1] as Answer;
      answer(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const transport = createHttpTransport(
    { name: 'sub', url: `http://127.0.0.1:${port}/graphql?x=1` },
    { retry: { pauseMs: 1 }, ...options },
  );
  cleanUps.push(async () => {
    server.closeAllConnections();
    await Promise.all([transport.close(), new Promise((resolve) => server.close(resolve))]);
  });
  return { seen, transport };
}

const call = (kind: OperationKind = 'query', scope: Partial<RequestScope> = {}): SubgraphCall => ({
  operation: {
    subgraph: 'sub',
    kind,
    query: '{a}',
    operationName: undefined,
    bodyPrefix: '{"query":"{a}","variables":',
  },
  variables: new ClientVariables(['v'], { v: 1 }),
  scope: testScope(scope),
});

const fine: Answer = (_, response) => response.end('{"data":{"a":1}}');
const broken: Answer = (_, response) => response.writeHead(503).end('sorry');
const reset: Answer = (request) => request.socket.destroy();
const never: Answer = () => undefined;
const codeOf = (transport: SubgraphTransport, one = call()) =>
  transport.fetch(one).then(
    () => 'answered',
    (error: unknown) => (error as { code: string }).code,
  );

/** A signal that counts its listeners. */
function listened() {
  const gone = new AbortController();
  const { signal } = gone;
  const add = signal.addEventListener.bind(signal);
  const counted = { listeners: 0 };
  signal.addEventListener = ((...args: Parameters<typeof add>) => {
    counted.listeners++;
    add(...args);
  }) as typeof add;
  return { signal, counted, abort: () => gone.abort() };
}

describe('the HTTP transport', () => {
  it('posts the operation with time left, request id, propagated and signed headers', async () => {
    const { seen, transport } = await setUp([fine], {
      propagate: (scope) => ['x-tenant', scope.headers['x-tenant'] ?? ''],
      sign: ({ body, path }) => ['x-signature', `${path} ${body.length}`],
    });
    expect(await transport.fetch(call('query', { headers: { 'x-tenant': 't' }, requestId: 'r1' }))).toEqual({
      data: { a: 1 },
    });
    const [request] = seen;
    expect(request?.body).toBe('{"query":"{a}","variables":{"v":1}}');
    expect(request?.headers).toMatchObject({
      'x-tenant': 't',
      'x-request-id': 'r1',
      'x-signature': `/graphql?x=1 ${request?.body.length}`,
      'content-type': 'application/json',
    });
    expect(Number(request?.headers['x-deadline-ms'])).toBeGreaterThan(0);
  });

  it('hands on response headers, every value of repeated ones', async () => {
    const { transport } = await setUp([
      (_, response) => response.writeHead(200, { 'set-cookie': ['a=1', 'b=2'] }).end('{"data":{}}'),
    ]);
    const got: unknown[] = [];
    await transport.fetch(
      call('query', { onSubgraphHeaders: (_, headers) => got.push(headers['set-cookie']) }),
    );
    expect(got).toEqual([['a=1', 'b=2']]);
  });

  it('asks again for reads that got no answer, but never for mutations', async () => {
    const reads = await setUp([broken, reset, fine]);
    expect(await codeOf(reads.transport)).toBe('answered');
    expect(reads.seen).toHaveLength(3);
    const writes = await setUp([broken, fine]);
    expect(await codeOf(writes.transport, call('mutation'))).toBe('SUBGRAPH_UNAVAILABLE');
    expect(writes.seen).toHaveLength(1);
  });

  it('spends no more retries than its budget holds', async () => {
    const { seen, transport } = await setUp([broken], {
      retry: { pauseMs: 1, attempts: 2, budgetShare: 0 },
      breaker: { minimumCalls: 1_000 },
    });
    for (let n = 0; n < 12; n++) await codeOf(transport);
    // Twelve calls, and the twenty retries a new budget holds.
    expect(seen).toHaveLength(32);
  });

  it('reads errors that come with another status, and refuses what is no GraphQL answer', async () => {
    const { transport } = await setUp([
      (_, response) => response.writeHead(400).end('{"errors":[{"message":"no"}]}'),
      (_, response) => response.end('<html>'),
      (_, response) => response.end('[1]'),
    ]);
    expect(await transport.fetch(call())).toEqual({ errors: [{ message: 'no' }] });
    expect(await codeOf(transport)).toBe('SUBGRAPH_BAD_ANSWER');
    expect(await codeOf(transport)).toBe('SUBGRAPH_BAD_ANSWER');
  });

  it('hangs one listener on the signal all calls of a request share, and cancels each call still under way', async () => {
    const { transport } = await setUp([fine, never]);
    const { signal, counted, abort } = listened();
    expect(await codeOf(transport, call('query', { signal }))).toBe('answered');
    const both = [1, 2].map(() => codeOf(transport, call('query', { signal })));
    abort();
    expect(await Promise.all(both)).toEqual(['REQUEST_CANCELLED', 'REQUEST_CANCELLED']);
    expect(counted.listeners).toBe(1);
  });

  it('gives up a call whose caller departs, wherever it is, and hands on its turn', async () => {
    const departures = new Departures();
    const { seen, transport } = await setUp([never, fine], { concurrency: 1 });
    const running = codeOf(transport, call('query', { departure: departures }));
    const waiting = codeOf(transport, call('query', { departure: departures }));
    const other = codeOf(transport);
    await expect.poll(() => seen.length).toBe(1);
    departures.go();
    expect(await Promise.all([running, waiting])).toEqual(['REQUEST_CANCELLED', 'REQUEST_CANCELLED']);
    expect(await other).toBe('answered');
    expect(seen).toHaveLength(2);
    expect(await codeOf(transport, call('query', { departure: departures }))).toBe('REQUEST_CANCELLED');
  });

  it('lets nobody wait in line beyond the deadline', async () => {
    const { seen, transport } = await setUp([never], { concurrency: 1 });
    const scope = { deadlineMs: Date.now() + 60 };
    const running = codeOf(transport, call('query', scope));
    const waiting = codeOf(transport, call('query', scope));
    expect(await Promise.all([running, waiting])).toEqual(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_TIMEOUT']);
    expect(seen).toHaveLength(1);
  });

  it('gives up at its timeout, at the deadline, and when the caller has gone', async () => {
    const { transport } = await setUp([never], { timeoutMs: 40 });
    expect(await codeOf(transport)).toBe('SUBGRAPH_TIMEOUT');
    expect(await codeOf(transport, call('query', { deadlineMs: Date.now() - 1 }))).toBe('SUBGRAPH_TIMEOUT');
    const gone = new AbortController();
    const waiting = codeOf(transport, call('query', { signal: gone.signal }));
    gone.abort();
    expect(await waiting).toBe('REQUEST_CANCELLED');
    expect(await codeOf(transport, call('query', { signal: gone.signal }))).toBe('REQUEST_CANCELLED');
  });

  it('stops reading an answer beyond its size limit', async () => {
    const { transport } = await setUp(
      [(_, response) => response.end(`{"data":{"a":"${'x'.repeat(5_000)}"}}`)],
      { maxAnswerBytes: 1_000 },
    );
    expect(await codeOf(transport)).toBe('SUBGRAPH_ANSWER_TOO_LARGE');
  });

  it('lets a bounded number of calls run and wait', async () => {
    const release: (() => void)[] = [];
    const { seen, transport } = await setUp([(_, response) => release.push(() => fine(_, response, ''))], {
      concurrency: 1,
      queue: 1,
    });
    const first = codeOf(transport);
    const second = codeOf(transport);
    expect(await codeOf(transport)).toBe('SUBGRAPH_OVERLOADED');
    await expect.poll(() => release.length).toBe(1);
    expect(seen).toHaveLength(1);
    release[0]?.();
    expect(await first).toBe('answered');
    await expect.poll(() => release.length).toBe(2);
    release[1]?.();
    expect(await second).toBe('answered');
  });

  it('spares a failing subgraph, and trusts it again after one good trial', async () => {
    let now = 1_000_000;
    const answers: Answer[] = [broken, broken, fine];
    const { seen, transport } = await setUp(answers, {
      retry: { attempts: 0 },
      breaker: { minimumCalls: 2, failureShare: 0.5, cooldownMs: 1_000 },
      now: () => now,
    });
    const scope = { deadlineMs: now + 60_000 };
    await codeOf(transport, call('query', scope));
    await codeOf(transport, call('query', scope));
    expect(await codeOf(transport, call('query', scope))).toBe('SUBGRAPH_UNAVAILABLE');
    expect(seen).toHaveLength(2);
    now += 1_001;
    expect(await codeOf(transport, call('query', scope))).toBe('answered');
    expect(await codeOf(transport, call('query', scope))).toBe('answered');
    expect(seen).toHaveLength(4);
  });
});
