import type { IncomingMessage } from 'node:http';
import { RequestFault } from './fault.ts';

const tooLarge = (limitBytes: number) =>
  new RequestFault(`The request body is larger than ${limitBytes} bytes.`, {
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
    headers: { connection: 'close' },
  });

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new RequestFault('The request body is not valid UTF-8.', { status: 400, code: 'BAD_REQUEST' });
  }
}

/**
 * Reads a request body of at most `limitBytes` as UTF-8 text. Nothing is inflated: a few kilobytes of
 * gzip could otherwise stand for megabytes, so an encoded body is refused before its first byte is kept.
 */
export function readBody(req: IncomingMessage, limitBytes: number): Promise<string> {
  const encoding = req.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    return Promise.reject(
      new RequestFault('Compressed request bodies are not accepted.', {
        status: 415,
        code: 'UNSUPPORTED_MEDIA_TYPE',
        headers: { 'accept-encoding': 'identity' },
      }),
    );
  }
  if (Number(req.headers['content-length'] ?? 0) > limitBytes) return Promise.reject(tooLarge(limitBytes));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const onData = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limitBytes) {
        req.off('data', onData);
        req.resume();
        reject(tooLarge(limitBytes));
      } else {
        chunks.push(chunk);
      }
    };
    req.on('data', onData);
    req.once('end', () => {
      try {
        resolve(decode(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
      } catch (fault) {
        reject(fault as Error);
      }
    });
    req.once('error', reject);
    req.once('aborted', () =>
      reject(new RequestFault('The request was cut off.', { status: 400, code: 'BAD_REQUEST' })),
    );
  });
}
