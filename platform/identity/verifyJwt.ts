import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';
import { codedError } from '../errors/codedError.ts';

/** What a JSON Web Token must be to be believed. */
export interface JwtRules {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer's public keys are: an address, the keys themselves, or a way to find one. */
  readonly keys: JwtKeys;
  /** Asymmetric ones only, so that a public key can never be used as a secret. */
  readonly algorithms: readonly string[];
  /** Claims a token must have besides `exp`, `sub`, `iss` and `aud`. */
  readonly requiredClaims?: readonly string[];
  /** Value of the header `typ`; not looked at if absent. */
  readonly typ?: string;
  /** How old a token may be, seconds; then it must say when it was issued. */
  readonly maxAgeSeconds?: number;
  /** How far away a token's end may be, seconds; not looked at if absent. */
  readonly maxLifetimeSeconds?: number;
  /** True for claims that were withdrawn, by subject or token id. @default none are */
  readonly isRevoked?: (claims: JWTPayload) => boolean;
  /** How far the clocks of issuer and machine may disagree, seconds. */
  readonly toleranceSeconds: number;
  /** Epoch ms of the machine. */
  readonly nowMs: () => number;
}
export type JwtKeys =
  | {
      readonly jwksUrl: string;
      /** Least time between two fetches for keys that are not known, ms. @default 60_000 */
      readonly cooldownMs?: number;
      /** After this long keys are fetched again, so that a withdrawn one is found out, ms. @default 20_000 */
      readonly maxAgeMs?: number;
    }
  | { readonly jwks: JSONWebKeySet }
  | { readonly keySet: JWTVerifyGetKey };

/**
 * The claims of a token. UNAUTHENTICATED, always with the same words, when it is not to be believed;
 * SERVICE_UNAVAILABLE when the keys cannot be fetched, which says nothing about the token.
 */
export type JwtVerifier = (token: string) => Promise<JWTPayload>;

/**
 * JSON Web Tokens by the rules of RFC 8725: algorithm, issuer, audience and end are always checked. Keys from an
 * address are fetched when one is needed and again when a token names a key that is not among them.
 */
export function createJwtVerifier(rules: JwtRules): JwtVerifier {
  const { issuer, audience, algorithms, toleranceSeconds, nowMs } = rules;
  if (algorithms.length === 0) throw new Error('At least one signature algorithm must be accepted.');
  const symmetric = algorithms.filter((name) => /^(none|HS\d*)$/i.test(name));
  if (symmetric.length > 0)
    throw new Error(`Token algorithms must be asymmetric, not ${symmetric.join(', ')}.`);
  const keys = keySetOf(rules.keys);
  const options: JWTVerifyOptions = {
    ...{ issuer, audience, algorithms: [...algorithms], clockTolerance: toleranceSeconds },
    requiredClaims: ['exp', 'sub', ...(rules.requiredClaims ?? [])],
    ...(rules.typ === undefined ? {} : { typ: rules.typ }),
    ...(rules.maxAgeSeconds === undefined ? {} : { maxTokenAge: rules.maxAgeSeconds }),
  };
  return async (token) => {
    const now = nowMs();
    if (!isCanonical(token)) throw notBelieved();
    const { payload } = await jwtVerify(token, keys, { ...options, currentDate: new Date(now) }).catch(
      refuse,
    );
    if (payload.iat !== undefined && payload.iat > now / 1_000 + toleranceSeconds) throw notBelieved();
    const { maxLifetimeSeconds = Infinity, isRevoked } = rules;
    if ((payload.exp ?? 0) > now / 1_000 + maxLifetimeSeconds + toleranceSeconds) throw notBelieved();
    if (isRevoked?.(payload) === true) throw notBelieved();
    return payload;
  };
}

/** Three parts in base64url as an issuer writes them: no padding, no other alphabet, no spare bits in another form. */
function isCanonical(token: string): boolean {
  const parts = token.split('.');
  return (
    parts.length === 3 &&
    parts.every((part) => part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part)
  );
}

function keySetOf(keys: JwtKeys): JWTVerifyGetKey {
  if ('keySet' in keys) return keys.keySet;
  if ('jwks' in keys) return createLocalJWKSet(keys.jwks);
  const { jwksUrl, cooldownMs = 60_000, maxAgeMs = 20_000 } = keys;
  const remote = createRemoteJWKSet(new URL(jwksUrl), {
    timeoutDuration: 3_000,
    cooldownDuration: cooldownMs,
    cacheMaxAge: maxAgeMs,
  });
  return withLastKeys(remote);
}

/** How long keys that cannot be fetched again are still believed. */
const graceMs = 10 * 60_000;

/** Keys are fetched often; when the issuer does not answer, those it gave last serve for a while. */
function withLastKeys(remote: ReturnType<typeof createRemoteJWKSet>): JWTVerifyGetKey {
  let fetchedMs = -Infinity;
  let last: JSONWebKeySet | undefined;
  return async (header, token) => {
    try {
      const key = await remote(header, token);
      const current = remote.jwks();
      if (current !== last) fetchedMs = performance.now();
      last = current;
      return key;
    } catch (error) {
      if (last === undefined || !isUnreachable(error) || performance.now() - fetchedMs > graceMs) throw error;
      return createLocalJWKSet(last)(header, token);
    }
  };
}

/** True when the issuer, not the token, is the reason. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof TypeError) return true;
  return error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC';
}

/** The one refusal of a token: why it is bad is nobody's business who holds it. */
export const notBelieved = (): Error =>
  codedError('UNAUTHENTICATED', 'The token is not valid here; get a fresh one.');

function refuse(error: unknown): never {
  if (isUnreachable(error))
    throw codedError('SERVICE_UNAVAILABLE', 'Tokens cannot be checked at this moment; try again.');
  throw notBelieved();
}
