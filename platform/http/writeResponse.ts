import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { HttpResponse } from './httpRoute.ts';

/** Send an answer; a stream waits for a slow reader and is closed when the reader has gone. */
export async function writeResponse(
  response: ServerResponse,
  answer: HttpResponse,
  gone: AbortSignal,
  streamsEnd?: AbortSignal,
): Promise<void> {
  const { status, headers = {}, body = '' } = answer;
  if (typeof body === 'string' || Buffer.isBuffer(body)) {
    const length = Buffer.byteLength(body);
    response
      .writeHead(status, { 'x-content-type-options': 'nosniff', ...headers, 'content-length': length })
      .end(body);
    return;
  }
  response.writeHead(status, { 'x-content-type-options': 'nosniff', ...headers });
  response.flushHeaders();
  // A stream may have nothing to say for long; a reader that has gone is noticed by the writing itself.
  response.socket?.setTimeout(0);
  const iterator = body[Symbol.asyncIterator]();
  const close = (): void => void Promise.resolve(iterator.return?.()).catch(() => undefined);
  const ended = streamsEnd === undefined ? gone : AbortSignal.any([gone, streamsEnd]);
  ended.addEventListener('abort', close, { once: true });
  for (let step = await iterator.next(); step.done !== true && !ended.aborted; step = await iterator.next()) {
    if (!response.write(step.value)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
  ended.removeEventListener('abort', close);
  response.end();
}
