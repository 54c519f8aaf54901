import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchDir, startHouse, startProcess, type HouseProcess } from '../support/house.ts';
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
  });

  it('is told from promise to refund by a client that knows nothing of the inside', async () => {
    const demo = startProcess('tools/demo/main.ts', ['--url', house.url, '--data', data.dir]);
    expect(await demo.ended, demo.output()).toBe(0);
    for (const line of storyLines) expect(demo.output()).toMatch(line);
  });

  it('remembers its data over a restart, and stops in good order', async () => {
    const ask = async (url: string): Promise<unknown> => {
      const token = data.json('dev-tokens.json')['admin'] ?? '';
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const body = JSON.stringify({
        query: '{ orders(first: 50) { edges { node { id status totals { refunded { amountMinor } } } } } }',
      });
      return (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json();
    };
    const before = await ask(house.url);
    await house.process.stop();
    expect(await house.process.ended).toBe(0);
    house = await startHouse(data.dir);
    expect(await ask(house.url)).toEqual(before);
  });
});

describe('the journey in a process per room', () => {
  const data = scratchDir();
  const running: HouseProcess[] = [];
  afterAll(async () => {
    for (const each of running.reverse()) await each.stop();
    data.remove();
  });

  it('is the same story over signed HTTP and a database of its own process', async () => {
    const database = startProcess('platform/embedded-mongo/cli.ts', [
      '--port',
      '0',
      '--data',
      `${data.dir}/mongo-alone`,
    ]);
    running.push(database);
    const [uri] = await database.said(/mongodb:\/\/\S+/);
    const base = 20_000 + (process.pid % 20_000);
    const env = { MONGODB_URI: uri, ROOM_PORT_BASE: String(base), SWEEP_EVERY_MS: '1000' };
    const loader = await startHouse(data.dir, [], env);
    await loader.process.stop();
    const rooms = ['catalog', 'fulfillment', 'insights', 'orders', 'promise', 'returns', 'shipping'];
    const started = rooms.map((room) => startProcess('main.ts', ['--only', room, '--data', data.dir], env));
    running.push(...started);
    await Promise.all(started.map((room) => room.said(/Promesse \w+ at http/)));
    const gateway = startProcess('main.ts', ['--only', 'gateway', '--port', '0', '--data', data.dir], env);
    running.push(gateway);
    const [, url = ''] = await gateway.said(/Promesse gateway at (http:\S+)/);
    const ready = await fetch(`${url}/health/ready`);
    expect(await ready.json()).toMatchObject({ status: 'ready' });
    const demo = startProcess('tools/demo/main.ts', ['--url', url, '--data', data.dir]);
    expect(await demo.ended, demo.output()).toBe(0);
    for (const line of storyLines) expect(demo.output()).toMatch(line);
  }, 300_000);
});
