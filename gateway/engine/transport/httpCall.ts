import type { SubgraphCall, SubgraphHeaders, SubgraphResult } from '../types.ts';
import type { Cancellable, Departure } from './departure.ts';
import { departureOf } from './departure.ts';
import type { Expirable } from './deadlineSweep.ts';
import type { HttpChannel } from './httpChannel.ts';
import { readAnswer } from '../../../platform/subgraphHttp/readAnswer.ts';
import { retryPauseMs } from './retryBudget.ts';
import { SubgraphUnavailable } from '../../../platform/subgraphHttp/subgraphUnavailable.ts';
import type { WireExchange, WireOutcome } from '../../../platform/subgraphHttp/wire.ts';

/**
 * One call of a subgraph: takes its turn, asks, asks again where that is allowed, and settles its promise once.
 * The stations are methods of one object instead of async functions: a request makes several calls, and each
 * promise between them would cost as much as the work it carries.
 */
export class HttpCall implements WireOutcome, Expirable, Cancellable {
  dueMs = 0;
  place = -1;
  readonly #channel: HttpChannel;
  readonly #call: SubgraphCall;
  readonly #resolve: (result: SubgraphResult) => void;
  readonly #reject: (error: Error) => void;
  readonly #departure: Departure | undefined;
  /** The try under way; undefined while waiting for a turn or between tries. */
  #exchange: WireExchange | undefined;
  #tries = 0;
  #hasTurn = false;
  #settled = false;

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
    this.#departure = call.scope.departure ?? signalled(call.scope.signal);
  }

  start(): void {
    if (this.#departure?.hasGone === true) {
      this.#reject(cancelled());
      return;
    }
    // A full line throws here, before anything is taken: the promise around this call rejects.
    const turn = this.#channel.limit.enter();
    this.#channel.budget.earn();
    this.#departure?.tell(this);
    this.#channel.sweep.watch(this);
    if (turn) {
      this.dueMs = performance.now() + this.#leftMs();
      void turn.then(() => this.#takeTurn());
    } else this.#takeTurn();
  }

  answered(status: number, text: string, headers: () => SubgraphHeaders): void {
    let result: SubgraphResult;
    try {
      result = readAnswer(status, text);
    } catch (error) {
      this.failed(error as SubgraphUnavailable);
      return;
    }
    this.#channel.breaker.record(false);
    this.#call.scope.onSubgraphHeaders?.(this.#channel.subgraph, headers());
    this.#settle();
    this.#resolve(result);
  }

  failed(error: SubgraphUnavailable): void {
    const { breaker, retry, budget, random } = this.#channel;
    this.#exchange = undefined;
    breaker.record(true);
    const pauseMs = retryPauseMs(retry, this.#tries, random);
    const isWorthwhile = this.#tries <= retry.attempts && pauseMs < this.#leftMs();
    if (!isWorthwhile || !this.#isRetryable(error) || !budget.spend()) {
      this.#giveUp(error);
      return;
    }
    this.dueMs = performance.now() + this.#leftMs();
    setTimeout(attemptAgain, pauseMs, this);
  }

  retry(): void {
    if (!this.#settled) this.#attempt();
  }

  expire(): void {
    const error = new SubgraphUnavailable('SUBGRAPH_TIMEOUT', 'The subgraph did not answer in time.');
    if (!this.#exchange) {
      this.#giveUp(error);
      return;
    }
    this.#exchange.abort();
    this.failed(error);
  }

  cancel(): void {
    if (this.#settled) return;
    if (this.#exchange) {
      this.#exchange.abort();
      this.#channel.breaker.release();
    }
    this.#giveUp(cancelled());
  }

  #takeTurn(): void {
    this.#hasTurn = true;
    // Whoever has given up in the line hands the turn on.
    if (this.#settled) this.#channel.limit.leave();
    else this.#attempt();
  }

  #attempt(): void {
    const { breaker, timeoutMs, wire } = this.#channel;
    this.#tries++;
    const leftMs = this.#leftMs();
    if (leftMs <= 0) {
      this.#giveUp(new SubgraphUnavailable('SUBGRAPH_TIMEOUT', 'No time was left to ask the subgraph.'));
      return;
    }
    if (!breaker.allows()) {
      this.#giveUp(
        new SubgraphUnavailable(
          'SUBGRAPH_UNAVAILABLE',
          'The subgraph failed too often; it is not asked for a moment.',
        ),
      );
      return;
    }
    this.dueMs = performance.now() + Math.min(timeoutMs, leftMs);
    try {
      const { operation, variables } = this.#call;
      const body = `${operation.bodyPrefix}${variables.json()}}`;
      this.#exchange = wire.post(this.#headers(body, leftMs), body, this);
    } catch (error) {
      breaker.release();
      this.#giveUp(new SubgraphUnavailable('SUBGRAPH_UNAVAILABLE', 'The request could not be made.', error));
    }
  }

  #headers(body: string, leftMs: number): string[] {
    const { deadlineHeader, propagate, sign, subgraph, path } = this.#channel;
    const { scope } = this.#call;
    const headers = [deadlineHeader, String(Math.ceil(leftMs)), 'x-request-id', scope.requestId];
    if (propagate) headers.push(...propagate(scope, subgraph));
    if (sign) headers.push(...sign({ subgraph, method: 'POST', path, body, scope }));
    return headers;
  }

  #leftMs(): number {
    return this.#call.scope.deadlineMs - this.#channel.now();
  }

  /** Only reads, and only where no answer came: not when time is over or the answer was wrong. */
  #isRetryable(error: SubgraphUnavailable): boolean {
    return this.#call.operation.kind === 'query' && error.code === 'SUBGRAPH_UNAVAILABLE';
  }

  #giveUp(error: Error): void {
    this.#settle();
    this.#reject(error);
  }

  #settle(): void {
    this.#settled = true;
    this.#exchange = undefined;
    this.#channel.sweep.forget(this);
    this.#departure?.forget(this);
    if (this.#hasTurn) this.#channel.limit.leave();
  }
}

const signalled = (signal: AbortSignal | undefined) => signal && departureOf(signal);

function attemptAgain(call: HttpCall): void {
  call.retry();
}

const cancelled = () => new SubgraphUnavailable('REQUEST_CANCELLED', 'The request was cancelled.');
