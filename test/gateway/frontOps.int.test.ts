import { context, trace } from '@opentelemetry/api';
import { createClient } from 'graphql-ws';
import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { jsonResponse } from '../../platform/http/httpRoute.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { recordingProvider } from './fixtures-front/recordingProvider.ts';

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
  it('have one span per request and one child per subgraph call, in the caller’s trace', async () => {
    const { provider, spans } = recordingProvider();
    trace.disable();
    trace.setGlobalTracerProvider(provider);
    try {
      await using world = await createWorld();
      await world.ask('query Page { products(first: 1) { id reviews { stars } } }');
      const request = spans.find(({ name }) => name === 'query Page');
      const calls = spans.filter(({ name }) => name.startsWith('subgraph '));
      expect(request?.attributes['graphql.operation.type']).toBe('query');
      expect(calls.map(({ name }) => name).sort()).toEqual(['subgraph products', 'subgraph reviews']);
      for (const call of calls) expect(call.parentSpanId).toBe(request?.spanId);
      expect(spans.every(({ ended }) => ended)).toBe(true);
    } finally {
      trace.disable();
      context.disable();
    }
  });
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
