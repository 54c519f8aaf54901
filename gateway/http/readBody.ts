import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { RequestFault, badRequest } from './fault.ts';

const tooLarge = (limitBytes: number) =>
  new RequestFault(`The request body is larger than ${limitBytes} bytes.`, {
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
    headers: { connection: 'close' },
  });

const encoded = () =>
  new RequestFault('Compressed request bodies are not accepted.', {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    headers: { 'accept-encoding': 'identity' },
  });

/**
 * Reads a request body of at most `limitBytes`. Nothing is inflated: a few kilobytes of gzip could
 * otherwise stand for megabytes, so an encoded body is refused before its first byte is kept.
 */
export function readBytes(req: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const encoding = req.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return Promise.reject(encoded());
  if (Number(req.headers['content-length'] ?? 0) > limitBytes) return Promise.reject(tooLarge(limitBytes));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let settled = false;
    req.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limitBytes) chunks.push(chunk);
      else if (!settled) {
        settled = true;
        chunks.length = 0;
        reject(tooLarge(limitBytes));
      }
    });
    req.on('end', () => {
      settled = true;
      resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks));
    });
    req.on('close', () => {
      if (!settled) reject(badRequest('The request was cut off.'));
    });
  });
}

/** Reads a request body of at most `limitBytes` as UTF-8 text. */
export async function readBody(req: IncomingMessage, limitBytes: number): Promise<string> {
  const bytes = await readBytes(req, limitBytes);
  if (!isUtf8(bytes)) throw badRequest('The request body is not valid UTF-8.');
  return bytes.toString('utf8');
}
