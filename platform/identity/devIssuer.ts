import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';
import type { Identity } from '../../schema/identity.ts';

/** Issues tokens on a laptop, so that no identity provider is needed to try the graph. */
export interface DevIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** Public keys, for the verifier. */
  readonly keySet: JWTVerifyGetKey;
  /** The public keys as a JWKS document. */
  readonly jwks: { readonly keys: readonly JWK[] };
  /** A signed token for this identity. @default lifetime 12 hours */
  mint(identity: Identity, lifetimeS?: number): Promise<string>;
}

/** Issuer name of development tokens. */
export const devIssuerName = 'https://dev.promesse.invalid/';

/**
 * Open the development issuer; its key lies in `dataDir` (file mode 0600) and survives restarts. Refuses to run when
 * `production` is true: a key on a disk next to the data is no identity provider.
 */
export async function openDevIssuer(options: {
  dataDir: string;
  audience: string;
  production: boolean;
  /** Epoch ms of the machine. @default Date.now */
  nowMs?: () => number;
}): Promise<DevIssuer> {
  const { dataDir, audience, production, nowMs = Date.now } = options;
  if (production)
    throw new Error('The development token issuer does not run in production; configure a JWKS URL.');
  const privateJwk = readKey(dataDir) ?? (await createKey(dataDir));
  const { d: _secret, ...publicJwk } = privateJwk;
  const key = await importJWK(privateJwk, 'ES256');
  const jwks = { keys: [publicJwk] };
  return {
    issuer: devIssuerName,
    audience,
    jwks,
    keySet: createLocalJWKSet({ keys: [publicJwk] }),
    mint: async (identity, lifetimeS = 43_200) => {
      const nowS = Math.floor(nowMs() / 1_000);
      return new SignJWT(claimsOf(identity))
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: publicJwk.kid ?? '' })
        .setIssuer(devIssuerName)
        .setAudience(audience)
        .setSubject(identity.subject)
        .setIssuedAt(nowS)
        .setExpirationTime(nowS + lifetimeS)
        .sign(key);
    },
  };
}

function claimsOf(identity: Identity): Record<string, unknown> {
  return {
    kind: identity.kind,
    scope: identity.scopes.join(' '),
    ...(identity.locationIds === undefined ? {} : { locations: identity.locationIds }),
    ...(identity.channel === undefined ? {} : { channel: identity.channel }),
    ...(identity.groups === undefined ? {} : { groups: identity.groups }),
  };
}

function keyPath(dataDir: string): string {
  return join(dataDir, 'dev-issuer.jwk.json');
}

function readKey(dataDir: string): JWK | undefined {
  try {
    return JSON.parse(readFileSync(keyPath(dataDir), 'utf8')) as JWK;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function createKey(dataDir: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const exported = await exportJWK(privateKey);
  const jwk: JWK = { ...exported, alg: 'ES256', use: 'sig', kid: `dev-${(exported.x ?? '').slice(0, 8)}` };
  mkdirSync(dataDir, { recursive: true });
  const draft = `${keyPath(dataDir)}.${process.pid}`;
  try {
    // A link appears whole or not at all: nobody reads half a key.
    writeFileSync(draft, JSON.stringify(jwk), { mode: 0o600 });
    linkSync(draft, keyPath(dataDir));
    return jwk;
  } catch (error) {
    // Another subgraph of the same data folder was faster: both use its key.
    const existing =
      error instanceof Error && 'code' in error && error.code === 'EEXIST' ? readKey(dataDir) : undefined;
    if (existing === undefined) throw error;
    return existing;
  } finally {
    rmSync(draft, { force: true });
  }
}
