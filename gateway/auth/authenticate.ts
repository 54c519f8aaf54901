import { errorCodeOf } from '../../platform/errors/codedError.ts';
import type { Authenticate, Caller } from '../model/caller.ts';
import { RequestFault } from '../../platform/http/requestFault.ts';
import { Failures } from '../limits/failures.ts';

/** What the gateway must know of a verified caller; identities may hold more, which it hands on unread. */
export interface VerifiedIdentity {
  /** Opaque id of the caller. */
  readonly subject: string;
  readonly scopes: readonly string[];
  /** Second since the epoch at which the credential ends. */
  readonly expiresAt?: number | undefined;
}

/**
 * Checks a bearer token; rejects when it is not a good one, for whatever reason. An error with the code
 * SERVICE_UNAVAILABLE says that the token could not be checked at all.
 */
export type TokenVerifier = (token: string) => Promise<VerifiedIdentity>;

export interface AuthenticateOptions {
  /** Absent: tokens are not looked at and everybody is anonymous. */
  readonly verifier: TokenVerifier | undefined;
  /** The identity of a caller without a token. */
  readonly anonymous: unknown;
  /** Which of the graph's policies hold for a caller. @default none */
  readonly policiesFor?: (identity: unknown) => ReadonlySet<string>;
  /** A good token is checked again after this long, so that a revoked key stops working. */
  readonly recheckMs: number;
  /** Tokens remembered at once. */
  readonly remember: number;
  /** Bad tokens of one address in ten seconds, after which none that is new is looked at. @default 30 */
  readonly badTokens?: number;
  readonly nowMs: () => number;
}

const none: ReadonlySet<string> = new Set();

const invalidToken = () =>
  new RequestFault('The bearer token is not valid.', {
    status: 401,
    code: 'UNAUTHENTICATED',
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });

const cannotCheck = () =>
  new RequestFault('Tokens cannot be checked at this moment; try again.', {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    headers: { 'retry-after': '1' },
  });

const tooManyBad = (waitMs: number) => {
  const seconds = String(Math.max(1, Math.ceil(waitMs / 1_000)));
  return new RequestFault(`Too many bad tokens came from this address; come back in ${seconds} s.`, {
    status: 429,
    code: 'RATE_LIMITED',
    headers: { 'retry-after': seconds },
  });
};

/** Longer tokens than any issuer makes are not even remembered. */
const longestToken = 8_192;

function bearerOf(authorization: string): string {
  const [scheme, token, ...rest] = authorization.trim().split(/\s+/);
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined || rest.length > 0) throw invalidToken();
  if (token.length > longestToken) throw invalidToken();
  return token;
}

/**
 * Bearer tokens to callers. Signature checks are the dearest step of a small request, so a good token is
 * remembered for a while, never beyond its own end.
 */
export function createAuthenticate(options: AuthenticateOptions): Authenticate {
  const { verifier, nowMs, policiesFor = () => none } = options;
  const failures = new Failures(options.badTokens ?? 30, 10_000, nowMs);
  const known = new Map<string, { readonly caller: Caller; readonly untilMs: number }>();
  const anonymousAuthority = { authenticated: false, scopes: none, policies: policiesFor(options.anonymous) };

  const callerOf = (identity: VerifiedIdentity): Caller => ({
    identity,
    authority: { authenticated: true, scopes: new Set(identity.scopes), policies: policiesFor(identity) },
    budgetKey: `subject:${identity.subject}`,
    ...(identity.expiresAt !== undefined && { expiresAtMs: identity.expiresAt * 1_000 }),
  });

  const remember = (authorization: string, caller: Caller): void => {
    known.delete(authorization);
    if (known.size >= options.remember) known.delete(known.keys().next().value as string);
    known.set(authorization, {
      caller,
      untilMs: Math.min(nowMs() + options.recheckMs, caller.expiresAtMs ?? Infinity),
    });
  };

  const verify = async (checker: TokenVerifier, authorization: string, address: string): Promise<Caller> => {
    // Asked first: a signature costs more to check than to make up. A token that was good before is no guess.
    const waitMs = known.has(authorization) ? 0 : failures.blockedMs(address);
    if (waitMs > 0) throw tooManyBad(waitMs);
    let identity: VerifiedIdentity;
    try {
      identity = await checker(bearerOf(authorization));
    } catch (cause) {
      if (errorCodeOf(cause) === 'SERVICE_UNAVAILABLE') throw cannotCheck();
      // Why a token is bad is nobody's business who holds it.
      failures.note(address);
      known.delete(authorization);
      throw invalidToken();
    }
    const caller = callerOf(identity);
    remember(authorization, caller);
    return caller;
  };

  return ({ authorization, address }) => {
    if (authorization === undefined || verifier === undefined) {
      return { identity: options.anonymous, authority: anonymousAuthority, budgetKey: `address:${address}` };
    }
    // Looked up as it came: taking a header apart costs more than finding it.
    const hit = known.get(authorization);
    if (hit !== undefined && hit.untilMs > nowMs()) return hit.caller;
    return verify(verifier, authorization, address);
  };
}
