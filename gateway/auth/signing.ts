import { signatureHeaders } from '../../platform/identity/signature.ts';
import { createRequestSigner, type SignerOptions } from '../../platform/subgraphHttp/signer.ts';
import type { Identity } from '../../schema/identity.ts';
import type { UpstreamHeaders } from '../upstream/upstreamStream.ts';

/** Signs what the gateway sends to subgraphs. */
export function createSigner(options: SignerOptions): UpstreamHeaders {
  const sign = createRequestSigner(options);
  // The engine hands identities through without looking at them; who starts the gateway put them there.
  return ({ method, path, body, scope }) => {
    const { deadlineMs, requestId } = scope;
    return sign({ method, path, body }, { identity: scope.identity as Identity, deadlineMs, requestId });
  };
}

/** The signature without what the transport sends by itself: a header sent twice would be joined, and not verify. */
export function signatureOnly(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    name === signatureHeaders.requestId ? [] : [name, value],
  );
}
