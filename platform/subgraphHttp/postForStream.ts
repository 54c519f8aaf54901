import type { Dispatcher } from 'undici';
import { request } from 'undici';
import { unreachable } from './wire.ts';

/** A text to post to somebody who answers with a stream. */
export interface StreamPost {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Longest wait for the answer to begin, milliseconds. */
  readonly openMs: number;
  /** Silence after which the stream counts as broken, milliseconds; 0: never. */
  readonly idleMs: number;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

/** An answer whose body is still to come. */
export interface StreamAnswer {
  readonly status: number;
  /** Empty when none was named. */
  readonly contentType: string;
  readonly body: AsyncIterable<Uint8Array> & { json(): Promise<unknown> };
}

/**
 * Posts a JSON text and hands the answer on while it arrives: for event streams, which a `Wire` cannot carry, because it
 * reads an answer whole and gives its connection back. Each stream has a connection of its own, by undici. Rejects with
 * SubgraphUnavailable.
 */
export async function postForStream(url: URL, post: StreamPost): Promise<StreamAnswer> {
  const { headers, body, openMs: headersTimeout, idleMs: bodyTimeout, signal } = post;
  let answer: Dispatcher.ResponseData;
  try {
    answer = await request(url, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body },
      ...{ headersTimeout, bodyTimeout, signal },
    });
  } catch (cause) {
    throw unreachable(cause);
  }
  const contentType = String(answer.headers['content-type'] ?? '');
  return { status: answer.statusCode, contentType, body: answer.body };
}
