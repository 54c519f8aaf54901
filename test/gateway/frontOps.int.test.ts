import { once } from 'node:events';
import { context, propagation, trace } from '@opentelemetry/api';
import { createClient } from 'graphql-ws';
import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createPropagation } from '../../gateway/http/propagation.ts';
import { defaultSettings } from '../../gateway/settings.ts';
import { httpSubgraphs } from '../../gateway/upstream/httpSubgraphs.ts';
import { jsonResponse } from '../../platform/http/httpRoute.ts';
import { waitFor } from '../support/waitFor.ts';
import { createFeed } from './fixtures-front/feed.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { startHttpSubgraph } from './fixtures-front/httpSubgraph.ts';
import type { RecordedSpan } from './fixtures-front/recordingProvider.ts';
import { recordingProvider, traceparentOnly } from './fixtures-front/recordingProvider.ts';
import { compose, createShopSchemas, createSwitches, shopSubgraphs } from './fixtures-front/shopGraph.ts';

const { door } = defaultSettings();

const get = (world: { url: string }, path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, world.url), { headers });

describe('health', () => {
  it('is live always and ready when every check says so', async () => {
    let verdict: true | string = 'database away';
    await using world = await createWorld({}, { readiness: { database: () => verdict } });
    expect((await get(world, '/health/live')).status).toBe(200);
    const sick = await get(world, '/health/ready');
    expect(sick.status).toBe(503);
    expect(await sick.json()).toMatchObject({ reasons: { database: 'database away' } });
    verdict = true;
    expect((await get(world, '/health/ready')).status).toBe(200);
  });
});

describe('draining', () => {
  it('says not ready, finishes what is under way, says goodbye to sockets and accepts nothing more', async () => {
    const world = await createWorld({ drainMs: 20_000 });
    let release: (text: string) => void = () => undefined;
    const asked = new Promise<void>((reached) => {
      world.switches.slow = () =>
        new Promise((resolve) => {
          release = resolve;
          reached();
        });
    });
    const socket = new WebSocket(world.wsUrl, 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    const goodbye = new Promise<number>((resolve) => socket.once('close', resolve));
    const slow = world.ask('{ slow }');
    await asked;
    world.gateway.startDraining();
    expect((await get(world, '/health/ready')).status).toBe(503);
    expect((await get(world, '/health/live')).status).toBe(200);
    const stopped = world.stop();
    expect(await goodbye).toBe(1001);
    release('finished');
    expect(await slow).toEqual({ data: { slow: 'finished' } });
    await stopped;
    await expect(fetch(world.url)).rejects.toThrow();
  });

  it('goes on accepting while load balancers take notice', async () => {
    const world = await createWorld({ drainNoticeMs: 40 });
    const stopped = world.stop();
    expect(world.gateway.server.listening).toBe(true);
    await stopped;
    expect(world.gateway.server.listening).toBe(false);
  });

  it('cuts what does not finish in time', async () => {
    const world = await createWorld({ drainMs: 100 });
    const asked = new Promise<void>((reached) => {
      world.switches.slow = () => {
        reached();
        return new Promise(() => undefined);
      };
    });
    const slow = world.ask('{ slow }').catch(() => 'cut');
    await asked;
    await world.stop();
    expect(await slow).toBe('cut');
  });
});

describe('metrics', () => {
  it('count operations, subgraph calls, plans, cache and sockets', async () => {
    await using world = await createWorld();
    const body = { query: 'query Shelf { products { id } }', operationName: 'Shelf' };
    await (await world.post(body)).text();
    await (await world.post(body)).text();
    const client = createClient({ url: world.wsUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
    for await (const _event of client.iterate({ query: 'subscription Ticking { ticks(upTo: 2) { id } }' }));
    const text = await (await get(world, '/metrics')).text();
    await client.dispose();
    expect(text).toMatch(
      /gateway_operation_duration_seconds_count\{[^}]*operation="Shelf"[^}]*outcome="ok"[^}]*\} 2/,
    );
    expect(text).toMatch(
      /gateway_subgraph_duration_seconds_count\{subgraph="products",kind="query",outcome="ok"\} 2/,
    );
    expect(text).toMatch(/gateway_plan_duration_seconds_count\{planner="\w+"\} [1-9]/);
    expect(text).toMatch(/gateway_operation_cache_total\{result="hit"\} [1-9]/);
    expect(text).toContain('gateway_sockets{door="/graphql"} 1');
    expect(text).toContain('gateway_subscription_events_total{door="/graphql",transport="websocket"} 2');
  });

  it('tell failures, streams that were cut, and sockets that have gone', async () => {
    await using world = await createWorld({ door: { ...door, streams: { ...door.streams, queue: 4 } } });
    const metrics = async () => (await get(world, '/metrics')).text();
    await world.ask('query Bad { broken }');
    await world.ask('{ nothing }');
    const feed = createFeed<{ ticks: { id: string; price: number } }>();
    world.switches.ticks = () => feed;
    const socket = new WebSocket(world.wsUrl, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await once(socket, 'message');
    socket.send('{"id":"1","type":"subscribe","payload":{"query":"subscription { ticks { id } }"}}');
    await feed.opened;
    expect(await metrics()).toContain('gateway_subscriptions{door="/graphql",transport="websocket"} 1');
    socket.pause();
    for (let sent = 0; !feed.hasLeft && sent < 400_000; sent++) {
      feed.push({ ticks: { id: '1', price: sent } });
      if (sent % 64 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    socket.resume();
    socket.close();
    await once(socket, 'close');
    await waitFor('the socket to be counted out', async () =>
      (await metrics()).includes('gateway_sockets{door="/graphql"} 0'),
    );
    const text = await metrics();
    expect(text).toMatch(/operation_duration_seconds_count\{[^}]*operation="Bad"[^}]*outcome="errors"\} 1/);
    expect(text).toMatch(/operation_duration_seconds_count\{[^}]*kind="unknown",outcome="refused"\} 1/);
    expect(text).toContain('gateway_subscriptions_closed_total{door="/graphql",reason="slow"} 1');
    expect(text).toContain('gateway_subscriptions{door="/graphql",transport="websocket"} 0');
  });

  it('cannot be flooded with operation names', async () => {
    await using world = await createWorld();
    for (let index = 0; index < 230; index++)
      await (await world.post({ query: `query Name${index} { __typename }` })).text();
    const text = await (await get(world, '/metrics')).text();
    expect(new Set(text.match(/operation="Name\d+"/g)).size).toBe(200);
    expect(text).toContain('operation="other"');
  });

  it('can be switched off', async () => {
    await using world = await createWorld({ metrics: false });
    expect((await get(world, '/metrics')).status).toBe(404);
  });
});

describe('traces', () => {
  /** Registers a provider that keeps every span, with W3C headers, while the test runs. */
  async function traced(run: (spans: RecordedSpan[]) => Promise<void>) {
    const { provider, spans } = recordingProvider();
    trace.disable();
    trace.setGlobalTracerProvider(provider);
    propagation.setGlobalPropagator(traceparentOnly);
    try {
      await run(spans);
      expect(spans.every(({ ended }) => ended)).toBe(true);
    } finally {
      trace.disable();
      context.disable();
      propagation.disable();
    }
  }

  it('have one span per request and one child per subgraph call, in the caller’s trace', () =>
    traced(async (spans) => {
      await using world = await createWorld();
      const traceId = 'a'.repeat(32);
      await world.ask('query Page { products(first: 1) { id reviews { stars } } }', {
        traceparent: `00-${traceId}-00000000000000ff-01`,
      });
      const request = spans.find(({ name }) => name === 'query Page');
      const calls = spans.filter(({ name }) => name.startsWith('subgraph '));
      expect(request?.attributes['graphql.operation.type']).toBe('query');
      expect(request).toMatchObject({ traceId, parentSpanId: '00000000000000ff' });
      expect(calls.map(({ name }) => name).sort()).toEqual(['subgraph products', 'subgraph reviews']);
      for (const call of calls) expect(call).toMatchObject({ traceId, parentSpanId: request?.spanId });
    }));

  it('follow operations over sockets too, refused ones and the calls of every event included', () =>
    traced(async (spans) => {
      await using world = await createWorld();
      const client = createClient({ url: world.wsUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
      const query = 'subscription Watch { ticks(upTo: 2) { id reviews { stars } } }';
      for await (const _event of client.iterate({ query }));
      await expect(client.iterate({ query: '{ nothing }' }).next()).rejects.toBeDefined();
      await client.dispose();
      const watch = spans.find(({ name }) => name === 'subscription Watch');
      expect(watch?.attributes['promesse.transport']).toBe('websocket');
      const calls = spans.filter(({ parentSpanId }) => parentSpanId === watch?.spanId);
      expect(calls.filter(({ name }) => name === 'subgraph reviews')).toHaveLength(2);
      const refused = spans.filter(({ attributes }) => attributes['promesse.outcome'] === 'refused');
      expect(refused).toHaveLength(1);
    }));

  it('go on in subgraphs over HTTP', () =>
    traced(async (spans) => {
      const products = await startHttpSubgraph(createShopSchemas(createSwitches()).products);
      try {
        await using world = await createWorld(
          {},
          {
            doors: [{ path: '/graphql', supergraphSdl: compose(shopSubgraphs({ products: products.url })) }],
            transports: httpSubgraphs({ propagation: createPropagation({ request: [], response: [] }) }),
          },
        );
        await world.ask('query Far { products(first: 1) { id } }');
        const request = spans.find(({ name }) => name === 'query Far');
        expect(products.received[0]?.headers['traceparent']).toBe(
          `00-${request?.traceId}-${request?.spanId}-01`,
        );
      } finally {
        await products.stop();
      }
    }));
});

describe('routes of other rooms', () => {
  it('are mounted with their raw body and path parameters', async () => {
    await using world = await createWorld(
      {},
      {
        routes: [
          {
            method: 'POST',
            path: '/webhooks/:carrier',
            maxBodyBytes: 100,
            handle: ({ params, body, query }) =>
              Promise.resolve(
                jsonResponse(202, { carrier: params['carrier'], bytes: body.length, at: query.get('at') }),
              ),
          },
        ],
      },
    );
    const url = new URL('/webhooks/snail%20mail?at=7', world.url);
    const answer = await fetch(url, { method: 'POST', body: 'éé' });
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({ carrier: 'snail mail', bytes: 4, at: '7' });
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(url, { method: 'POST', body: 'x'.repeat(101) })).status).toBe(413);
  });
});
