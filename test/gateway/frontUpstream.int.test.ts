import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createSigner } from '../../gateway/auth/signing.ts';
import type { GatewaySettings } from '../../gateway/settings.ts';
import { defaultSettings } from '../../gateway/settings.ts';
import type { PropagationRules } from '../../gateway/http/propagation.ts';
import { createPropagation } from '../../gateway/http/propagation.ts';
import type { HttpSubgraphsOptions } from '../../gateway/upstream/httpSubgraphs.ts';
import { httpSubgraphs } from '../../gateway/upstream/httpSubgraphs.ts';
import { createSignatureVerifier, signatureHeaders } from '../../platform/identity/signature.ts';
import { createFeed } from './fixtures-front/feed.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import type { HttpSubgraph } from './fixtures-front/httpSubgraph.ts';
import { startHttpSubgraph } from './fixtures-front/httpSubgraph.ts';
import type { Switches } from './fixtures-front/shopGraph.ts';
import {
  compose,
  createShopSchemas,
  createSwitches,
  productsSdl,
  shopSubgraphs,
} from './fixtures-front/shopGraph.ts';
import { createIssuer } from './fixtures-front/tokens.ts';

const { door } = defaultSettings();
type Answer = Parameters<typeof startHttpSubgraph>[1];

let switches: Switches;
let products: HttpSubgraph;
let reviews: HttpSubgraph;
let misbehave: NonNullable<Answer> = () => false;
let setCookies: string[] = [];
const stops: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  switches = createSwitches();
  misbehave = () => false;
  setCookies = [];
  const schemas = createShopSchemas(switches);
  products = await startHttpSubgraph(schemas.products, (_req, res) => {
    res.setHeader('set-cookie', setCookies);
    res.setHeader('x-internal', 'node-17');
    return false;
  });
  reviews = await startHttpSubgraph(schemas.reviews, (req, res, body) => {
    res.setHeader('set-cookie', ['reviews=1; Path=/']);
    return misbehave(req, res, body);
  });
  stops.push(
    () => products.stop(),
    () => reviews.stop(),
  );
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

interface Setup {
  rules?: PropagationRules;
  subgraphs?: Partial<HttpSubgraphsOptions>;
  settings?: Partial<GatewaySettings>;
  gateway?: Parameters<typeof createWorld>[1];
}

async function start({ rules = { request: [], response: [] }, subgraphs, settings, gateway }: Setup = {}) {
  const supergraphSdl = compose(shopSubgraphs({ products: products.url, reviews: reviews.url }));
  const world = await createWorld(
    { door: { ...door, propagation: rules }, ...settings },
    {
      doors: [{ path: '/graphql', supergraphSdl }],
      transports: httpSubgraphs({ propagation: createPropagation(rules), ...subgraphs }),
      ...gateway,
    },
  );
  stops.push(() => world.stop());
  return world;
}

const query = '{ products(first: 2) { name reviews { stars } } }';

describe('headers', () => {
  it('reach the subgraphs a rule names, and no other header does', async () => {
    const world = await start({
      rules: {
        request: [
          { header: 'accept-language' },
          { header: 'x-shop', subgraphs: ['reviews'] },
          { cookie: 'session' },
        ],
        response: [],
      },
    });
    await world.ask(query, {
      'accept-language': 'it',
      'x-shop': 'milano',
      'x-secret': 'no',
      authorization: 'Bearer of-the-caller',
      cookie: 'tracker=1; session=s1; other=2',
    });
    const [atProducts] = products.received;
    const [atReviews] = reviews.received;
    expect(atProducts?.headers).toMatchObject({ 'accept-language': 'it', cookie: 'session=s1' });
    expect(atProducts?.headers['x-shop']).toBeUndefined();
    expect(atReviews?.headers).toMatchObject({ 'accept-language': 'it', 'x-shop': 'milano' });
    for (const got of [atProducts, atReviews]) {
      expect(got?.headers['x-secret']).toBeUndefined();
      expect(got?.headers.authorization).toBeUndefined();
    }
  });

  it('of subgraphs reach the caller by rule, every cookie of them', async () => {
    setCookies = ['a=1; Path=/', 'b=2; HttpOnly'];
    const world = await start({ rules: { request: [], response: [{ header: 'set-cookie', keep: 'all' }] } });
    const answer = await world.post({ query });
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; HttpOnly', 'reviews=1; Path=/']);
    expect(answer.headers.get('x-internal')).toBeNull();
    const again = await world.post({ query });
    expect(again.headers.getSetCookie()).toHaveLength(3);
  });

  it('cannot be configured to break the connection or to carry credentials past the gateway', () => {
    expect(() => createPropagation({ request: [{ header: 'authorization' }], response: [] })).toThrow(
      'authorization',
    );
    expect(() =>
      createPropagation({ request: [], response: [{ header: 'content-length', keep: 'first' }] }),
    ).toThrow();
  });
});

describe('signatures', () => {
  const secret = 'a secret between rooms, long enough to be one';
  const signer = createSigner({ secret, nowMs: Date.now, newNonce: randomUUID });

  it('vouch for the caller in every call, and only for that call', async () => {
    const tokens = await createIssuer();
    const verifier = async (token: string) => ({
      ...(await tokens.verifier(token)),
      kind: 'shopper',
      scopes: [],
    });
    const world = await start({ subgraphs: { signer }, gateway: { verifier } });
    expect((await world.ask(query, await tokens.bearer({ sub: 'anna' }))).errors).toBeUndefined();
    const verify = createSignatureVerifier({ secret, nowMs: Date.now });
    for (const { path, headers, body } of [...products.received, ...reviews.received]) {
      expect(verify({ method: 'POST', path, body }, headers).identity).toMatchObject({
        subject: 'anna',
        kind: 'shopper',
      });
      expect(() => verify({ method: 'POST', path, body: `${body} ` }, headers)).toThrow();
      expect(() => verify({ method: 'POST', path, body }, headers), 'a replay').toThrow();
    }
  });

  it('never take over an identity header from outside', async () => {
    const world = await start({ rules: { request: [{ header: 'accept-language' }], response: [] } });
    await world.ask(query, { [signatureHeaders.identity]: 'e30', [signatureHeaders.signature]: 'forged' });
    for (const { headers } of products.received) expect(headers[signatureHeaders.identity]).toBeUndefined();
  });
});

describe('a sick subgraph', () => {
  const kinds: Record<string, NonNullable<Answer>> = {
    'closes the line': (_req, res) => {
      res.destroy();
      return true;
    },
    'answers with a page': (_req, res) => {
      res.writeHead(502, { 'content-type': 'text/html' }).end('<html><body>nginx at 10.0.0.3</body></html>');
      return true;
    },
    'answers with half of its JSON': (_req, res) => {
      res.writeHead(200, { 'content-type': 'application/json' }).end('{"data": {"_ent');
      return true;
    },
    'answers with something else': (_req, res) => {
      res.writeHead(200, { 'content-type': 'application/json' }).end('[1, 2, 3]');
      return true;
    },
    'does not answer': () => true,
    'tells too much': (_req, res) => {
      const errors = [
        {
          message: `connect ECONNREFUSED ${new URL(reviews.url).host}`,
          extensions: { code: 'DOWN', stacktrace: ['at secret.js:1:1'] },
        },
      ];
      res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: null, errors }));
      return true;
    },
  };

  it.each(Object.keys(kinds))('that %s costs its own fields only, and nothing of it shows', async (name) => {
    misbehave = kinds[name] as NonNullable<Answer>;
    const world = await start({ subgraphs: { transport: { timeoutMs: 1_500, retry: { attempts: 0 } } } });
    const answer = await world.ask(query);
    expect(answer.data).toEqual({
      products: [
        { name: 'Chair', reviews: null },
        { name: 'Table', reviews: null },
      ],
    });
    expect(answer.errors?.length).toBeGreaterThan(0);
    const text = JSON.stringify(answer);
    for (const secret of [
      'html',
      'nginx',
      'secret.js',
      '127.0.0.1',
      new URL(reviews.url).port,
      'ECONN',
      '_ent',
    ]) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('a client that leaves', () => {
  it('ends the calls of subgraphs made for it alone', async () => {
    let isAsked = false;
    let isLeft = false;
    misbehave = (req) => {
      isAsked = true;
      req.socket.on('close', () => (isLeft = true));
      return true;
    };
    const world = await start({ settings: { shareReads: false } });
    const leaving = new AbortController();
    const asked = fetch(world.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: leaving.signal,
    });
    await expect.poll(() => isAsked).toBe(true);
    leaving.abort();
    await expect(asked).rejects.toThrow();
    // Long before the deadline, which would end it too.
    await expect.poll(() => isLeft).toBe(true);
  });
});

describe.each(['sse', 'websocket'] as const)('subscriptions from subgraphs over %s', (protocol) => {
  const setup = { subgraphs: { subscriptions: () => protocol } };
  const subscription = 'subscription { ticks(upTo: 2) { name price reviews { stars } } }';
  const clientOf = (url: string) => createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });

  it('reach clients joined with the entities of others', async () => {
    const world = await start(setup);
    const client = clientOf(world.wsUrl);
    stops.push(async () => client.dispose());
    const events: unknown[] = [];
    for await (const event of client.iterate({ query: subscription })) events.push(event);
    expect(events).toEqual([
      { data: { ticks: { name: 'Chair', price: 0, reviews: [{ stars: 1 }] } } },
      { data: { ticks: { name: 'Table', price: 1, reviews: [{ stars: 2 }] } } },
    ]);
  });

  it('are closed upstream as soon as the client leaves', async () => {
    const feed = createFeed<{ ticks: { id: string; price: number } }>();
    switches.ticks = () => feed;
    const world = await start(setup);
    const client = clientOf(world.wsUrl);
    stops.push(async () => client.dispose());
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
    switches.ticks = () => feed;
    const world = await start(setup);
    const client = clientOf(world.wsUrl);
    stops.push(async () => client.dispose());
    const stream = client.iterate({ query: 'subscription { ticks { price reviews { stars } } }' });
    const first = stream.next();
    await feed.opened;
    feed.push({ ticks: { id: '0', price: 1 } });
    await first;
    const [ours, theirs] = shopSubgraphs({ products: products.url, reviews: reviews.url });
    const next = [{ ...ours, typeDefs: productsSdl.replace('    slow: String\n', '') }, theirs];
    const sdl = compose(next as ReturnType<typeof shopSubgraphs>);
    expect(await world.gateway.reload('/graphql', sdl)).toMatchObject({ ok: true, changed: true });
    feed.push({ ticks: { id: '1', price: 2 } });
    expect((await stream.next()).value).toEqual({ data: { ticks: { price: 2, reviews: [{ stars: 2 }] } } });
    const second = createFeed<{ ticks: { id: string; price: number } }>();
    switches.ticks = () => second;
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
    let nowMs = Date.now();
    const tokens = await createIssuer(() => nowMs);
    const feed = createFeed<{ ticks: { id: string; price: number } }>();
    switches.ticks = () => feed;
    const world = await start({
      ...setup,
      gateway: { verifier: tokens.verifier, nowMs: () => nowMs },
    });
    const connectionParams = await tokens.bearer({ exp: Math.floor(nowMs / 1_000) + 2 });
    nowMs += 1_000;
    const client = createClient({
      url: world.wsUrl,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams,
    });
    stops.push(async () => client.dispose());
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
    await products.stop();
    stops.splice(
      stops.findIndex((stop) => stop.toString().includes('products')),
      1,
    );
    const client = clientOf(world.wsUrl);
    stops.push(async () => client.dispose());
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
    switches.ticks = () => {
      opened++;
      return feed;
    };
    const world = await start(setup);
    const clients = [clientOf(world.wsUrl), clientOf(world.wsUrl)];
    for (const client of clients) stops.push(async () => client.dispose());
    const streams = clients.map((client) => client.iterate({ query: 'subscription { ticks { id price } }' }));
    const firsts = streams.map((stream) => stream.next());
    await feed.opened;
    await world.gateway.metrics.registry.getSingleMetricAsString('gateway_subscriptions');
    while (
      !(await world.gateway.metrics.registry.metrics()).includes(
        'gateway_subscriptions{door="/graphql",transport="websocket"} 2',
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
