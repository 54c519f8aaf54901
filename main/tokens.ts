import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDevIssuer } from '../platform/identity/devIssuer.ts';
import { createTokenVerifier, type TokenVerifier } from '../platform/identity/verifyToken.ts';
import { scopes, type Identity } from '../schema/identity.ts';
import type { AppConfig } from './config.ts';
import { openRevocations } from '../gateway/auth/revocations.ts';
import type { Log } from '../platform/log/log.ts';

/** Callers for whom tokens are ready-made in development. */
export const devCallers = (associateLocationIds: readonly string[]): Readonly<Record<string, Identity>> => ({
  shopper: { subject: 'shopper-1', kind: 'shopper', scopes: [] },
  guest: { subject: 'guest-1', kind: 'guest', scopes: [] },
  agent: {
    subject: 'agent-1',
    kind: 'agent',
    scopes: [
      ...(['orders:read', 'orders:write', 'customers:privacy', 'stock:read', 'shipping:read'] as const),
      ...(['rules:read', 'insights:read'] as const),
    ],
  },
  associate: {
    subject: 'associate-1',
    kind: 'associate',
    scopes: ['fulfillment:work', 'returns:work', 'store:sell', 'stock:read', 'shipping:read'],
    locationIds: [...associateLocationIds],
  },
  partner: { subject: 'partner-1', kind: 'partner', scopes: ['partner:trade'], channel: 'marketplace' },
  admin: { subject: 'admin-1', kind: 'admin', scopes: scopes.filter((scope) => scope !== 'system') },
});

/** Verifies callers' tokens and, in development, hands out ready-made ones. */
export interface Tokens {
  readonly verifier: TokenVerifier;
  /** A token for anybody, by the built-in issuer; absent where an identity provider issues them. */
  readonly issue?: (identity: Identity, lifetimeS: number) => Promise<string>;
  /** Tokens by kind of caller; none in production. */
  mint(associateLocationIds: readonly string[]): Promise<Readonly<Record<string, string>>>;
}

/** Tokens of the configured identity provider, or of the built-in development issuer. */
export async function openTokens(config: AppConfig, log: Log): Promise<Tokens> {
  const { JWKS_URL, JWT_ISSUER, JWT_AUDIENCE: audience, DATA_DIR: dataDir, REVOCATIONS_FILE } = config;
  const revocations = REVOCATIONS_FILE === undefined ? undefined : openRevocations(REVOCATIONS_FILE, log);
  const rules = {
    audience,
    maxLifetimeSeconds: config.JWT_MAX_LIFETIME_SECONDS,
    ...(revocations && { isRevoked: revocations.isRevoked }),
  };
  if (JWKS_URL !== undefined) {
    if (JWT_ISSUER === undefined) throw new Error('JWKS_URL needs JWT_ISSUER beside it.');
    const verifier = createTokenVerifier({ ...rules, issuer: JWT_ISSUER, keys: { jwksUrl: JWKS_URL } });
    return { verifier, mint: () => Promise.resolve({}) };
  }
  const issuer = await openDevIssuer({ dataDir, audience, production: config.NODE_ENV === 'production' });
  const verifier = createTokenVerifier({ ...rules, issuer: issuer.issuer, keys: { keySet: issuer.keySet } });
  return {
    verifier,
    issue: issuer.mint,
    mint: async (associateLocationIds) => {
      const tokens: Record<string, string> = {};
      for (const [name, identity] of Object.entries(devCallers(associateLocationIds)))
        tokens[name] = await issuer.mint(identity);
      writeFileSync(join(dataDir, 'dev-tokens.json'), `${JSON.stringify(tokens, null, 2)}\n`, {
        mode: 0o600,
      });
      return tokens;
    },
  };
}
