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
import { DeadlineSweep } from './deadlineSweep.ts';
import { HttpCall } from './httpCall.ts';
import type { HttpChannel, OutgoingRequest } from './httpChannel.ts';
import type { RetrySettings } from './retryBudget.ts';
import { defaultRetry, RetryBudget } from './retryBudget.ts';
import { SubgraphUnavailable } from '../../../platform/subgraphHttp/subgraphUnavailable.ts';
import { openWire } from '../../../platform/subgraphHttp/openWire.ts';

export interface HttpTransportOptions {
  /** Longest a call may take, retries not included, milliseconds. @default 10_000 */
  readonly timeoutMs?: number;
  /** Connections to the subgraph at most; those used last are used again first. @default 64 */
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

/** Reaches a subgraph over HTTP with limits on time, size and concurrency, a breaker, and retries of reads. */
export function createHttpTransport(
  subgraph: SubgraphInfo,
  options: HttpTransportOptions = {},
): SubgraphTransport {
  const channel = openChannel(subgraph, options);
  return {
    keepsDeadlines: true,
    fetch: (call) => new Promise((resolve, reject) => new HttpCall(channel, call, resolve, reject).start()),
    subscribe(call) {
      if (options.subscribe) return options.subscribe(call, subgraph);
      return Promise.reject(
        new SubgraphUnavailable('SUBGRAPH_UNAVAILABLE', 'The subgraph takes no subscriptions.'),
      );
    },
    async close() {
      await channel.wire.close();
    },
  };
}

function openChannel(subgraph: SubgraphInfo, options: HttpTransportOptions): HttpChannel {
  const { now = Date.now, random = Math.random, propagate, sign } = options;
  const url = new URL(subgraph.url);
  const retry = { ...defaultRetry, ...options.retry };
  return {
    subgraph: subgraph.name,
    path: url.pathname + url.search,
    wire: openWire({
      url,
      connections: options.connections ?? 64,
      maxAnswerBytes: options.maxAnswerBytes ?? 16 * 1_024 * 1_024,
    }),
    timeoutMs: options.timeoutMs ?? 10_000,
    deadlineHeader: options.deadlineHeader ?? 'x-deadline-ms',
    breaker: new CircuitBreaker({ ...defaultBreaker, ...options.breaker }, now),
    limit: new ConcurrencyLimit(options.concurrency ?? 512, options.queue ?? 2_048),
    budget: new RetryBudget(retry.budgetShare),
    retry,
    sweep: new DeadlineSweep(),
    propagate,
    sign,
    now,
    random,
  };
}
