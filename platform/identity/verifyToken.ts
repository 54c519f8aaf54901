import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { identitySchema, type Identity } from '../../schema/identity.ts';
import { codedError } from '../errors/codedError.ts';

/** What a token must be to be believed. */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  /** Keys by JWKS URL, or a local key set (development issuer, tests). */
  readonly keys: { readonly jwksUrl: string } | { readonly keySet: JWTVerifyGetKey };
  /** @default ['ES256', 'RS256', 'PS256', 'EdDSA'] */
  readonly algorithms?: readonly string[];
  /** Epoch ms of the machine. @default Date.now */
  readonly nowMs?: () => number;
}

/** The caller of a bearer token; UNAUTHENTICATED, always with the same words, when it is not to be believed. */
export type TokenVerifier = (token: string) => Promise<Identity>;

/** Small enough to matter little, large enough for two clocks. */
const clockToleranceS = 30;

/** Create the verifier. Symmetric algorithms and `none` can never be allowed: the issuer alone holds the key. */
export function createTokenVerifier(rules: TokenRules): TokenVerifier {
  const {
    issuer,
    audience,
    keys,
    algorithms = ['ES256', 'RS256', 'PS256', 'EdDSA'],
    nowMs = Date.now,
  } = rules;
  const forbidden = algorithms.filter((name) => /^(none|HS)/i.test(name));
  if (forbidden.length > 0)
    throw new Error(`Token algorithms must be asymmetric, not ${forbidden.join(', ')}.`);
  const keySet =
    'keySet' in keys
      ? keys.keySet
      : createRemoteJWKSet(new URL(keys.jwksUrl), { timeoutDuration: 3_000, cooldownDuration: 10_000 });
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keySet, {
        issuer,
        audience,
        algorithms: [...algorithms],
        typ: 'at+jwt',
        requiredClaims: ['exp', 'iat', 'sub', 'aud', 'iss'],
        maxTokenAge: '31 days',
        clockTolerance: clockToleranceS,
        currentDate: new Date(nowMs()),
      });
      return identityOf(payload);
    } catch (error) {
      if (error instanceof errors.JWKSTimeout || isNetworkFault(error)) {
        throw codedError('SERVICE_UNAVAILABLE', 'Tokens cannot be checked at this moment; try again.');
      }
      throw codedError('UNAUTHENTICATED', 'The token is not valid here; get a fresh one.');
    }
  };
}

/** Claims to identity: `sub`, `kind`, `scope` (words), `locations`, `channel`, `exp`. */
export function identityOf(payload: JWTPayload): Identity {
  const { sub, exp, scope, kind, locations, channel } = payload;
  // `system` never comes from outside: rooms prove themselves by signature.
  if (kind === 'system') throw new Error('A token cannot speak for the system.');
  return identitySchema.parse({
    subject: sub,
    kind,
    scopes:
      typeof scope === 'string' ? scope.split(' ').filter((word) => word !== '' && word !== 'system') : [],
    ...(locations === undefined ? {} : { locationIds: locations }),
    ...(channel === undefined ? {} : { channel }),
    expiresAt: exp,
  });
}

function isNetworkFault(error: unknown): boolean {
  return (
    error instanceof TypeError || (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC')
  );
}
