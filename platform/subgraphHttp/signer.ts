import { signRequest, type SignedCaller, type SignedParts } from '../identity/signature.ts';

export interface SignerOptions {
  /** Shared by the gateway and the subgraphs; at least 32 characters. */
  readonly secret: string;
  /** Epoch milliseconds by the machine's clock. */
  readonly nowMs: () => number;
  readonly newNonce: () => string;
}

/** Headers that vouch for one request, its body included, and say on whose behalf it is made. */
export type Signer = (parts: SignedParts, caller: SignedCaller) => Readonly<Record<string, string>>;

/** Signs requests to subgraphs, so that each of them can trust who is asking and answers nobody else. */
export function createRequestSigner({ secret, nowMs, newNonce }: SignerOptions): Signer {
  return (parts, caller) => signRequest(secret, parts, caller, { nowMs: nowMs(), nonce: newNonce() });
}
