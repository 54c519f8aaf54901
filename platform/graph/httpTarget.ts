import type { ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import type { NewId } from '../ids/ids.ts';
import { signRequest } from '../identity/signature.ts';
import type { SubgraphTarget } from './subgraphClient.ts';
import type { CallContext, GraphRequest } from './subgraph.ts';

/** A subgraph of another process, reached by signed HTTP. */
export interface HttpTarget extends SubgraphTarget {
  close(): Promise<void>;
}

/** Largest answer we take from a subgraph. */
const maxAnswerBytes = 16_777_216;

/**
 * Reach a subgraph at `url` (such as http://127.0.0.1:4101). What cannot be answered comes back as a result with
 * SERVICE_UNAVAILABLE or DEADLINE_EXCEEDED, never as a rejection.
 */
export function httpTarget(options: {
  url: string;
  secret: string;
  newId: NewId;
  connections?: number;
}): HttpTarget {
  const { url, secret, newId, connections = 32 } = options;
  const pool = new Pool(url, { connections, pipelining: 1, keepAliveTimeout: 30_000 });
  return {
    execute: async (request, call) => {
      const leftMs = Math.floor(call.deadlineMs - Date.now());
      if (leftMs <= 0) return failed('DEADLINE_EXCEEDED', 'The deadline has passed.');
      try {
        return await post(pool, secret, newId(), request, call, leftMs);
      } catch (error) {
        return isTimeout(error)
          ? failed('DEADLINE_EXCEEDED', 'The subgraph did not answer in time.')
          : failed('SERVICE_UNAVAILABLE', 'The subgraph cannot be reached.');
      }
    },
    close: () => pool.close(),
  };
}

async function post(
  pool: Pool,
  secret: string,
  nonce: string,
  request: GraphRequest,
  call: CallContext,
  leftMs: number,
): Promise<ExecutionResult> {
  const { identity, deadlineMs, requestId } = call;
  const body = JSON.stringify(request);
  const parts = { method: 'POST', path: '/graphql', body };
  const signed = signRequest(
    secret,
    parts,
    { identity, deadlineMs, requestId },
    { nowMs: Date.now(), nonce },
  );
  const timeout = AbortSignal.timeout(leftMs);
  const response = await pool.request({
    method: 'POST',
    path: '/graphql',
    headers: { ...call.headers, 'content-type': 'application/json', ...signed },
    body,
    signal: call.signal === undefined ? timeout : AbortSignal.any([timeout, call.signal]),
  });
  const text = await textUpTo(response.body, maxAnswerBytes);
  return text === undefined
    ? failed('SERVICE_UNAVAILABLE', 'The subgraph answered too much.')
    : readResult(text);
}

/** The body as text; undefined when it is larger than we take. Leaving the loop closes the connection. */
async function textUpTo(body: AsyncIterable<Buffer>, maxBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size).toString('utf8');
}

function readResult(text: string): ExecutionResult {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('data' in value || 'errors' in value)) {
    return failed('SERVICE_UNAVAILABLE', 'The subgraph did not answer in GraphQL.');
  }
  return value as ExecutionResult;
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
}

function failed(code: string, message: string): ExecutionResult {
  return { errors: [{ message, extensions: { code } }] as never };
}
