import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { RequestFault, badRequest } from './requestFault.ts';

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

/** Why a body is refused before its first byte is kept. */
function refusedByHead({ headers }: IncomingMessage, limitBytes: number): RequestFault | undefined {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return encoded();
  return Number(headers['content-length'] ?? 0) > limitBytes ? tooLarge(limitBytes) : undefined;
}

/** Gathers a body and makes of it what `read` does; that is the promise's end, because each further one costs. */
function gather<T>(req: IncomingMessage, limitBytes: number, read: (bytes: Buffer) => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const refused = refusedByHead(req, limitBytes);
    if (refused !== undefined) throw refused;
    let first: Buffer | undefined;
    let more: Buffer[] | undefined;
    let bytes = 0;
    let settled = false;
    req.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limitBytes) {
        first = more = undefined;
        if (!settled) reject(tooLarge(limitBytes));
        settled = true;
      } else if (first === undefined) first = chunk;
      else (more ??= [first]).push(chunk);
    });
    req.on('end', () => {
      if (settled) return;
      settled = true;
      try {
        resolve(read(more ? Buffer.concat(more, bytes) : (first ?? Buffer.alloc(0))));
      } catch (fault) {
        reject(fault as RequestFault);
      }
    });
    req.on('close', () => {
      if (!settled) reject(badRequest('The request was cut off.'));
    });
  });
}

/**
 * Reads a request body of at most `limitBytes`. Nothing is inflated: a few kilobytes of gzip could
 * otherwise stand for megabytes, so an encoded body is refused before its first byte is kept.
 */
export const readBytes = (req: IncomingMessage, limitBytes: number): Promise<Buffer> =>
  gather(req, limitBytes, (bytes) => bytes);

/** Reads a request body of at most `limitBytes` as UTF-8 text. */
export const readBody = (req: IncomingMessage, limitBytes: number): Promise<string> =>
  gather(req, limitBytes, textOf);

function textOf(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw badRequest('The request body is not valid UTF-8.');
  return bytes.toString('utf8');
}
