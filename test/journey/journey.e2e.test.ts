import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followOrder, type StatusUpdate } from '../../tools/demo/followOrder.ts';
import { scratchDir, startHouse, startProcess, type HouseProcess } from '../support/house.ts';
import { ask } from '../support/tinyShop.ts';
import { waitFor } from '../support/waitFor.ts';
import { storyLines } from './storyLines.ts';

describe('the journey in one process', () => {
  const data = scratchDir();
  let house: Awaited<ReturnType<typeof startHouse>>;
  beforeAll(async () => {
    house = await startHouse(data.dir, ['--fresh']);
  }, 180_000);
  afterAll(async () => {
    await house.process.stop();
    data.remove();
  });

  it('says ready once both doors serve', async () => {
    expect((await fetch(`${house.url}/health/ready`)).status).toBe(200);
    const typename = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    };
    for (const door of ['/graphql', '/partner/graphql'])
      expect(await (await fetch(`${house.url}${door}`, typename)).json()).toEqual({
        data: { __typename: 'Query' },
      });
    const figures = await (await fetch(`${house.url}/metrics/rooms`)).text();
    expect(figures).toMatch(/promesse_journal_owed_events\{room="orders",consumer="fulfillment"\} \d/);
  });

  it('is told from promise to refund by a client that knows nothing of the inside', async () => {
    const demo = startProcess('tools/demo/main.ts', ['--url', house.url, '--data', data.dir]);
    expect(await demo.ended, demo.output()).toBe(0);
    for (const line of storyLines) expect(demo.output()).toMatch(line);
  });

  it('remembers its data over a restart, and stops in good order', async () => {
    const load = async (url: string): Promise<unknown> => {
      const token = data.json('dev-tokens.json')['admin'] ?? '';
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const body = JSON.stringify({
        query: '{ orders(first: 50) { edges { node { id status totals { refunded { amountMinor } } } } } }',
      });
      return (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json();
    };
    // The partner's order was placed a moment ago: its location hears of it first.
    await waitFor(
      'all orders to be with their locations',
      async () => !JSON.stringify(await load(house.url)).includes('CONFIRMED'),
    );
    const before = await load(house.url);
    await house.process.stop();
    expect(await house.process.ended).toBe(0);
    house = await startHouse(data.dir);
    expect(await load(house.url)).toEqual(before);
  });
});

describe('the journey in a process per room', () => {
  const data = scratchDir();
  const running: HouseProcess[] = [];
  const rooms = ['catalog', 'fulfillment', 'insights', 'orders', 'promise', 'returns', 'shipping'];
  let env: Record<string, string>;
  let url = '';
  const startRoom = (room: string): HouseProcess => {
    const started = startProcess('main.ts', ['--only', room, '--data', data.dir], env);
    running.push(started);
    return started;
  };
  const isUp = (room: HouseProcess) => room.said(/Promesse \w+ at http/);
  let orders: HouseProcess | undefined;

  beforeAll(async () => {
    const database = startProcess('platform/embedded-mongo/cli.ts', [
      '--port',
      '0',
      '--data',
      `${data.dir}/mongo-alone`,
    ]);
    running.push(database);
    const [uri] = await database.said(/mongodb:\/\/\S+/);
    const base = 20_000 + (process.pid % 20_000);
    env = { MONGODB_URI: uri, ROOM_PORT_BASE: String(base), SWEEP_EVERY_MS: '1000' };
    const loader = await startHouse(data.dir, [], env);
    await loader.process.stop();
    const started = rooms.map((room) => startRoom(room));
    orders = started[rooms.indexOf('orders')];
    await Promise.all(started.map(isUp));
    const gateway = startProcess('main.ts', ['--only', 'gateway', '--port', '0', '--data', data.dir], env);
    running.push(gateway);
    [, url = ''] = await gateway.said(/Promesse gateway at (http:\S+)/);
  }, 300_000);
  afterAll(async () => {
    for (const each of running.reverse()) await each.stop();
    data.remove();
  });

  it('is the same story over signed HTTP and a database of its own process', async () => {
    const ready = await fetch(`${url}/health/ready`);
    expect(await ready.json()).toMatchObject({ status: 'ready' });
    const demo = startProcess('tools/demo/main.ts', ['--url', url, '--data', data.dir]);
    expect(await demo.ended, demo.output()).toBe(0);
    for (const line of storyLines) expect(demo.output()).toMatch(line);
  }, 300_000);

  it('goes on for a subscriber when the room behind the open socket dies and comes back', async () => {
    const tokens = data.json('dev-tokens.json');
    const token = tokens['partner'] ?? '';
    const admin = tokens['admin'] ?? '';
    const door = { url, token, admin };
    type Listed = { orders: { edges: { node: { id: string; channel: string } }[] } };
    const list = '{ orders(first: 50) { edges { node { id channel } } } }';
    const found = (await ask<Listed>(door, admin, list)).orders.edges.map(({ node }) => node);
    const id = found.find(({ channel }) => channel === 'marketplace')?.id ?? '';
    const stepsOf = async (): Promise<number[]> => {
      type Answer = { order: { timeline: { edges: { node: { seq: number } }[] } } };
      const query = 'query($id: ID!) { order(id: $id) { timeline(first: 100) { edges { node { seq } } } } }';
      const { order } = await ask<Answer>(door, admin, query, { id });
      return order.timeline.edges.map(({ node }) => node.seq);
    };
    const seen: StatusUpdate[] = [];
    const faults: unknown[] = [];
    const stop = followOrder(url, admin, id, 0, (update) => seen.push(update), {
      onRefused: (reason) => faults.push(reason),
    });
    try {
      const before = await stepsOf();
      await waitFor('what has happened', () => seen.length >= before.length);
      await orders?.stop('SIGKILL');
      orders = startRoom('orders');
      await isUp(orders);
      const cancel = 'mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }';
      const input = { orderId: id, idempotencyKey: 'changed my mind' };
      await waitFor('the cancellation', () =>
        ask(door, admin, cancel, { input }).then(
          () => true,
          () => false,
        ),
      );
      const after = await stepsOf();
      expect(after.length).toBeGreaterThan(before.length);
      await waitFor('what has happened since', () => seen.length >= after.length);
      expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, i) => i + 1));
      expect(faults).toEqual([]);
    } finally {
      await stop();
    }
  }, 120_000);
});
