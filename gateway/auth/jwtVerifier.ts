import type { JWTPayload } from 'jose';
import * as platform from '../../platform/identity/verifyJwt.ts';
import type { TokenVerifier, VerifiedIdentity } from './authenticate.ts';

/** Whose tokens are believed, and what is read from them. */
export interface JwtVerifierOptions extends Omit<platform.JwtRules, 'toleranceSeconds'> {
  /** How far clocks may disagree, seconds. @default 5 */
  readonly toleranceSeconds?: number;
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

/** The callers of any graph: tokens checked as the platform does, claims handed on as they are. */
export function createJwtVerifier(options: JwtVerifierOptions): TokenVerifier {
  const { identityOf = plainIdentity, toleranceSeconds = 5, ...rules } = options;
  const verify = platform.createJwtVerifier({ ...rules, toleranceSeconds });
  return async (token) => identityOf(await verify(token));
}
