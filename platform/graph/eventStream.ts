import { jsonResponse, type HttpResponse } from '../http/httpRoute.ts';
import { stoppable } from '../streams/stoppable.ts';
import type { CallContext, GraphRequest, SubgraphService } from './subgraph.ts';

/** How often a comment is sent on a quiet stream, so that no middleman closes it. */
const keepAliveMs = 12_000;

/** Answer a subscription as server-sent events: `next` with a result each, then `complete`. */
export async function eventStream(
  service: SubgraphService,
  body: Buffer,
  call: CallContext,
): Promise<HttpResponse> {
  const request = readGraphRequest(body);
  if (request === undefined) {
    const message = 'Send a JSON object with a query.';
    return jsonResponse(400, { errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
  }
  const outcome = await service.subscribe(request, call);
  const results = Symbol.asyncIterator in outcome ? outcome : once(outcome);
  return {
    status: 200,
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
    body: stoppable((signal) => frames(results, signal), call.signal),
  };
}

/** The operation of a request body; undefined when it is none. */
export function readGraphRequest(body: Buffer): GraphRequest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('query' in value) || typeof value.query !== 'string')
    return undefined;
  const variables = 'variables' in value && isRecord(value.variables) ? { variables: value.variables } : {};
  const named =
    'operationName' in value && typeof value.operationName === 'string'
      ? { operationName: value.operationName }
      : {};
  return { query: value.query, ...variables, ...named };
}

async function* frames(
  results: AsyncIterable<unknown>,
  signal: AbortSignal,
): AsyncGenerator<string, void, void> {
  const iterator = results[Symbol.asyncIterator]();
  try {
    let next = iterator.next();
    let pausing = pause(signal);
    for (;;) {
      const step = await Promise.race([next, pausing]);
      if (step === 'quiet') {
        yield ':\n\n';
        pausing = pause(signal);
      } else if (step === 'gone') return;
      else if (step.done === true) break;
      else {
        yield `event: next\ndata: ${JSON.stringify(step.value)}\n\n`;
        next = iterator.next();
      }
    }
    yield 'event: complete\ndata: \n\n';
  } finally {
    await iterator.return?.();
  }
}

function pause(signal: AbortSignal): Promise<'quiet' | 'gone'> {
  return new Promise((resolve) => {
    if (signal.aborted === true) return resolve('gone');
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve('quiet');
    }, keepAliveMs).unref();
    const onAbort = (): void => {
      clearTimeout(timer);
      resolve('gone');
    };
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

async function* once<T>(value: T): AsyncGenerator<T, void, void> {
  yield await Promise.resolve(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
