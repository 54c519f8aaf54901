import type { JWTPayload } from 'jose';
import { identitySchema, type Identity } from '../../schema/identity.ts';
import { createJwtVerifier, notBelieved, type JwtKeys, type JwtRules } from './verifyJwt.ts';

/** Whose tokens are believed. */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  /** Keys by JWKS URL, or a local key set (development issuer, tests). */
  readonly keys: JwtKeys;
  /** @default ['ES256', 'RS256', 'PS256', 'EdDSA'] */
  readonly algorithms?: readonly string[];
  /** How far away a token's end may be, seconds. @default 31 days */
  readonly maxLifetimeSeconds?: number;
  /** True for claims that were withdrawn. @default none are */
  readonly isRevoked?: NonNullable<JwtRules['isRevoked']>;
  /** Epoch ms of the machine. @default Date.now */
  readonly nowMs?: () => number;
}

/** The caller of a bearer token; UNAUTHENTICATED, always with the same words, when it is not to be believed. */
export type TokenVerifier = (token: string) => Promise<Identity>;

/** Small enough to matter little, large enough for two clocks. */
const toleranceSeconds = 30;
const maxAgeSeconds = 31 * 86_400;

/** The verifier of Promesse's own callers: access tokens (`at+jwt`) with our claims. */
export function createTokenVerifier(rules: TokenRules): TokenVerifier {
  const { algorithms = ['ES256', 'RS256', 'PS256', 'EdDSA'], nowMs = Date.now, ...whose } = rules;
  const verify = createJwtVerifier({
    ...{ ...whose, algorithms, nowMs, toleranceSeconds, maxAgeSeconds },
    ...{ typ: 'at+jwt', requiredClaims: ['iat'] },
    maxLifetimeSeconds: rules.maxLifetimeSeconds ?? maxAgeSeconds,
  });
  return async (token) => identityOf(await verify(token));
}

/** Claims to identity: `sub`, `kind`, `scope` (words), `locations`, `channel`, `groups`, `exp`. */
function identityOf({ sub, exp, scope, kind, locations, channel, groups }: JWTPayload): Identity {
  // `system` never comes from outside: subgraphs prove themselves by signature.
  if (kind === 'system') throw notBelieved();
  const words = typeof scope === 'string' ? scope.split(' ') : [];
  const identity = identitySchema.safeParse({
    subject: sub,
    kind,
    scopes: words.filter((word) => word !== '' && word !== 'system'),
    ...(locations === undefined ? {} : { locationIds: locations }),
    ...(channel === undefined ? {} : { channel }),
    ...(groups === undefined ? {} : { groups }),
    expiresAt: exp,
  });
  if (!identity.success) throw notBelieved();
  return identity.data;
}
