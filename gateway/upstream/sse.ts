import { postForStream, type StreamAnswer } from '../../platform/subgraphHttp/postForStream.ts';
import { parseResult } from '../../platform/subgraphHttp/readAnswer.ts';
import { SubgraphUnavailable } from '../../platform/subgraphHttp/subgraphUnavailable.ts';
import type { SubgraphCall, SubgraphInfo, SubgraphResult } from '../engine/types.ts';
import type { UpstreamHeaders } from './upstreamStream.ts';
import { leavable } from './upstreamStream.ts';

export interface UpstreamSseOptions {
  readonly headers?: UpstreamHeaders;
  /** Longest wait for the subgraph to begin, milliseconds. @default 5_000 */
  readonly openMs?: number;
  /** Silence after which the stream counts as broken, milliseconds; heartbeats are sound. @default 0, never */
  readonly idleMs?: number;
  /** Largest event, bytes. @default 1 MiB */
  readonly maxEventBytes?: number;
}

interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

function parseEvent(block: string): ServerEvent {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const at = line.indexOf(':');
    if (at === 0) continue;
    const field = at < 0 ? line : line.slice(0, at);
    const value = at < 0 ? '' : line.slice(at + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
  }
  return { event, data: data.join('\n') };
}

/** Cuts a byte stream into server-sent events. Line ends are normalised across chunk borders. */
export async function* readEvents(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    const held = rest.endsWith('\r') ? '\r' : '';
    const blocks = rest
      .slice(0, rest.length - held.length)
      .replace(/\r\n?/g, '\n')
      .split('\n\n');
    rest = (blocks.pop() ?? '') + held;
    if (rest.length > maxBytes) {
      throw new SubgraphUnavailable('SUBGRAPH_ANSWER_TOO_LARGE', 'An event of the subgraph is too large.');
    }
    for (const block of blocks) if (block !== '') yield parseEvent(block);
  }
}

async function* results(events: AsyncIterable<ServerEvent>): AsyncGenerator<SubgraphResult> {
  for await (const { event, data } of events) {
    if (event === 'complete') return;
    if (event === 'next' && data !== '') yield readEvent(data);
  }
  throw new SubgraphUnavailable('SUBGRAPH_UNAVAILABLE', 'The subscription to the subgraph broke off.');
}

/** An event of a subgraph; one that is no GraphQL response ends the stream. */
function readEvent(data: string): SubgraphResult {
  const result = parseResult(data);
  if (result) return result;
  throw new SubgraphUnavailable(
    'SUBGRAPH_BAD_ANSWER',
    'The subgraph sent an event that is no GraphQL response.',
  );
}

async function* single(result: SubgraphResult): AsyncGenerator<SubgraphResult> {
  await Promise.resolve();
  yield result;
}

/** Subscribes at a subgraph over server-sent events (graphql-sse, distinct connections). */
export function subscribeOverSse(options: UpstreamSseOptions = {}) {
  const { openMs = 5_000, idleMs = 0, maxEventBytes = 1_048_576 } = options;
  return async (call: SubgraphCall, subgraph: SubgraphInfo): Promise<AsyncIterable<SubgraphResult>> => {
    const url = new URL(subgraph.url);
    const path = url.pathname + url.search;
    const body = `${call.operation.bodyPrefix}${call.variables.json()}}`;
    const { scope } = call;
    const stop = new AbortController();
    const signed = options.headers?.({ subgraph: subgraph.name, method: 'POST', path, body, scope });
    const headers = { accept: 'text/event-stream', ...signed };
    const answer = await postForStream(url, { headers, body, openMs, idleMs, signal: stop.signal });
    if (answer.contentType.startsWith('text/event-stream') && answer.status === 200) {
      return leavable(results(readEvents(answer.body, maxEventBytes)), () => stop.abort(), scope.signal);
    }
    return leavable(single(await readRefusal(answer)), () => stop.abort(), scope.signal);
  };
}

/** A subgraph may refuse with a plain GraphQL answer; anything else is not an answer. */
async function readRefusal(answer: StreamAnswer): Promise<SubgraphResult> {
  try {
    const result = (await answer.body.json()) as SubgraphResult;
    if (Array.isArray(result.errors)) return result;
  } catch {
    // Not JSON: reported below, without its bytes.
  }
  throw new SubgraphUnavailable('SUBGRAPH_BAD_ANSWER', 'The subgraph did not answer with an event stream.');
}
