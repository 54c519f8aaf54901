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
  /** How far the clocks of issuer and machine may disagree, seconds. */
  readonly toleranceSeconds: number;
  /** Epoch ms of the machine. */
  readonly nowMs: () => number;
}
export type JwtKeys =
  | {
      readonly jwksUrl: string;
      /** Least time between two fetches, ms. @default 5000 */
      readonly cooldownMs?: number;
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
    const { payload } = await jwtVerify(token, keys, { ...options, currentDate: new Date(now) }).catch(
      refuse,
    );
    if (payload.iat !== undefined && payload.iat > now / 1_000 + toleranceSeconds) throw notBelieved();
    return payload;
  };
}

function keySetOf(keys: JwtKeys): JWTVerifyGetKey {
  if ('keySet' in keys) return keys.keySet;
  if ('jwks' in keys) return createLocalJWKSet(keys.jwks);
  const { jwksUrl, cooldownMs = 5_000 } = keys;
  return createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 3_000, cooldownDuration: cooldownMs });
}

/** The one refusal of a token: why it is bad is nobody's business who holds it. */
export const notBelieved = (): Error =>
  codedError('UNAUTHENTICATED', 'The token is not valid here; get a fresh one.');

function refuse(error: unknown): never {
  const unreachable = error instanceof errors.JWKSTimeout || error instanceof TypeError;
  const badAnswer = error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC';
  if (unreachable || badAnswer)
    throw codedError('SERVICE_UNAVAILABLE', 'Tokens cannot be checked at this moment; try again.');
  throw notBelieved();
}
