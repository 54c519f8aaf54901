import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followOrder, type StatusUpdate } from '../../tools/demo/followOrder.ts';
import {
  scratchDir,
  startApplication,
  startProcess,
  type ApplicationProcess,
} from '../support/applicationProcess.ts';
import { ask } from '../support/tinyShop.ts';
import { waitFor } from '../support/waitFor.ts';
import { storyLines } from './storyLines.ts';

/** What the customers of the story wrote: names, streets, mail addresses and a telephone. */
const personal = [
  ...['Camille Exemple', '1 place de la République', '12 rue de Charenton', 'camille@example.com'],
  ...['+33639980010', 'Claude Exemple', '12 rue de la République', 'claude@example.com'],
  ...['Marketplace customer', '2 rue Exemple'],
];

describe('the journey in one process', () => {
  const data = scratchDir();
  let application: Awaited<ReturnType<typeof startApplication>>;
  beforeAll(async () => {
    application = await startApplication(data.dir, ['--fresh'], { LOG_LEVEL: 'debug' });
  }, 180_000);
  afterAll(async () => {
    await application.process.stop();
    data.remove();
  });

  it('says ready once both endpoints serve', async () => {
    expect((await fetch(`${application.url}/health/ready`)).status).toBe(200);
    const typename = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    };
    for (const endpoint of ['/graphql', '/partner/graphql'])
      expect(await (await fetch(`${application.url}${endpoint}`, typename)).json()).toEqual({
        data: { __typename: 'Query' },
      });
    const figures = await (await fetch(`${application.url}/metrics/subgraphs`)).text();
    expect(figures).toMatch(/promesse_journal_owed_events\{subgraph="orders",consumer="fulfillment"\} \d/);
  });

  it('is told from promise to refund by a client that knows nothing of the inside', async () => {
    const demo = startProcess('tools/demo/main.ts', ['--url', application.url, '--data', data.dir]);
    expect(await demo.ended, demo.output()).toBe(0);
    for (const line of storyLines) expect(demo.output()).toMatch(line);
  });

  it('leaves nothing personal in a line of the log or in a metric', async () => {
    const metrics = await Promise.all(
      ['/metrics', '/metrics/subgraphs'].map(async (path) =>
        (await fetch(`${application.url}${path}`)).text(),
      ),
    );
    expect(metrics.join('')).toMatch(/promesse_journal_owed_events/);
    const log = application.process.output();
    expect(log).toMatch(/"level":\d+/);
    const found = (text: string): string[] => personal.filter((value) => text.includes(value));
    expect({ log: found(log), metrics: found(metrics.join('')) }).toEqual({ log: [], metrics: [] });
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
      async () => !JSON.stringify(await load(application.url)).includes('CONFIRMED'),
    );
    const before = await load(application.url);
    await application.process.stop();
    expect(await application.process.ended).toBe(0);
    application = await startApplication(data.dir);
    expect(await load(application.url)).toEqual(before);
  });
});

describe('the journey in a process per subgraph', () => {
  const data = scratchDir();
  const running: ApplicationProcess[] = [];
  const subgraphs = [
    'catalog',
    'fulfillment',
    'insights',
    'orders',
    'promise',
    'returns',
    'shipping',
    'care',
  ];
  let env: Record<string, string>;
  let url = '';
  const startSubgraph = (subgraph: string): ApplicationProcess => {
    const started = startProcess('main.ts', ['--only', subgraph, '--data', data.dir], env);
    running.push(started);
    return started;
  };
  const isUp = (subgraph: ApplicationProcess) => subgraph.said(/Promesse \w+ at http/);
  let orders: ApplicationProcess | undefined;

  beforeAll(async () => {
    const database = startProcess('packages/embedded-mongodb/src/cli.ts', [
      '--port',
      '0',
      '--data',
      `${data.dir}/mongo-alone`,
    ]);
    running.push(database);
    const [uri] = await database.said(/mongodb:\/\/\S+/);
    const base = 20_000 + (process.pid % 20_000);
    env = { MONGODB_URI: uri, SUBGRAPH_PORT_BASE: String(base), SWEEP_EVERY_MS: '1000' };
    const loader = await startApplication(data.dir, [], env);
    await loader.process.stop();
    const started = subgraphs.map((subgraph) => startSubgraph(subgraph));
    orders = started[subgraphs.indexOf('orders')];
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

  it('goes on for a subscriber when the subgraph behind the open socket dies and comes back', async () => {
    const tokens = data.json('dev-tokens.json');
    const token = tokens['partner'] ?? '';
    const admin = tokens['admin'] ?? '';
    const endpoint = { url, token, admin };
    type Listed = { orders: { edges: { node: { id: string; channel: string } }[] } };
    const list = '{ orders(first: 50) { edges { node { id channel } } } }';
    const found = (await ask<Listed>(endpoint, admin, list)).orders.edges.map(({ node }) => node);
    const id = found.find(({ channel }) => channel === 'marketplace')?.id ?? '';
    const stepsOf = async (): Promise<number[]> => {
      type Answer = { order: { timeline: { edges: { node: { seq: number } }[] } } };
      const query = 'query($id: ID!) { order(id: $id) { timeline(first: 100) { edges { node { seq } } } } }';
      const { order } = await ask<Answer>(endpoint, admin, query, { id });
      return order.timeline.edges.map(({ node }) => node.seq);
    };
    const seen: StatusUpdate[] = [];
    const faults: unknown[] = [];
    const stop = followOrder(url, admin, id, (update) => seen.push(update), {
      onRefused: (reason) => faults.push(reason),
    });
    try {
      const before = await stepsOf();
      await waitFor('what has happened', () => seen.length >= before.length);
      await orders?.stop('SIGKILL');
      orders = startSubgraph('orders');
      await isUp(orders);
      const cancel = 'mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }';
      const input = { orderId: id, reason: 'the customer called', idempotencyKey: 'changed my mind' };
      await waitFor('the cancellation', () =>
        ask(endpoint, admin, cancel, { input }).then(
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
