import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSigner } from '../../gateway/auth/signing.ts';
import { createPropagation } from '../../gateway/http/propagation.ts';
import { createSignatureVerifier, signatureHeaders } from '../../platform/identity/signature.ts';
import { useHttpSubgraphs, type Misbehaviour } from './fixtures-front/httpWorld.ts';
import { createIssuer } from './fixtures-front/tokens.ts';

const upstream = useHttpSubgraphs();
const { start } = upstream;

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
    const [atProducts] = upstream.products.received;
    const [atReviews] = upstream.reviews.received;
    expect(atProducts?.headers).toMatchObject({ 'accept-language': 'it', cookie: 'session=s1' });
    expect(atProducts?.headers['x-shop']).toBeUndefined();
    expect(atReviews?.headers).toMatchObject({ 'accept-language': 'it', 'x-shop': 'milano' });
    for (const got of [atProducts, atReviews]) {
      expect(got?.headers['x-secret']).toBeUndefined();
      expect(got?.headers.authorization).toBeUndefined();
    }
  });

  it('of subgraphs reach the caller by rule, every cookie of them', async () => {
    upstream.setCookies(['a=1; Path=/', 'b=2; HttpOnly']);
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
  const secret = 'a secret between subgraphs, long enough to be one';
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
    for (const { path, headers, body } of [...upstream.products.received, ...upstream.reviews.received]) {
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
    for (const { headers } of upstream.products.received)
      expect(headers[signatureHeaders.identity]).toBeUndefined();
  });
});

describe('a sick subgraph', () => {
  const kinds: Record<string, Misbehaviour> = {
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
          message: `connect ECONNREFUSED ${new URL(upstream.reviews.url).host}`,
          extensions: { code: 'DOWN', stacktrace: ['at secret.js:1:1'] },
        },
      ];
      res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: null, errors }));
      return true;
    },
  };

  it.each(Object.keys(kinds))('that %s costs its own fields only, and nothing of it shows', async (name) => {
    upstream.misbehave(kinds[name] as Misbehaviour);
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
      new URL(upstream.reviews.url).port,
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
    upstream.misbehave((req) => {
      isAsked = true;
      req.socket.on('close', () => (isLeft = true));
      return true;
    });
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
