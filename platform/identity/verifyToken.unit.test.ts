import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, createLocalJWKSet, exportJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../schema/identity.ts';
import { openDevIssuer } from './devIssuer.ts';
import { createTokenVerifier, type TokenVerifier } from './verifyToken.ts';

const issuer = 'https://id.example/';
const audience = 'promesse';
const now = Math.floor(Date.now() / 1_000);
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let verify: TokenVerifier;

beforeAll(async () => {
  keys = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), alg: 'ES256', kid: 'k1' };
  verify = createTokenVerifier({ issuer, audience, keys: { keySet: createLocalJWKSet({ keys: [jwk] }) } });
});

const good = { iss: issuer, aud: audience, sub: 's-1', kind: 'shopper', iat: now, exp: now + 600 };
const sign = (claims: Record<string, unknown>, header: Record<string, unknown> = {}): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'k1', ...header })
    .sign(keys.privateKey);

describe('a bearer token', () => {
  it('becomes an identity', async () => {
    const token = await sign({
      ...good,
      kind: 'associate',
      scope: 'fulfillment:work stock:read',
      locations: ['paris-1'],
    });
    expect(await verify(token)).toEqual({
      subject: 's-1', kind: 'associate', scopes: ['fulfillment:work', 'stock:read'], locationIds: ['paris-1'], expiresAt: now + 600,
    }); // prettier-ignore
  });
  it.each([
    ['without exp', { exp: undefined }],
    ['without sub', { sub: undefined }],
    ['without iat', { iat: undefined }],
    ['expired', { iat: now - 900, exp: now - 60 }],
    ['issued in the future', { iat: now + 300, exp: now + 900 }],
    ['of another issuer', { iss: 'https://evil.example/' }],
    ['for another audience', { aud: 'somebody-else' }],
    ['issued too long ago', { iat: now - 40 * 86_400, exp: now + 600 }],
    ['of an unknown kind', { kind: 'root' }],
    ['that speaks for the system', { kind: 'system' }],
    ['not yet valid', { nbf: now + 300 }],
  ])('%s is refused', async (_what, claims) => {
    await expect(verify(await sign({ ...good, ...claims }))).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });
  it('never carries the system scope', async () => {
    expect((await verify(await sign({ ...good, scope: 'orders:read system' }))).scopes).toEqual([
      'orders:read',
    ]);
  });
  it('of another type is refused', async () => {
    await expect(verify(await sign(good, { typ: 'JWT' }))).rejects.toThrow('not valid');
  });
  it('without signature is refused', async () => {
    await expect(verify(new UnsecuredJWT(good).encode())).rejects.toThrow('not valid');
  });
  it('signed with the public key as a shared secret is refused', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(keys.publicKey));
    const token = await new SignJWT(good)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'k1' })
      .sign(secret);
    await expect(verify(token)).rejects.toThrow('not valid');
  });
  it('signed by somebody else is refused', async () => {
    const other = await generateKeyPair('ES256');
    const token = await new SignJWT(good)
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'k1' })
      .sign(other.privateKey);
    await expect(verify(token)).rejects.toThrow('not valid');
  });
  it('that was tampered with is refused', async () => {
    const [head, , tail] = (await sign(good)).split('.');
    const body = Buffer.from(JSON.stringify({ ...good, kind: 'admin' })).toString('base64url');
    await expect(verify(`${head}.${body}.${tail}`)).rejects.toThrow('not valid');
  });
  it.each(['', 'x', 'a.b.c', '...'])('%j is refused', async (text) => {
    await expect(verify(text)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  });
  it('cannot be verified by rules that allow a shared secret', () => {
    expect(() =>
      createTokenVerifier({ issuer, audience, keys: { jwksUrl: issuer }, algorithms: ['HS256'] }),
    ).toThrow('asymmetric');
  });
});

describe('the development issuer', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'promesse-issuer-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('mints what the verifier believes, also after a restart, with a key only we can read', async () => {
    const identity: Identity = {
      subject: 'p-1',
      kind: 'partner',
      scopes: ['partner:trade'],
      channel: 'marketplace-1',
    };
    const first = await openDevIssuer({ dataDir, audience, production: false });
    const token = await first.mint(identity);
    const second = await openDevIssuer({ dataDir, audience, production: false });
    const check = createTokenVerifier({ issuer: second.issuer, audience, keys: { keySet: second.keySet } });
    expect(await check(token)).toMatchObject(identity);
    expect(statSync(join(dataDir, 'dev-issuer.jwk.json')).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(second.jwks)).not.toContain('"d"');
  });
  it('refuses production', async () => {
    await expect(openDevIssuer({ dataDir, audience, production: true })).rejects.toThrow('production');
  });
});
