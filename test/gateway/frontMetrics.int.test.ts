import { once } from 'node:events';
import { createClient } from 'graphql-ws';
import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { defaultSettings } from '../../gateway/settings.ts';
import { waitFor } from '../support/waitFor.ts';
import { createFeed } from './fixtures-front/feed.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';

const { endpoint } = defaultSettings();

const get = (world: { url: string }, path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, world.url), { headers });

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
    expect(text).toContain('gateway_sockets{endpoint="/graphql"} 1');
    expect(text).toContain('gateway_subscription_events_total{endpoint="/graphql",transport="websocket"} 2');
  });

  it('tell failures, streams that were cut, and sockets that have gone', async () => {
    await using world = await createWorld({
      endpoint: { ...endpoint, streams: { ...endpoint.streams, queue: 4 } },
    });
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
    expect(await metrics()).toContain('gateway_subscriptions{endpoint="/graphql",transport="websocket"} 1');
    socket.pause();
    for (let sent = 0; !feed.hasLeft && sent < 400_000; sent++) {
      feed.push({ ticks: { id: '1', price: sent } });
      if (sent % 64 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    socket.resume();
    socket.close();
    await once(socket, 'close');
    await waitFor('the socket to be counted out', async () =>
      (await metrics()).includes('gateway_sockets{endpoint="/graphql"} 0'),
    );
    const text = await metrics();
    expect(text).toMatch(/operation_duration_seconds_count\{[^}]*operation="Bad"[^}]*outcome="errors"\} 1/);
    expect(text).toMatch(/operation_duration_seconds_count\{[^}]*kind="unknown",outcome="refused"\} 1/);
    expect(text).toContain('gateway_subscriptions_closed_total{endpoint="/graphql",reason="slow"} 1');
    expect(text).toContain('gateway_subscriptions{endpoint="/graphql",transport="websocket"} 0');
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
