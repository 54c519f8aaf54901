import { signRequest, signatureHeaders } from '../../platform/identity/signature.ts';
import type { Identity } from '../../schema/identity.ts';
import type { UpstreamHeaders } from '../upstream/upstreamStream.ts';

export interface SigningOptions {
  /** Shared by the gateway and the subgraphs; at least 32 characters. */
  readonly secret: string;
  /** Epoch milliseconds by the machine's clock. */
  readonly nowMs: () => number;
  readonly newNonce: () => string;
}

/** Signs requests to subgraphs, so that each of them can trust who is asking and answers nobody else. */
export function createSigner({ secret, nowMs, newNonce }: SigningOptions): UpstreamHeaders {
  return ({ method, path, body, scope }) =>
    signRequest(
      secret,
      { method, path, body },
      { identity: scope.identity as Identity, deadlineMs: scope.deadlineMs, requestId: scope.requestId },
      { nowMs: nowMs(), nonce: newNonce() },
    );
}

/** The signature without what the transport sends by itself: a header sent twice would be joined, and not verify. */
export function signatureOnly(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    name === signatureHeaders.requestId ? [] : [name, value],
  );
}
