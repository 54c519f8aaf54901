import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import type {
  RequestScope,
  SubgraphCall,
  SubgraphInfo,
  SubgraphResult,
  SubgraphTransport,
} from '../types.ts';
import type { BreakerSettings } from './circuitBreaker.ts';
import { CircuitBreaker, defaultBreaker } from './circuitBreaker.ts';
import { ConcurrencyLimit } from './concurrencyLimit.ts';
import { postText } from './postText.ts';
import { readAnswer, readHeaders } from './readAnswer.ts';
import type { RetrySettings } from './retryBudget.ts';
import { defaultRetry, RetryBudget, retryPauseMs } from './retryBudget.ts';
import { SubgraphUnavailable } from './subgraphUnavailable.ts';

/** What is sent to a subgraph, as signing hooks see it. */
export interface OutgoingRequest {
  readonly subgraph: string;
  readonly method: 'POST';
  readonly path: string;
  readonly body: string;
  readonly scope: RequestScope;
}

export interface HttpTransportOptions {
  /** Longest a call may take, retries not included, milliseconds. @default 10_000 */
  readonly timeoutMs?: number;
  /** Connections kept to the subgraph. @default 64 */
  readonly connections?: number;
  /** Calls at once; more wait. @default 512 */
  readonly concurrency?: number;
  /** Calls waiting before more are refused. @default 2_048 */
  readonly queue?: number;
  /** @default 16 MiB */
  readonly maxAnswerBytes?: number;
  readonly breaker?: Partial<BreakerSettings>;
  readonly retry?: Partial<RetrySettings>;
  /** Headers taken over from the incoming request: name, value, name, value, … @default none */
  readonly propagate?: (scope: RequestScope, subgraph: string) => readonly string[];
  /** Headers that vouch for the request: name, value, …; called once the body is final. @default none */
  readonly sign?: (request: OutgoingRequest) => readonly string[];
  /** Name of the header that carries the milliseconds left until the deadline. @default 'x-deadline-ms' */
  readonly deadlineHeader?: string;
  /** Opens subscriptions; the address schemes it supports are its own affair. */
  readonly subscribe?: (call: SubgraphCall, subgraph: SubgraphInfo) => Promise<AsyncIterable<SubgraphResult>>;
  readonly now?: () => number;
  readonly random?: () => number;
}

const json = [
  'content-type',
  'application/json',
  'accept',
  'application/graphql-response+json, application/json',
];

/** Reaches a subgraph over HTTP with limits on time, size and concurrency, a breaker, and retries of reads. */
export function createHttpTransport(
  subgraph: SubgraphInfo,
  options: HttpTransportOptions = {},
): SubgraphTransport {
  const {
    timeoutMs = 10_000,
    maxAnswerBytes = 16 * 1_024 * 1_024,
    now = Date.now,
    random = Math.random,
  } = options;
  const deadlineHeader = options.deadlineHeader ?? 'x-deadline-ms';
  const retry = { ...defaultRetry, ...options.retry };
  const url = new URL(subgraph.url);
  const path = url.pathname + url.search;
  const pool = new Pool(url.origin, { connections: options.connections ?? 64, pipelining: 1 });
  const breaker = new CircuitBreaker({ ...defaultBreaker, ...options.breaker }, now);
  const limit = new ConcurrencyLimit(options.concurrency ?? 512, options.queue ?? 2_048);
  const budget = new RetryBudget(retry.budgetShare);

  const attempt = async (call: SubgraphCall): Promise<SubgraphResult> => {
    const { scope } = call;
    const leftMs = scope.deadlineMs - now();
    if (leftMs <= 0)
      throw new SubgraphUnavailable('SUBGRAPH_TIMEOUT', 'No time was left to ask the subgraph.');
    if (!breaker.allows())
      throw new SubgraphUnavailable('SUBGRAPH_UNAVAILABLE', 'The subgraph is resting after failures.');
    const body = `${call.operation.bodyPrefix}${call.variablesJson}}`;
    const headers = [...json, deadlineHeader, String(Math.ceil(leftMs)), 'x-request-id', scope.requestId];
    if (options.propagate) headers.push(...options.propagate(scope, subgraph.name));
    if (options.sign)
      headers.push(...options.sign({ subgraph: subgraph.name, method: 'POST', path, body, scope }));
    try {
      const answer = await postText(pool, {
        path,
        headers,
        body,
        timeoutMs: Math.min(timeoutMs, leftMs),
        maxAnswerBytes,
        signal: scope.signal,
      });
      const result = readAnswer(answer);
      breaker.record(false);
      scope.onSubgraphHeaders?.(subgraph.name, readHeaders(answer.rawHeaders));
      return result;
    } catch (error) {
      if (error instanceof SubgraphUnavailable && error.code === 'REQUEST_CANCELLED') breaker.release();
      else breaker.record(true);
      throw error;
    }
  };

  const withRetries = async (call: SubgraphCall): Promise<SubgraphResult> => {
    budget.earn();
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(call);
      } catch (error) {
        const again = tries <= retry.attempts && isRetryable(call, error) && budget.spend();
        if (!again) throw error;
        await pause(retryPauseMs(retry, tries, random));
      }
    }
  };

  return {
    async fetch(call) {
      const turn = limit.enter();
      if (turn) await turn;
      try {
        return await withRetries(call);
      } finally {
        limit.leave();
      }
    },
    subscribe(call) {
      if (options.subscribe) return options.subscribe(call, subgraph);
      return Promise.reject(
        new SubgraphUnavailable('SUBGRAPH_UNAVAILABLE', 'The subgraph takes no subscriptions.'),
      );
    },
    async close() {
      await pool.close();
    },
  };
}

/** Only reads, only when no answer came, and not when time or patience is over. */
function isRetryable(call: SubgraphCall, error: unknown): boolean {
  return (
    call.operation.kind === 'query' &&
    error instanceof SubgraphUnavailable &&
    error.code === 'SUBGRAPH_UNAVAILABLE'
  );
}
