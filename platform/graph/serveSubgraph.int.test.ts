import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import type { Identity } from '../../schema/identity.ts';
import type { StartedHost } from '../http/startHttpHost.ts';
import { seededIds, uuidIds } from '../ids/ids.ts';
import { signRequest } from '../identity/signature.ts';
import { silentLog } from '../log/log.ts';
import { waitFor } from '../../test/support/waitFor.ts';
import { createSubgraphService } from './createSubgraphService.ts';
import { httpTarget, type HttpTarget } from './httpTarget.ts';
import { serveSubgraph } from './serveSubgraph.ts';
import type { CallContext, SubgraphService } from './subgraph.ts';
import { resolvers, streams, typeDefs } from './toyGraph.fixture.ts';
import { createSubgraphClient } from './subgraphClient.ts';

const secret = 'between-subgraphs-'.repeat(4);
const log = silentLog();

let service: SubgraphService;
let host: StartedHost;
let target: HttpTarget;
const shopper: Identity = { subject: 'shopper-7', kind: 'shopper', scopes: [] };
const call = (identity: Identity = shopper): CallContext => ({
  identity,
  deadlineMs: Date.now() + 5_000,
  requestId: 'r',
});

beforeAll(async () => {
  service = createSubgraphService({
    name: 'toy',
    typeDefs,
    resolvers,
    context: (c) => c,
    log,
    newId: seededIds('toy'),
  });
  host = await serveSubgraph(service, { secret, log, newId: uuidIds() });
  target = httpTarget({ url: host.url, secret, newId: uuidIds() });
});
afterAll(async () => {
  await target.close();
  await host.stop();
});

const signed = (method: string, body: string): Record<string, string> =>
  signRequest(secret, { method, path: '/graphql', body }, call(), { nowMs: Date.now(), nonce: uuidIds()() });

describe('a subgraph over HTTP', () => {
  it.each([
    ['data', '{ me }', undefined],
    ['a scalar', 'query($at: DateTime!) { when(at: $at) }', { at: '2026-03-29T01:00:00Z' }],
    ['a coded error', '{ missing }', undefined],
    ['a wrong field', '{ nothing }', undefined],
    ['a syntax error', '{', undefined],
    ['a wrong variable', 'query($at: DateTime!) { when(at: $at) }', { at: 'soon' }],
  ])('answers %s as in process', async (_what, query, variables) => {
    const request = { query, ...(variables === undefined ? {} : { variables }) };
    const near = JSON.parse(JSON.stringify(await service.execute(request, call()))) as {
      data?: unknown;
      errors?: { message: string; extensions: object }[];
    };
    const far = (await target.execute(request, call())) as typeof near;
    expect(far.data ?? null).toEqual(near.data ?? null);
    expect(far.errors?.map(({ extensions }) => extensions)).toEqual(
      near.errors?.map(({ extensions }) => extensions),
    );
  });
  it('masks a bug with an id', async () => {
    const result = await target.execute({ query: '{ broken }' }, call());
    expect(result.errors?.[0]?.extensions).toMatchObject({
      code: 'INTERNAL',
      errorId: expect.any(String) as string,
    });
    expect(JSON.stringify(result)).not.toMatch(/hunter2|mongodb/);
  });
  it('gives the answer to nobody unsigned', async () => {
    const body = JSON.stringify({ query: '{ me }' });
    const headers = { 'content-type': 'application/json' };
    const plain = await fetch(`${host.url}/graphql`, { method: 'POST', headers, body });
    expect(plain.status).toBe(401);
    const sdl = await fetch(`${host.url}/graphql`, {
      method: 'POST',
      headers,
      body: '{"query":"{_service{sdl}}"}',
    });
    expect(await sdl.text()).not.toContain('type Query');
  });
  it('takes a signed call once, and not with another body', async () => {
    const body = JSON.stringify({ query: '{ me }' });
    const headers = { 'content-type': 'application/json', ...signed('POST', body) };
    const send = (text: string): Promise<Response> =>
      fetch(`${host.url}/graphql`, { method: 'POST', headers, body: text });
    expect((await send(body.replace('me', 'mE'))).status).toBe(401);
    expect((await send(body)).status).toBe(200);
    expect((await send(body)).status).toBe(401);
  });
  it('knows an associate of five hundred locations', async () => {
    const locationIds = Array.from({ length: 500 }, (_, n) => `a-location-with-a-long-name-${n}`);
    const associate: Identity = { subject: 'associate-9', kind: 'associate', scopes: [], locationIds };
    expect(await target.execute({ query: '{ me }' }, call(associate))).toEqual({
      data: { me: 'associate-9' },
    });
  });
  it('gives up at the deadline', async () => {
    const result = await target.execute({ query: '{ slow }' }, { ...call(), deadlineMs: Date.now() + 50 });
    expect(result.errors?.[0]?.extensions).toEqual({ code: 'DEADLINE_EXCEEDED' });
  });
  it('says so when the subgraph is away', async () => {
    const nowhere = httpTarget({ url: 'http://127.0.0.1:1', secret, newId: uuidIds() });
    const client = createSubgraphClient({ caller: 'test', newId: uuidIds(), target: () => nowhere });
    await expect(client.callText('toy', '{ me }')).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      outcomeUnknown: true,
    });
    await nowhere.close();
  });
  it('tells the client of another subgraph who said no, and how', async () => {
    const client = createSubgraphClient({ caller: 'test', newId: uuidIds(), target: () => target });
    await expect(client.callText('toy', '{ missing }')).rejects.toMatchObject({
      subgraph: 'toy',
      code: 'NOT_FOUND',
      outcomeUnknown: false,
    });
    expect(await client.callText('toy', '{ me }')).toEqual({ me: 'system:test' });
  });
});

describe('a subscription', () => {
  it('arrives as an event stream', async () => {
    const body = JSON.stringify({ query: 'subscription { count(to: 3) }' });
    const response = await fetch(`${host.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...signed('POST', body) },
      body,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const text = await response.text();
    expect(text.match(/"count":\d/g)).toEqual(['"count":1', '"count":2', '"count":3']);
    expect(text.trimEnd().endsWith('event: complete\ndata:')).toBe(true);
  });
  it('is closed at its source when the reader goes', async () => {
    const body = JSON.stringify({ query: 'subscription { forever }' });
    const controller = new AbortController();
    const response = await fetch(`${host.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...signed('POST', body) },
      body,
      signal: controller.signal,
    });
    expect(response.status).toBe(200);
    await waitFor('the subscription to open', () => streams.open === 1);
    controller.abort();
    await waitFor('the subscription to close', () => streams.open === 0);
  });
  it('arrives over graphql-transport-ws on a signed socket', async () => {
    class SignedSocket extends WebSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol, { headers: signed('GET', '') });
      }
    }
    const client = createClient({
      url: `${host.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: SignedSocket,
      retryAttempts: 0,
    });
    const seen: unknown[] = [];
    for await (const result of client.iterate({ query: 'subscription { count(to: 2) }' }))
      seen.push(result.data);
    expect(seen).toEqual([{ count: 1 }, { count: 2 }]);
    const stream = client.iterate({ query: 'subscription { forever }' });
    void stream.next();
    await waitFor('the subscription to open', () => streams.open === 1);
    await stream.return?.();
    await waitFor('the subscription to close', () => streams.open === 0);
    await client.dispose();
  });
  it('ends when its process stops', async () => {
    const second = await serveSubgraph(service, { secret, log, newId: uuidIds() });
    const body = JSON.stringify({ query: 'subscription { forever }' });
    const response = await fetch(`${second.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...signed('POST', body) },
      body,
    });
    await waitFor('the subscription to open', () => streams.open === 1);
    await second.stop();
    await response.text();
    expect(streams.open).toBe(0);
  });
  it('is refused on an unsigned socket', async () => {
    const socket = new WebSocket(`${host.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const outcome = await new Promise<string>((resolve) => {
      socket.on('error', (error) => resolve(error.message));
      socket.on('open', () => resolve('open'));
    });
    expect(outcome).toContain('401');
  });
});
