import type { JSONWebKeySet, JWTPayload, JWTVerifyOptions } from 'jose';
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { codedError } from '../../platform/errors/codedError.ts';
import type { TokenVerifier, VerifiedIdentity } from './authenticate.ts';

export interface JwtVerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  /** Signature algorithms accepted; asymmetric ones only, so that a public key can never be used as a secret. */
  readonly algorithms: readonly string[];
  /** Where the keys are: an address, or the keys themselves. */
  readonly keys: { readonly jwksUrl: string } | { readonly jwks: JSONWebKeySet };
  /** Claims a token must have besides `exp` and `sub`. */
  readonly requiredClaims?: readonly string[];
  /** How far clocks may disagree, seconds. @default 5 */
  readonly toleranceSeconds?: number;
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
  /** Claims to identity; the default reads `sub`, `scope` (or `scp`) and `exp`. */
  readonly identityOf?: (claims: JWTPayload) => VerifiedIdentity;
}

const scopesOf = (claim: unknown): string[] => {
  if (typeof claim === 'string') return claim.split(' ').filter((scope) => scope !== '');
  return Array.isArray(claim) ? claim.filter((scope): scope is string => typeof scope === 'string') : [];
};

const plainIdentity = (claims: JWTPayload): VerifiedIdentity => ({
  ...claims,
  subject: claims.sub as string,
  scopes: scopesOf(claims['scope'] ?? claims['scp']),
  expiresAt: claims.exp,
});

/** JSON Web Tokens by the rules of RFC 8725: algorithm, issuer, audience and end are always checked. */
export function createJwtVerifier(options: JwtVerifierOptions): TokenVerifier {
  if (options.algorithms.length === 0) throw new Error('At least one signature algorithm must be accepted.');
  for (const algorithm of options.algorithms) {
    if (/^(none|HS\d+)$/i.test(algorithm))
      throw new Error(`The algorithm ${algorithm} is not safe for a gateway.`);
  }
  const keys =
    'jwks' in options.keys
      ? createLocalJWKSet(options.keys.jwks)
      : createRemoteJWKSet(new URL(options.keys.jwksUrl), {
          timeoutDuration: 3_000,
          cooldownDuration: 5_000,
        });
  const clockTolerance = options.toleranceSeconds ?? 5;
  const rules: JWTVerifyOptions = {
    issuer: options.issuer,
    audience: options.audience,
    algorithms: [...options.algorithms],
    requiredClaims: ['exp', 'sub', ...(options.requiredClaims ?? [])],
    clockTolerance,
  };
  const identityOf = options.identityOf ?? plainIdentity;
  return async (token) => {
    const nowMs = options.nowMs();
    const { payload } = await jwtVerify(token, keys, { ...rules, currentDate: new Date(nowMs) }).catch(
      asUnavailable,
    );
    if (payload.iat !== undefined && payload.iat > nowMs / 1_000 + clockTolerance) {
      throw new Error('The token was issued in the future.');
    }
    return identityOf(payload);
  };
}

/** Keys that cannot be fetched say nothing about the token. */
function asUnavailable(cause: unknown): never {
  const network = cause instanceof errors.JWKSTimeout || cause instanceof TypeError;
  const badAnswer = cause instanceof errors.JOSEError && cause.code === 'ERR_JOSE_GENERIC';
  if (network || badAnswer)
    throw codedError('SERVICE_UNAVAILABLE', 'The keys of the issuer cannot be fetched.');
  throw cause;
}
