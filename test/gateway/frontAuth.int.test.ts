import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, UnsecuredJWT, exportSPKI } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthenticate } from '../../gateway/auth/authenticate.ts';
import { createJwtVerifier } from '../../gateway/auth/jwtVerifier.ts';
import type { World } from './fixtures-front/frontWorld.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';
import { audience, createIssuer, issuer } from './fixtures-front/tokens.ts';

type Issuer = Awaited<ReturnType<typeof createIssuer>>;

describe('bearer tokens', () => {
  let tokens: Issuer;
  let world: World;
  beforeAll(async () => {
    tokens = await createIssuer();
    world = await createWorld(
      {},
      {
        verifier: tokens.verifier,
        policiesFor: (identity) =>
          new Set((identity as { subject: string }).subject === 'vip-1' ? ['vip'] : []),
      },
    );
  });
  afterAll(() => world.stop());

  const protectedFields = '{ secretPrice adminOnly vipOnly products(first: 1) { id margin } }';

  it('answers the anonymous with what is open and nulls the rest with codes', async () => {
    const { data, errors } = await world.ask(protectedFields);
    expect(data).toEqual({
      secretPrice: null,
      adminOnly: null,
      vipOnly: null,
      products: [{ id: '0', margin: null }],
    });
    expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual(
      expect.arrayContaining(['adminOnly', 'secretPrice', 'vipOnly']),
    );
    for (const error of errors ?? []) expect(error.extensions?.['code']).toMatch(/^(UNAUTH|FORBIDDEN)/);
  });

  it('shows the authenticated, the scoped and the policied what each may see', async () => {
    const known = await world.ask(protectedFields, await tokens.bearer());
    expect(known.data).toMatchObject({ secretPrice: 42, adminOnly: null, vipOnly: null });
    const admin = await world.ask(protectedFields, await tokens.bearer({ scope: 'other admin' }));
    expect(admin.data).toMatchObject({
      secretPrice: 42,
      adminOnly: 43,
      vipOnly: null,
      products: [{ margin: 0 }],
    });
    const vip = await world.ask(protectedFields, await tokens.bearer({ sub: 'vip-1' }));
    expect(vip.data).toMatchObject({ adminOnly: null, vipOnly: 44 });
  });

  const bad: Record<string, (own: Issuer) => Promise<string>> = {
    expired: (own) => own.token({ exp: Math.floor(Date.now() / 1_000) - 60 }),
    'without an end': (own) => own.token({ exp: undefined }),
    'without a subject': (own) => own.token({ sub: undefined }),
    'for another audience': (own) => own.token({ aud: 'somebody-else' }),
    'from another issuer': (own) => own.token({ iss: 'https://evil.test/' }),
    'not valid yet': (own) => own.token({ nbf: Math.floor(Date.now() / 1_000) + 600 }),
    'issued in the future': (own) => own.token({ iat: Math.floor(Date.now() / 1_000) + 600 }),
    'signed by nobody': () =>
      Promise.resolve(
        new UnsecuredJWT({ sub: 'u-1' })
          .setIssuer(issuer)
          .setAudience(audience)
          .setExpirationTime('5m')
          .encode(),
      ),
    'signed by another key': async () => (await createIssuer()).token(),
    'signed with the public key as a secret': async (own) =>
      new SignJWT({ sub: 'u-1' })
        .setProtectedHeader({ alg: 'HS256', kid: 'test' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime('5m')
        .sign(new TextEncoder().encode(await exportSPKI(own.publicKey))),
    'that is noise': () => Promise.resolve('not.a.token'),
    'changed after signing': async (own) => {
      const [head, , signature] = (await own.token()).split('.');
      const payload = Buffer.from(
        JSON.stringify({ iss: issuer, aud: audience, sub: 'admin', exp: 4_000_000_000 }),
      ).toString('base64url');
      return `${head}.${payload}.${signature}`;
    },
  };

  it.each(Object.keys(bad))('refuses a token %s', async (name) => {
    const make = bad[name] as (own: Issuer) => Promise<string>;
    const answer = await world.post(
      { query: '{ __typename }' },
      { authorization: `Bearer ${await make(tokens)}` },
    );
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
    const body = await answer.text();
    expect(body).toContain('UNAUTHENTICATED');
    expect(body).not.toMatch(/JWS|JWT|signature|exp/);
  });

  it.each(['Basic abc', 'Bearer', 'Bearer a b', 'token'])(
    'refuses the credential "%s"',
    async (authorization) => {
      const answer = await world.post({ query: '{ __typename }' }, { authorization });
      expect(answer.status).toBe(401);
    },
  );

  it('refuses the whole request when configured so', async () => {
    await using strict = await createWorld(
      { authorization: 'refuse-request' },
      { verifier: tokens.verifier },
    );
    const { data, errors } = await strict.ask('{ secretPrice products { id } }');
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions?.['code']).toMatch(/^(UNAUTH|FORBIDDEN)/);
    expect(strict.switches.calls.products).toBe(0);
  });
});

describe('keys by address', () => {
  it('verifies tokens with the keys an issuer publishes', async () => {
    const tokens = await createIssuer();
    const keys = createServer((_req, res) => res.end(JSON.stringify(tokens.jwks))).listen(0, '127.0.0.1');
    await new Promise((resolve) => keys.once('listening', resolve));
    try {
      const { port } = keys.address() as AddressInfo;
      const verifier = createJwtVerifier({
        issuer,
        audience,
        algorithms: ['ES256'],
        keys: { jwksUrl: `http://127.0.0.1:${port}/keys` },
        nowMs: Date.now,
      });
      const identity = await verifier(await tokens.token({ scope: 'a b' }));
      expect(identity).toMatchObject({ subject: 'u-1', scopes: ['a', 'b'] });
    } finally {
      keys.close();
    }
  });

  it('says that it cannot check, rather than that the token is bad, when the keys are out of reach', async () => {
    const tokens = await createIssuer();
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const jwksUrl = `http://127.0.0.1:${(closed.address() as AddressInfo).port}/keys`;
    await new Promise((resolve) => closed.close(resolve));
    const verifier = createJwtVerifier({
      issuer,
      audience,
      algorithms: ['ES256'],
      keys: { jwksUrl },
      nowMs: Date.now,
    });
    await using world = await createWorld({}, { verifier });
    const answer = await world.post({ query: '{ __typename }' }, await tokens.bearer());
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('SERVICE_UNAVAILABLE');
  });

  it('accepts no algorithm that lets a public key sign', () => {
    for (const algorithm of ['none', 'HS256']) {
      const make = () =>
        createJwtVerifier({
          issuer,
          audience,
          algorithms: [algorithm],
          keys: { jwks: { keys: [] } },
          nowMs: Date.now,
        });
      expect(make).toThrow(algorithm);
    }
  });
});

describe('remembered tokens', () => {
  it('are checked again after a while and never outlive themselves', async () => {
    let nowMs = 1_000_000;
    let checks = 0;
    const authenticate = createAuthenticate({
      verifier: () => {
        checks++;
        return Promise.resolve({ subject: 's', scopes: [], expiresAt: 1_040 });
      },
      anonymous: {},
      recheckMs: 30_000,
      remember: 10,
      nowMs: () => nowMs,
    });
    const ask = () => authenticate({ authorization: 'Bearer t', address: '' });
    await ask();
    await ask();
    expect(checks).toBe(1);
    nowMs += 30_001;
    await ask();
    expect(checks).toBe(2);
    nowMs = 1_040_001;
    await ask();
    expect(checks).toBe(3);
  });
});
