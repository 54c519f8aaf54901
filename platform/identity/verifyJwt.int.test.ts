import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJwtVerifier, type JwtRules, type JwtVerifier } from './verifyJwt.ts';

const issuer = 'https://id.example/';
const audience = 'promesse';
const nowS = 1_800_000_000;

/** An identity provider's key, by name and algorithm. */
async function keyOf(kid: string, alg = 'ES256') {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk: JWK = { ...(await exportJWK(publicKey)), alg, kid };
  const sign = (claims: object = {}): Promise<string> =>
    new SignJWT({ iss: issuer, aud: audience, sub: 's-1', iat: nowS, exp: nowS + 600, ...claims })
      .setProtectedHeader({ alg, kid })
      .sign(privateKey);
  return { jwk, sign };
}

describe('a verifier with keys by address', () => {
  let provider: Server;
  let url = '';
  let published: readonly JWK[] = [];
  let answer: ((json: string) => { status: number; body: string }) | undefined;
  let fetched = 0;

  const verifierOf = (more: Partial<JwtRules> = {}): JwtVerifier =>
    createJwtVerifier({
      ...{ issuer, audience, algorithms: ['ES256'], toleranceSeconds: 30, nowMs: () => nowS * 1_000 },
      keys: { jwksUrl: url, cooldownMs: 0 },
      ...more,
    });
  const codeOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'believed',
      (error: { extensions?: { code?: string } }) => error.extensions?.code,
    );

  beforeEach(async () => {
    fetched = 0;
    answer = undefined;
    provider = createServer((_request, response) => {
      fetched += 1;
      const json = JSON.stringify({ keys: published });
      const { status, body } = answer?.(json) ?? { status: 200, body: json };
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/keys`;
  });
  afterEach(async () => {
    provider.closeAllConnections();
    await new Promise((resolve) => provider.close(resolve));
  });

  it('fetches once for many tokens', async () => {
    const key = await keyOf('k1');
    published = [key.jwk];
    const verify = verifierOf();
    for (let i = 0; i < 3; i++) expect(await verify(await key.sign())).toMatchObject({ sub: 's-1' });
    expect(fetched).toBe(1);
  });

  it('follows a change of keys: the new one is believed at once, one that was withdrawn no more', async () => {
    const [old, next] = [await keyOf('k1'), await keyOf('k2')];
    published = [old.jwk];
    const verify = verifierOf();
    expect(await codeOf(verify(await old.sign()))).toBe('believed');
    published = [old.jwk, next.jwk];
    expect(await codeOf(verify(await next.sign()))).toBe('believed');
    expect(await codeOf(verify(await old.sign()))).toBe('believed');
    published = [next.jwk, (await keyOf('k3')).jwk];
    expect(await codeOf(verify(await (await keyOf('k4')).sign()))).toBe('UNAUTHENTICATED');
    expect(await codeOf(verify(await old.sign()))).toBe('UNAUTHENTICATED');
    expect(await codeOf(verify(await next.sign()))).toBe('believed');
  });

  it('does not ask again for every unknown key', async () => {
    published = [(await keyOf('k1')).jwk];
    const verify = verifierOf({ keys: { jwksUrl: url, cooldownMs: 60_000 } });
    const stranger = await keyOf('elsewhere');
    for (let i = 0; i < 5; i++) expect(await codeOf(verify(await stranger.sign()))).toBe('UNAUTHENTICATED');
    expect(fetched).toBe(1);
  });

  it.each([
    ['an error', () => ({ status: 500, body: '{}' })],
    ['no JSON', () => ({ status: 200, body: '<html>' })],
  ])('says that it cannot check when the provider answers with %s', async (_what, how) => {
    const key = await keyOf('k1');
    published = [key.jwk];
    answer = how;
    expect(await codeOf(verifierOf()(await key.sign()))).toBe('SERVICE_UNAVAILABLE');
    answer = undefined;
    expect(await codeOf(verifierOf()(await key.sign()))).toBe('believed');
  });

  it('allows the clocks the tolerance it was given, and no more', async () => {
    const key = await keyOf('k1');
    published = [key.jwk];
    const verify = verifierOf();
    for (const [claims, verdict] of [
      [{ iat: nowS - 600, exp: nowS - 29 }, 'believed'],
      [{ iat: nowS - 600, exp: nowS - 31 }, 'UNAUTHENTICATED'],
      [{ nbf: nowS + 29 }, 'believed'],
      [{ nbf: nowS + 31 }, 'UNAUTHENTICATED'],
      [{ iat: nowS + 29 }, 'believed'],
      [{ iat: nowS + 31 }, 'UNAUTHENTICATED'],
    ] as const)
      expect([claims, await codeOf(verify(await key.sign(claims)))]).toEqual([claims, verdict]);
  });

  it('believes the algorithms it was given alone, whatever the provider publishes', async () => {
    const [ec, rsa] = [await keyOf('k1'), await keyOf('k2', 'RS256')];
    published = [ec.jwk, rsa.jwk];
    expect(await codeOf(verifierOf()(await rsa.sign()))).toBe('UNAUTHENTICATED');
    expect(await codeOf(verifierOf({ algorithms: ['RS256'] })(await rsa.sign()))).toBe('believed');
  });

  it('wants the claims it was told to, and one audience among several is enough', async () => {
    const key = await keyOf('k1');
    published = [key.jwk];
    const verify = verifierOf({ requiredClaims: ['tenant'] });
    expect(await codeOf(verify(await key.sign()))).toBe('UNAUTHENTICATED');
    expect(await codeOf(verify(await key.sign({ tenant: 't', aud: ['other', audience] })))).toBe('believed');
    expect(await codeOf(verify(await key.sign({ tenant: 't', aud: ['other'] })))).toBe('UNAUTHENTICATED');
    expect(await codeOf(verify(await key.sign({ tenant: 't', iss: 'https://other.example/' })))).toBe(
      'UNAUTHENTICATED',
    );
  });
});
