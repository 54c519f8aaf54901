import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { defaultSettings } from '../../gateway/settings.ts';
import type { World } from './fixtures-front/frontWorld.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { protocol, rawSocket } from './fixtures-front/rawSocket.ts';

const { endpoint } = defaultSettings();
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
      endpoint: {
        ...endpoint,
        sockets: { ...endpoint.sockets, initMs: 30_000, subscriptions: 3, frameBytes: 2_000 },
      },
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
    await using hasty = await createWorld({
      endpoint: { ...endpoint, sockets: { ...endpoint.sockets, initMs: 100 } },
    });
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

  it('is turned away when the endpoint is full', async () => {
    await using small = await createWorld({
      endpoint: { ...endpoint, sockets: { ...endpoint.sockets, sockets: 1 } },
    });
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
