import { createClient } from 'graphql-ws';
import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createFeed } from './fixtures-front/feed.ts';
import { useHttpSubgraphs } from './fixtures-front/httpWorld.ts';
import { compose, productsSdl, shopSubgraphs } from './fixtures-front/shopGraph.ts';
import { createIssuer } from './fixtures-front/tokens.ts';

const upstream = useHttpSubgraphs();
const { onEnd, start } = upstream;

describe.each(['sse', 'websocket'] as const)('subscriptions from subgraphs over %s', (protocol) => {
  const setup = { subgraphs: { subscriptions: () => protocol } };
  const subscription = 'subscription { ticks(upTo: 2) { name price reviews { stars } } }';
  const clientOf = (url: string) => createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });

  it('reach clients joined with the entities of others', async () => {
    const world = await start(setup);
    const client = clientOf(world.wsUrl);
    onEnd(async () => client.dispose());
    const events: unknown[] = [];
    for await (const event of client.iterate({ query: subscription })) events.push(event);
    expect(events).toEqual([
      { data: { ticks: { name: 'Chair', price: 0, reviews: [{ stars: 1 }] } } },
      { data: { ticks: { name: 'Table', price: 1, reviews: [{ stars: 2 }] } } },
    ]);
  });

  it('are closed upstream as soon as the client leaves', async () => {
    const feed = createFeed<{ ticks: { id: string; price: number } }>();
    upstream.switches.ticks = () => feed;
    const world = await start(setup);
    const client = clientOf(world.wsUrl);
    onEnd(async () => client.dispose());
    const stream = client.iterate({ query: 'subscription { ticks { id } }' });
    const first = stream.next();
    await feed.opened;
    feed.push({ ticks: { id: '2', price: 1 } });
    expect((await first).value).toEqual({ data: { ticks: { id: '2' } } });
    await stream.return?.();
    await feed.left;
  });

  it('go on over a new supergraph, and new ones begin on it', async () => {
    const feed = createFeed<{ ticks: { id: string; price: number } }>();
    upstream.switches.ticks = () => feed;
    const world = await start(setup);
    const client = clientOf(world.wsUrl);
    onEnd(async () => client.dispose());
    const stream = client.iterate({ query: 'subscription { ticks { price reviews { stars } } }' });
    const first = stream.next();
    await feed.opened;
    feed.push({ ticks: { id: '0', price: 1 } });
    await first;
    const [ours, theirs] = shopSubgraphs({ products: upstream.products.url, reviews: upstream.reviews.url });
    const next = [{ ...ours, typeDefs: productsSdl.replace('    slow: String\n', '') }, theirs];
    const sdl = compose(next as ReturnType<typeof shopSubgraphs>);
    expect(await world.gateway.reload('/graphql', sdl)).toMatchObject({ ok: true, changed: true });
    feed.push({ ticks: { id: '1', price: 2 } });
    expect((await stream.next()).value).toEqual({ data: { ticks: { price: 2, reviews: [{ stars: 2 }] } } });
    const second = createFeed<{ ticks: { id: string; price: number } }>();
    upstream.switches.ticks = () => second;
    const later = client.iterate({ query: 'subscription { ticks { price } }' });
    const event = later.next();
    await second.opened;
    second.push({ ticks: { id: '0', price: 9 } });
    expect((await event).value).toEqual({ data: { ticks: { price: 9 } } });
    feed.end();
    expect((await stream.next()).done).toBe(true);
    await later.return?.();
    await second.left;
  });

  it('end with the token they were opened on', async () => {
    // Seconds are what a token counts in: of a part of one, too little could be left to open a stream.
    let nowMs = Math.ceil(Date.now() / 1_000) * 1_000;
    const tokens = await createIssuer(() => nowMs);
    const feed = createFeed<{ ticks: { id: string; price: number } }>();
    upstream.switches.ticks = () => feed;
    const world = await start({
      ...setup,
      gateway: { verifier: tokens.verifier, nowMs: () => nowMs },
    });
    const connectionParams = await tokens.bearer({ exp: nowMs / 1_000 + 4 });
    nowMs += 1_000;
    const client = createClient({
      url: world.wsUrl,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams,
    });
    onEnd(async () => client.dispose());
    const outcome = client
      .iterate({ query: 'subscription { ticks { id } }' })
      .next()
      .catch((errors: unknown) => errors);
    await feed.opened;
    expect(await outcome).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    await feed.left;
  });

  it('tell the client when the subgraph is not there', async () => {
    const world = await start(setup);
    await upstream.stopProducts();
    const client = clientOf(world.wsUrl);
    onEnd(async () => client.dispose());
    const outcome = await client
      .iterate({ query: 'subscription { ticks { id } }' })
      .next()
      .catch((errors: unknown) => errors);
    expect(JSON.stringify(outcome)).toContain('SUBGRAPH_UNAVAILABLE');
    expect(JSON.stringify(outcome)).not.toContain('127.0.0.1');
  });

  it('share one upstream between identical ones of one caller', async () => {
    const feed = createFeed<{ ticks: { id: string; price: number } }>();
    let opened = 0;
    upstream.switches.ticks = () => {
      opened++;
      return feed;
    };
    const world = await start(setup);
    const clients = [clientOf(world.wsUrl), clientOf(world.wsUrl)];
    for (const client of clients) onEnd(async () => client.dispose());
    const streams = clients.map((client) => client.iterate({ query: 'subscription { ticks { id price } }' }));
    const firsts = streams.map((stream) => stream.next());
    await feed.opened;
    await world.gateway.metrics.registry.getSingleMetricAsString('gateway_subscriptions');
    while (
      !(await world.gateway.metrics.registry.metrics()).includes(
        'gateway_subscriptions{endpoint="/graphql",transport="websocket"} 2',
      )
    ) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    feed.push({ ticks: { id: '2', price: 1 } });
    for (const first of firsts)
      expect((await first).value).toEqual({ data: { ticks: { id: '2', price: 1 } } });
    expect(opened).toBe(1);
  });
});
