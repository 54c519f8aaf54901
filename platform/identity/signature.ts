import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { identitySchema, type Identity } from '../../schema/identity.ts';
import { codedError } from '../errors/codedError.ts';

/** Header names of a signed call between subgraphs. */
export const signatureHeaders = {
  identity: 'x-promesse-identity',
  timestamp: 'x-promesse-timestamp',
  nonce: 'x-promesse-nonce',
  deadline: 'x-promesse-deadline',
  requestId: 'x-request-id',
  signature: 'x-promesse-signature',
} as const;

/** What a signature covers. `path` is the request target as sent; `body` its exact bytes. */
export interface SignedParts {
  readonly method: string;
  readonly path: string;
  readonly body: string | Buffer;
}

/** What a verified call says of its caller. */
export interface SignedCaller {
  readonly identity: Identity;
  readonly deadlineMs: number;
  readonly requestId: string;
}

/** A signature is good for this long, either way. Epoch ms by the machine's clock, never the simulated one. */
export const signatureToleranceMs = 30_000;

/** Headers that prove to another subgraph who asks: HMAC-SHA256 under the shared secret. */
export function signRequest(
  secret: string,
  parts: SignedParts,
  caller: SignedCaller,
  stamp: { nowMs: number; nonce: string },
): Record<string, string> {
  const headers = {
    [signatureHeaders.identity]: Buffer.from(JSON.stringify(caller.identity)).toString('base64url'),
    [signatureHeaders.timestamp]: String(stamp.nowMs),
    [signatureHeaders.nonce]: stamp.nonce,
    [signatureHeaders.deadline]: String(caller.deadlineMs),
    [signatureHeaders.requestId]: caller.requestId,
  };
  return { ...headers, [signatureHeaders.signature]: hmac(secret, parts, headers).toString('base64url') };
}

/** Verifies signed calls; remembers nonces, so that each call counts once. */
export type SignatureVerifier = (
  parts: SignedParts,
  headers: Readonly<Record<string, string | string[] | undefined>>,
) => SignedCaller;

/** Create the verifier of one process. Throws BAD_SIGNATURE with one message for every fault. */
export function createSignatureVerifier(options: { secret: string; nowMs: () => number }): SignatureVerifier {
  const { secret, nowMs } = options;
  if (secret.length < 32) throw new Error('The secret between subgraphs has at least 32 characters.');
  const seen = nonceMemory(nowMs);
  return (parts, headers) => {
    const covered: Record<string, string> = {};
    for (const name of Object.values(signatureHeaders)) {
      const value = headers[name];
      if (typeof value !== 'string' || value === '' || value.length > 60_000) throw refused();
      covered[name] = value;
    }
    const given = Buffer.from(covered[signatureHeaders.signature] ?? '', 'base64url');
    const expected = hmac(secret, parts, covered);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw refused();
    const timestamp = Number(covered[signatureHeaders.timestamp]);
    if (!(Math.abs(nowMs() - timestamp) <= signatureToleranceMs)) throw refused();
    if (!seen.addIfNew(covered[signatureHeaders.nonce] ?? '')) throw refused();
    return readCaller(covered);
  };
}

function readCaller(headers: Readonly<Record<string, string>>): SignedCaller {
  const deadlineMs = Number(headers[signatureHeaders.deadline]);
  const text = Buffer.from(headers[signatureHeaders.identity] ?? '', 'base64url').toString('utf8');
  const identity = identitySchema.safeParse(parseJson(text));
  if (!identity.success || !Number.isFinite(deadlineMs)) throw refused();
  return { identity: identity.data, deadlineMs, requestId: headers[signatureHeaders.requestId] ?? '' };
}

function hmac(secret: string, parts: SignedParts, headers: Readonly<Record<string, string>>): Buffer {
  const { identity, timestamp, nonce, deadline, requestId } = signatureHeaders;
  const lines = [
    parts.method.toUpperCase(),
    parts.path,
    createHash('sha256').update(parts.body).digest('base64url'),
    ...[identity, timestamp, nonce, deadline, requestId].map((name) => headers[name] ?? ''),
  ];
  return createHmac('sha256', secret).update(lines.join('\n')).digest();
}

/** Two generations of nonces: each is remembered for one to two windows, and memory follows the traffic. */
function nonceMemory(nowMs: () => number): { addIfNew(nonce: string): boolean } {
  const windowMs = 2 * signatureToleranceMs;
  let current = new Set<string>();
  let previous = new Set<string>();
  let turnAt = nowMs() + windowMs;
  return {
    addIfNew: (nonce) => {
      if (nowMs() >= turnAt) {
        previous = nowMs() >= turnAt + windowMs ? new Set() : current;
        current = new Set();
        turnAt = nowMs() + windowMs;
      }
      if (current.has(nonce) || previous.has(nonce)) return false;
      current.add(nonce);
      return true;
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(): Error {
  return codedError(
    'BAD_SIGNATURE',
    'The call is not signed by a subgraph of this deployment, is too old, or came twice.',
  );
}
