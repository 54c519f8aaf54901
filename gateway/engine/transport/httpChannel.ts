import type { RequestScope } from '../types.ts';
import type { CircuitBreaker } from './circuitBreaker.ts';
import type { ConcurrencyLimit } from './concurrencyLimit.ts';
import type { DeadlineSweep } from './deadlineSweep.ts';
import type { RetryBudget, RetrySettings } from './retryBudget.ts';
import type { Wire } from '../../../platform/subgraphHttp/wire.ts';

/** What is sent to a subgraph, as signing hooks see it. */
export interface OutgoingRequest {
  readonly subgraph: string;
  readonly method: 'POST';
  readonly path: string;
  readonly body: string;
  readonly scope: RequestScope;
}

/** What all calls of one subgraph share. */
export interface HttpChannel {
  readonly subgraph: string;
  readonly path: string;
  readonly wire: Wire;
  readonly timeoutMs: number;
  readonly deadlineHeader: string;
  readonly breaker: CircuitBreaker;
  readonly limit: ConcurrencyLimit;
  readonly budget: RetryBudget;
  readonly retry: RetrySettings;
  readonly sweep: DeadlineSweep;
  readonly propagate: ((scope: RequestScope, subgraph: string) => readonly string[]) | undefined;
  readonly sign: ((request: OutgoingRequest) => readonly string[]) | undefined;
  readonly now: () => number;
  readonly random: () => number;
}
