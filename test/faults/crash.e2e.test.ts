import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectMongo } from '../../platform/mongo/connect.ts';
import { startEmbeddedMongo } from '@promesse/embedded-mongodb/start';
import { scratchDir, startApplication, type ApplicationProcess } from '../support/applicationProcess.ts';
import { openShop, orderInput, placeText, type Endpoint } from '../support/tinyShop.ts';

/** Where the process dies while an order is placed. `order.beforeCommit` etc. are passed inside one transaction. */
const points = [
  'checkout.afterClaim',
  'checkout.afterHold',
  'checkout.afterReserve',
  'checkout.afterAuthorise',
  'order.beforeCommit',
  'checkout.afterClose',
  'journal.afterCommit',
  'relay.beforePublish',
  'relay.beforeSettle',
  'inbox.beforeCommit',
  'inbox.afterEffect',
  'inbox.beforeAck',
];

const noon = Date.UTC(2026, 2, 10, 12);
const stepMs = 10 * 60_000;

interface Row {
  readonly [field: string]: unknown;
}

/** An endpoint with the process behind it. */
type OpenEndpoint = Endpoint & { readonly application: ApplicationProcess };

describe('a process that is killed while it works on an order', () => {
  const data = scratchDir();
  let nowMs = noon;
  const references: string[] = [];
  const running: ApplicationProcess[] = [];

  /** Starts the application at the next simulated instant, past every lease of the one before. */
  const start = async (crashAt?: string): Promise<OpenEndpoint> => {
    nowMs += stepMs;
    const clock = new Date(nowMs).toISOString();
    const env: Record<string, string> = crashAt === undefined ? {} : { CRASH_AT: crashAt };
    const { process: application, url } = await startApplication(
      data.dir,
      ['--empty', '--clock', clock],
      env,
    );
    running.push(application);
    const tokens = data.json('dev-tokens.json');
    return { application, url, token: tokens['shopper'] ?? '', admin: tokens['admin'] ?? '' };
  };
  /** Repeats the request as a client does, until there is an answer; undefined when the process died. */
  const untilAnswered = async (endpoint: Endpoint, input: object): Promise<string | undefined> => {
    for (let tries = 0; tries < 20; tries++) {
      const answer = await askToPlace(endpoint, input);
      if (answer === undefined || answer.id !== undefined) return answer?.id;
      expect(['IDEMPOTENCY_IN_PROGRESS', 'DEADLINE_EXCEEDED', 'CONFLICT']).toContain(answer.code);
      await moveClock(endpoint, (nowMs += 10_000));
    }
    throw new Error('No answer after twenty tries.');
  };

  beforeAll(async () => {
    const endpoint = await start();
    await openShop(endpoint);
    await moveClock(endpoint, (nowMs += 60_000));
    await endpoint.application.stop();
  }, 180_000);
  // Nothing outlives a test, whatever became of it.
  afterEach(async () => {
    for (const application of running.splice(0)) await application.stop('SIGKILL');
  });
  afterAll(() => data.remove());

  for (const point of points)
    it(`at ${point} keeps the order, once`, async () => {
      const dying = await start(point);
      const externalReference = `died at ${point}`;
      references.push(externalReference);
      const input = { ...(await orderInput(dying)), externalReference, idempotencyKey: point };
      await askToPlace(dying, input);
      expect(await dying.application.ended).toBe('SIGKILL');
      // Less than a minute later, so that the option the customer holds is still good.
      nowMs += 31_000 - stepMs;
      const endpoint = await start();
      const id = await untilAnswered(endpoint, input);
      expect(id).toBeDefined();
      expect(await untilAnswered(endpoint, input)).toBe(id);
      await moveClock(endpoint, (nowMs += 120_000));
      await endpoint.application.stop();
    }, 120_000);

  it('at payment.afterProvider moves the money once', async () => {
    const dying = await start('payment.afterProvider');
    references.push('cancelled');
    const input = { ...(await orderInput(dying)), externalReference: 'cancelled', idempotencyKey: 'pay' };
    const orderId = await untilAnswered(dying, input);
    const cancel = `mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }`;
    await post(dying, dying.token, cancel, { input: { orderId, idempotencyKey: 'cancel' } });
    expect(await dying.application.ended).toBe('SIGKILL');
    const endpoint = await start();
    await moveClock(endpoint, (nowMs += 120_000));
    const query = 'query($id: ID!) { order(id: $id) { status payments { kind state } } }';
    const { order } = (await post(endpoint, endpoint.admin, query, { id: orderId }))?.data as {
      order: unknown;
    };
    expect(order).toEqual({
      status: 'CANCELLED',
      payments: [
        { kind: 'AUTHORIZATION', state: 'SUCCEEDED' },
        { kind: 'VOID', state: 'SUCCEEDED' },
      ],
    });
    await endpoint.application.stop();
  }, 120_000);

  it('has left books in which everything happened exactly once', async () => {
    const server = await startEmbeddedMongo({ dataDir: join(data.dir, 'mongo') });
    const rows = async (subgraph: string, collection: string): Promise<Row[]> => {
      const connection = await connectMongo({ uri: server.uri, database: `promesse_${subgraph}` });
      const found = await connection.db?.collection(collection).find().toArray();
      await connection.close();
      return found as Row[];
    };
    try {
      const orders = await rows('orders', 'orders');
      const ids = orders.map((order) => String(order['_id'])).sort();
      expect(orders.map((order) => order['externalReference']).sort()).toEqual([...references].sort());
      const books = await rows('orders', 'sandboxPayments');
      const authorised = books.filter((row) => row['kind'] === 'AUTHORISE').map((row) => String(row['_id']));
      expect(authorised.sort()).toEqual(ids.map((id) => `${id}:authorise`));
      expect(books.filter((row) => row['kind'] === 'VOID')).toHaveLength(1);
      const reservations = await rows('catalog', 'reservations');
      expect(reservations.map((row) => String(row['_id'])).sort()).toEqual(
        orders.map((order) => String(order['reservationId'])).sort(),
      );
      const [stock] = await rows('catalog', 'stock');
      // The cancelled order has given its unit back.
      expect(stock).toMatchObject({ onHand: 1_000, reserved: ids.length - 1, softReserved: 0 });
      const work = await rows('fulfillment', 'fulfillmentOrders');
      expect(work.map((row) => String(row['orderId'])).sort()).toEqual(ids);
      for (const subgraph of ['orders', 'catalog', 'fulfillment', 'shipping']) {
        const streams = new Map<string, number[]>();
        for (const { stream, seq } of await rows(subgraph, 'journal'))
          streams.set(String(stream), [...(streams.get(String(stream)) ?? []), Number(seq)]);
        for (const [stream, seqs] of streams) {
          const sorted = [...seqs].sort((a, b) => a - b);
          expect({ stream, seqs: sorted }).toEqual({ stream, seqs: sorted.map((_, i) => i + 1) });
        }
      }
      expect((await rows('orders', 'checkouts')).filter((row) => row['done'] !== true)).toEqual([]);
    } finally {
      await server.stop();
    }
  }, 60_000);
});

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** A request whose answer may be lost with the process. */
async function post(
  endpoint: Endpoint,
  token: string,
  query: string,
  variables: object,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(`${endpoint.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  } catch {
    return undefined;
  }
}

async function askToPlace(
  endpoint: Endpoint,
  input: object,
): Promise<{ id?: string; code?: string } | undefined> {
  const answer = await post(endpoint, endpoint.token, placeText, { input });
  if (answer === undefined) return undefined;
  const code = answer.errors?.[0]?.extensions?.code;
  if (code !== undefined) return { code };
  const { placeOrder } = answer.data as { placeOrder: { __typename: string; order?: { id: string } } };
  expect(placeOrder.__typename).toBe('PlaceOrderSuccess');
  return { id: placeOrder.order?.id ?? '' };
}

async function moveClock(endpoint: Endpoint, toMs: number): Promise<void> {
  const response = await fetch(`${endpoint.url}/admin/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${endpoint.admin}` },
    body: JSON.stringify({ to: new Date(toMs).toISOString() }),
  });
  expect(await response.json()).toMatchObject({ settled: true });
}
