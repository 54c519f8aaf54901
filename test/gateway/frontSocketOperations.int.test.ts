import type { Client } from 'graphql-ws';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { defaultSettings } from '../../gateway/settings.ts';
import { createFeed } from './fixtures-front/feed.ts';
import type { World } from './fixtures-front/frontWorld.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { rawSocket } from './fixtures-front/rawSocket.ts';

const { endpoint } = defaultSettings();

describe('operations over a socket', () => {
  let world: World;
  let client: Client;
  beforeAll(async () => {
    world = await createWorld();
    client = createClient({ url: world.wsUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
  });
  afterAll(async () => {
    await client.dispose();
    await world.stop();
  });

  const all = async (query: string, variables?: Record<string, unknown>) => {
    const results: unknown[] = [];
    for await (const result of client.iterate({ query, ...(variables && { variables }) }))
      results.push(result);
    return results;
  };

  it('joins the entities of other subgraphs into every event', async () => {
    expect(
      await all('subscription S($n: Int) { ticks(upTo: $n) { id name reviews { stars } } }', { n: 2 }),
    ).toEqual([
      { data: { ticks: { id: '0', name: 'Chair', reviews: [{ stars: 1 }] } } },
      { data: { ticks: { id: '1', name: 'Table', reviews: [{ stars: 2 }] } } },
    ]);
  });

  it('answers queries and mutations once', async () => {
    expect(await all('{ products(first: 1) { name } }')).toEqual([
      { data: { products: [{ name: 'Chair' }] } },
    ]);
    expect(await all('mutation { rename(id: 0, name: "Stool") { name } }')).toEqual([
      { data: { rename: { name: 'Stool' } } },
    ]);
  });

  it('answers an operation that is not valid with its errors', async () => {
    await expect(all('subscription { nothing }')).rejects.toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  it('serves the partner contract at its own path', async () => {
    const partner = createClient({
      url: world.wsUrl.replace('/graphql', '/partner/graphql'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const ask = async (query: string) => {
      for await (const result of partner.iterate({ query })) return result;
      return undefined;
    };
    expect(await ask('subscription { ticks(upTo: 1) { name } }')).toEqual({
      data: { ticks: { name: 'Chair' } },
    });
    await expect(ask('subscription { ticks(upTo: 1) { price } }')).rejects.toBeDefined();
    await partner.dispose();
  });

  it('closes the upstream when a subscriber leaves, also while nothing happens', async () => {
    const feed = createFeed<{ ticks: { id: string; price: number } }>();
    world.switches.ticks = () => feed;
    const one = rawSocket(world.wsUrl);
    await one.init();
    one.subscribe('1', 'subscription { ticks { id } }');
    await feed.opened;
    one.send({ id: '1', type: 'complete' });
    await feed.left;
    one.socket.close();
    await one.closed;
  });

  it('closes the upstream when the socket is gone', async () => {
    const feed = createFeed<{ ticks: { id: string; price: number } }>();
    world.switches.ticks = () => feed;
    const one = rawSocket(world.wsUrl);
    await one.init();
    one.subscribe('1', 'subscription { ticks { price id } }');
    await feed.opened;
    one.socket.terminate();
    await feed.left;
  });
});

describe('a slow subscriber', () => {
  it('is cut off with a reason instead of piling up events, and others are not disturbed', async () => {
    await using world = await createWorld({
      endpoint: { ...endpoint, streams: { ...endpoint.streams, queue: 8 } },
    });
    const feed = createFeed<{ ticks: { id: string; price: number } }>();
    const other = createFeed<{ ticks: { id: string; price: number } }>();
    world.switches.ticks = (upTo) => (upTo === 1 ? other : feed);
    const quick = rawSocket(world.wsUrl);
    await quick.init();
    quick.subscribe('1', 'subscription { ticks(upTo: 1) { price } }');
    await other.opened;
    const slow = rawSocket(world.wsUrl);
    await slow.init();
    slow.subscribe('1', 'subscription Slow { ticks { id price name } }');
    await feed.opened;
    slow.socket.pause();
    let sent = 0;
    const push = () => feed.push({ ticks: { id: '1', price: sent++ } });
    // Enough to fill the buffers of both ends of the line and the queue behind them.
    while (!feed.hasLeft && sent < 400_000) {
      push();
      if (sent % 64 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(feed.hasLeft).toBe(true);
    slow.socket.resume();
    const told = await slow.hears(({ type }) => type === 'error');
    expect(told.payload?.[0]).toMatchObject({ extensions: { code: 'SUBSCRIBER_TOO_SLOW' } });
    other.push({ ticks: { id: '1', price: 5 } });
    expect((await quick.hears(({ type }) => type === 'next')).payload).toEqual({
      data: { ticks: { price: 5 } },
    });
    slow.socket.close();
    quick.socket.close();
  });
});
