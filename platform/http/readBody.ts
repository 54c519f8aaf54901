import type { IncomingMessage } from 'node:http';

/** The bytes that came, or why they are not taken. */
export type BodyOutcome =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  | { readonly kind: 'refused'; readonly status: 413 | 415; readonly message: string };

/** Read a body up to a cap. Nothing is inflated: a small body must not become a large one. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<BodyOutcome> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    return { kind: 'refused', status: 415, message: 'Send the body uncompressed.' };
  }
  const tooLarge = {
    kind: 'refused',
    status: 413,
    message: `The body is larger than ${maxBytes} bytes.`,
  } as const;
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return tooLarge;
    chunks.push(chunk);
  }
  return { kind: 'read', bytes: Buffer.concat(chunks, size) };
}
