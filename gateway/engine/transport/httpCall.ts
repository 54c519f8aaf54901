import type { Pool } from 'undici';
import type { RequestScope, SubgraphCall, SubgraphResult } from '../types.ts';
import type { CircuitBreaker } from './circuitBreaker.ts';
import type { ConcurrencyLimit } from './concurrencyLimit.ts';
import type { PostAnswer, PostOutcome } from './postText.ts';
import { postText } from './postText.ts';
import { readAnswer, readHeaders } from './readAnswer.ts';
import type { RetryBudget, RetrySettings } from './retryBudget.ts';
import { retryPauseMs } from './retryBudget.ts';
import { SubgraphUnavailable } from './subgraphUnavailable.ts';

/** What all calls of one subgraph share. */
export interface HttpChannel {
  readonly subgraph: string;
  readonly path: string;
  readonly pool: Pool;
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
  readonly deadlineHeader: string;
  readonly breaker: CircuitBreaker;
  readonly limit: ConcurrencyLimit;
  readonly budget: RetryBudget;
  readonly retry: RetrySettings;
  readonly propagate: ((scope: RequestScope, subgraph: string) => readonly string[]) | undefined;
  readonly sign:
    | ((request: {
        readonly subgraph: string;
        readonly method: 'POST';
        readonly path: string;
        readonly body: string;
        readonly scope: RequestScope;
      }) => readonly string[])
    | undefined;
  readonly now: () => number;
  readonly random: () => number;
}

/**
 * One call of a subgraph: takes its turn, asks, asks again where that is allowed, and settles its promise once.
 * The stations are methods of one object instead of async functions: a request makes several calls, and each
 * promise between them would cost as much as the work it carries.
 */
export class HttpCall implements PostOutcome {
  readonly #channel: HttpChannel;
  readonly #call: SubgraphCall;
  readonly #resolve: (result: SubgraphResult) => void;
  readonly #reject: (error: Error) => void;
  #tries = 0;

  constructor(
    channel: HttpChannel,
    call: SubgraphCall,
    resolve: (result: SubgraphResult) => void,
    reject: (error: Error) => void,
  ) {
    this.#channel = channel;
    this.#call = call;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  start(): void {
    // A full line throws here, before a place is taken: the promise around this call rejects.
    const turn = this.#channel.limit.enter();
    this.#channel.budget.earn();
    if (turn) void turn.then(() => this.#attempt());
    else this.#attempt();
  }

  answered(answer: PostAnswer): void {
    let result: SubgraphResult;
    try {
      result = readAnswer(answer);
    } catch (error) {
      this.failed(error as SubgraphUnavailable);
      return;
    }
    this.#channel.breaker.record(false);
    this.#call.scope.onSubgraphHeaders?.(this.#channel.subgraph, readHeaders(answer.rawHeaders));
    this.#channel.limit.leave();
    this.#resolve(result);
  }

  failed(error: SubgraphUnavailable): void {
    const { breaker, retry, budget, random, now } = this.#channel;
    if (error.code === 'REQUEST_CANCELLED') breaker.release();
    else breaker.record(true);
    const pauseMs = retryPauseMs(retry, this.#tries, random);
    const isWorthwhile = this.#tries <= retry.attempts && now() + pauseMs < this.#call.scope.deadlineMs;
    if (isWorthwhile && this.#isRetryable(error) && budget.spend()) setTimeout(attemptAgain, pauseMs, this);
    else this.#giveUp(error);
  }

  retry(): void {
    this.#attempt();
  }

  #attempt(): void {
    const { path, pool, breaker, timeoutMs, maxAnswerBytes, now, sign, subgraph } = this.#channel;
    const { operation, variablesJson, scope } = this.#call;
    this.#tries++;
    const leftMs = scope.deadlineMs - now();
    if (leftMs <= 0) {
      this.#giveUp(new SubgraphUnavailable('SUBGRAPH_TIMEOUT', 'No time was left to ask the subgraph.'));
      return;
    }
    if (!breaker.allows()) {
      this.#giveUp(
        new SubgraphUnavailable('SUBGRAPH_UNAVAILABLE', 'The subgraph is resting after failures.'),
      );
      return;
    }
    try {
      const body = `${operation.bodyPrefix}${variablesJson}}`;
      const headers = this.#headers(scope, leftMs);
      if (sign) headers.push(...sign({ subgraph, method: 'POST', path, body, scope }));
      const request = {
        path,
        headers,
        body,
        timeoutMs: Math.min(timeoutMs, leftMs),
        maxAnswerBytes,
        signal: scope.signal,
      };
      postText(pool, request, this);
    } catch (error) {
      breaker.release();
      this.#giveUp(new SubgraphUnavailable('SUBGRAPH_UNAVAILABLE', 'The request could not be made.', error));
    }
  }

  #headers(scope: RequestScope, leftMs: number): string[] {
    const { deadlineHeader, propagate, subgraph } = this.#channel;
    const headers = [
      'content-type',
      'application/json',
      'accept',
      'application/graphql-response+json, application/json',
      deadlineHeader,
      String(Math.ceil(leftMs)),
      'x-request-id',
      scope.requestId,
    ];
    if (propagate) headers.push(...propagate(scope, subgraph));
    return headers;
  }

  /** Only reads, and only where no answer came: not when time is over or the answer was wrong. */
  #isRetryable(error: SubgraphUnavailable): boolean {
    return this.#call.operation.kind === 'query' && error.code === 'SUBGRAPH_UNAVAILABLE';
  }

  #giveUp(error: Error): void {
    this.#channel.limit.leave();
    this.#reject(error);
  }
}

function attemptAgain(call: HttpCall): void {
  call.retry();
}
