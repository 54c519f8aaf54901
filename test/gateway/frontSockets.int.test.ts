import { GraphQLError } from 'graphql';
import type { Client } from 'graphql-ws';
import { createClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { defaultSettings } from '../../gateway/settings.ts';
import type { World } from './fixtures-front/frontWorld.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { createFeed } from './fixtures-front/feed.ts';
import { createIssuer } from './fixtures-front/tokens.ts';

const { door } = defaultSettings();
const protocol = 'graphql-transport-ws';

interface Message {
  type: string;
  id?: string;
  payload?: {
    data?: Record<string, unknown>;
    errors?: { extensions?: Record<string, unknown> }[];
  } & unknown[];
}

/** A bare socket that keeps what it hears. */
function rawSocket(
  url: string,
  protocols: string | string[] = protocol,
  options: WebSocket.ClientOptions = {},
) {
  const socket = new WebSocket(url, protocols, options);
  const heard: Message[] = [];
  const waiting: (() => void)[] = [];
  socket.on('message', (data: Buffer) => {
    heard.push(JSON.parse(data.toString()) as Message);
    for (const look of waiting.splice(0)) look();
  });
  socket.on('error', () => undefined);
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  );
  const hears = async (fits: (message: Message) => boolean): Promise<Message> => {
    for (;;) {
      const found = heard.find(fits);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  return {
    socket,
    heard,
    closed,
    hears,
    opened: new Promise<void>((resolve) => socket.once('open', () => resolve())),
    send: (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    /** Introduces itself and waits to be acknowledged. */
    async init(payload?: object) {
      await this.opened;
      this.send({ type: 'connection_init', ...(payload && { payload }) });
      await hears(({ type }) => type === 'connection_ack');
    },
    subscribe(id: string, query: string) {
      this.send({ id, type: 'subscribe', payload: { query } });
    },
  };
}

const quiet = 'subscription { quiet { id } }';

describe('a socket that breaks the protocol is closed with the right code', () => {
  let world: World;
  const opened: ReturnType<typeof rawSocket>[] = [];
  const open = (...args: Parameters<typeof rawSocket>) => {
    const made = rawSocket(...args);
    opened.push(made);
    return made;
  };
  beforeAll(async () => {
    world = await createWorld({
      door: { ...door, sockets: { ...door.sockets, initMs: 30_000, subscriptions: 3, frameBytes: 2_000 } },
    });
  });
  afterEach(() => {
    for (const { socket } of opened.splice(0)) socket.terminate();
  });
  afterAll(() => world.stop());

  it('4406: it does not speak graphql-transport-ws', async () => {
    const strange = open(world.wsUrl, 'graphql-ws');
    // A server that accepts none of the protocols leaves the header out, and this client hangs up on that by itself.
    const bare = open(world.wsUrl, []);
    expect((await bare.closed).code).toBe(4406);
    expect([1006, 4406]).toContain((await strange.closed).code);
  });

  it('4408: it does not introduce itself in time', async () => {
    await using hasty = await createWorld({ door: { ...door, sockets: { ...door.sockets, initMs: 100 } } });
    const { closed } = open(hasty.wsUrl);
    expect(await closed).toEqual({ code: 4408, reason: 'Connection initialisation timeout' });
  });

  it('4401: it subscribes before it is acknowledged', async () => {
    const client = open(world.wsUrl);
    await client.opened;
    client.subscribe('1', quiet);
    expect((await client.closed).code).toBe(4401);
  });

  it('4429: it introduces itself twice', async () => {
    const client = open(world.wsUrl);
    await client.init();
    client.send({ type: 'connection_init' });
    expect((await client.closed).code).toBe(4429);
  });

  it('4409: it uses an id twice', async () => {
    const client = open(world.wsUrl);
    await client.init();
    client.subscribe('same', quiet);
    client.subscribe('same', quiet);
    expect(await client.closed).toEqual({ code: 4409, reason: 'Subscriber for same already exists' });
  });

  it.each([
    'noise',
    '{}',
    '{"type":"dance"}',
    '[1]',
    '{"type":"subscribe","id":"","payload":{"query":"{a}"}}',
  ])('4400: it says %s', async (message) => {
    const client = open(world.wsUrl);
    await client.init();
    client.send(message);
    expect((await client.closed).code).toBe(4400);
  });

  it('1009: it sends a frame above the limit', async () => {
    const client = open(world.wsUrl);
    await client.init();
    client.send({ type: 'ping', payload: { noise: 'x'.repeat(3_000) } });
    expect((await client.closed).code).toBe(1009);
  });

  it('answers pings and allows only so many operations at once', async () => {
    const client = open(world.wsUrl);
    await client.init();
    client.send({ type: 'ping' });
    await client.hears(({ type }) => type === 'pong');
    for (const id of ['a', 'b', 'c', 'd']) client.subscribe(id, quiet);
    const refused = await client.hears(({ type }) => type === 'error');
    expect(refused.id).toBe('d');
    expect(refused.payload?.[0]).toMatchObject({ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } });
    client.send({ id: 'a', type: 'complete' });
    client.subscribe('e', '{ __typename }');
    expect((await client.hears(({ id, type }) => id === 'e' && type === 'next')).payload).toEqual({
      data: { __typename: 'Query' },
    });
  });

  it('refuses a page of another site, which could ride on cookies', async () => {
    const { closed } = open(world.wsUrl, protocol, { origin: 'https://evil.example' });
    expect((await closed).code).toBe(1006);
    const own = open(world.wsUrl, protocol, { origin: world.url });
    await own.init();
  });

  it('is turned away when the door is full', async () => {
    await using small = await createWorld({ door: { ...door, sockets: { ...door.sockets, sockets: 1 } } });
    const first = open(small.wsUrl);
    await first.init();
    const turnedAway = new Promise<number | undefined>((resolve) => {
      const second = new WebSocket(small.wsUrl, protocol);
      second.on('error', () => undefined);
      second.once('unexpected-response', (_req, res) => {
        resolve(res.statusCode);
        second.terminate();
      });
    });
    expect(await turnedAway).toBe(503);
  });

  it('is not there at other paths', async () => {
    const { closed } = open(world.wsUrl.replace('/graphql', '/nothing'));
    expect((await closed).code).toBe(1006);
  });
});

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

describe('credentials of a socket', () => {
  it('come with the connection payload or the first request, and bad ones are refused', async () => {
    const tokens = await createIssuer();
    await using world = await createWorld({}, { verifier: tokens.verifier });
    const headers = await tokens.bearer();
    const byPayload = rawSocket(world.wsUrl);
    await byPayload.init(headers);
    const byHeader = rawSocket(world.wsUrl, protocol, { headers });
    await byHeader.init();
    for (const client of [byPayload, byHeader]) {
      client.subscribe('1', '{ secretPrice }');
      expect((await client.hears(({ type }) => type === 'next')).payload).toEqual({
        data: { secretPrice: 42 },
      });
    }
    const bad = rawSocket(world.wsUrl);
    await bad.opened;
    bad.send({ type: 'connection_init', payload: { authorization: 'Bearer nonsense' } });
    expect(await bad.closed).toEqual({ code: 4403, reason: 'Forbidden' });
  });

  it('that cannot be checked now send the client away for a while, not for good', async () => {
    const away = () =>
      Promise.reject(new GraphQLError('no keys', { extensions: { code: 'SERVICE_UNAVAILABLE' } }));
    await using world = await createWorld({}, { verifier: away });
    const client = rawSocket(world.wsUrl);
    await client.opened;
    client.send({ type: 'connection_init', payload: { authorization: 'Bearer any' } });
    expect(await client.closed).toEqual({
      code: 1013,
      reason: 'Tokens cannot be checked at this moment; try again.',
    });
  });

  it('4500: something of ours breaks, and nothing of it shows', async () => {
    await using world = await createWorld(
      {},
      {
        verifier: () => Promise.resolve({ subject: 'anna', scopes: [] }),
        policiesFor: (identity) => {
          if ((identity as { subject: string }).subject === 'anna') throw new Error('hunter2');
          return new Set();
        },
      },
    );
    const client = rawSocket(world.wsUrl);
    await client.opened;
    client.send({ type: 'connection_init', payload: { authorization: 'Bearer any' } });
    expect(await client.closed).toEqual({ code: 4500, reason: 'Internal server error' });
  });

  it('end the streams that were opened on them', async () => {
    let nowMs = Date.now();
    const tokens = await createIssuer(() => nowMs);
    await using world = await createWorld({}, { verifier: tokens.verifier, nowMs: () => nowMs });
    const exp = Math.floor(nowMs / 1_000) + 4;
    const client = rawSocket(world.wsUrl);
    nowMs += 1_000;
    await client.init(await tokens.bearer({ exp }));
    client.subscribe('1', quiet);
    const told = await client.hears(({ type }) => type === 'error');
    expect(told.payload?.[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    expect((await client.closed).code).toBe(4403);
  });
});

describe('a slow subscriber', () => {
  it('is cut off with a reason instead of piling up events, and others are not disturbed', async () => {
    await using world = await createWorld({ door: { ...door, streams: { ...door.streams, queue: 8 } } });
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
