import type { Dispatcher } from 'undici';
import type { Cancellable } from './abortListeners.ts';
import { addAbortListener, removeAbortListener } from './abortListeners.ts';
import type { Expirable } from './deadlines.ts';
import { armTimer } from './deadlines.ts';
import { SubgraphUnavailable } from './subgraphUnavailable.ts';

/** A request to a subgraph over HTTP. */
export interface PostRequest {
  readonly path: string;
  /** Name, value, name, value, … */
  readonly headers: string[];
  readonly body: string;
  readonly timeoutMs: number;
  /** Bytes of answer beyond which the call is given up. */
  readonly maxAnswerBytes: number;
  readonly signal: AbortSignal | undefined;
}

/** An answer of any status, body read. */
export interface PostAnswer {
  readonly status: number;
  /** Name, value, name, value, … as they came. */
  readonly rawHeaders: readonly Buffer[];
  readonly text: string;
}

/** Told how an exchange ended, once. */
export interface PostOutcome {
  answered(answer: PostAnswer): void;
  failed(error: SubgraphUnavailable): void;
}

/**
 * Posts a JSON text and reads the answer, without streams, promises or header objects in between: half of what a
 * usual HTTP client costs is spent on those.
 */
export function postText(pool: Dispatcher, request: PostRequest, outcome: PostOutcome): void {
  new Exchange(request, outcome).start(pool);
}

/** An object rather than closures, because one is made for every call. */
class Exchange implements Dispatcher.DispatchHandler, Expirable, Cancellable {
  readonly #request: PostRequest;
  readonly #outcome: PostOutcome;
  #timer: NodeJS.Timeout | undefined;
  #abort: ((error?: Error) => void) | undefined;
  #status = 0;
  #rawHeaders: readonly Buffer[] = [];
  #first: Buffer | undefined;
  #more: Buffer[] | undefined;
  #bytes = 0;
  #settled = false;

  constructor(request: PostRequest, outcome: PostOutcome) {
    this.#request = request;
    this.#outcome = outcome;
  }

  start(pool: Dispatcher): void {
    const { path, headers, body, signal, timeoutMs } = this.#request;
    if (signal) {
      if (signal.aborted) {
        this.#fail(cancelled());
        return;
      }
      addAbortListener(signal, this);
    }
    this.#timer = armTimer(timeoutMs, this);
    pool.dispatch({ path, method: 'POST', headers, body }, this);
  }

  onConnect(abort: (error?: Error) => void): void {
    this.#abort = abort;
    if (this.#settled) abort();
  }

  onHeaders(status: number, headers: Buffer[]): boolean {
    this.#status = status;
    this.#rawHeaders = headers;
    return true;
  }

  onData(chunk: Buffer): boolean {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#request.maxAnswerBytes) {
      this.#fail(
        new SubgraphUnavailable('SUBGRAPH_ANSWER_TOO_LARGE', 'The subgraph answered more than is accepted.'),
      );
      return true;
    }
    if (!this.#first) this.#first = chunk;
    else (this.#more ??= [this.#first]).push(chunk);
    return true;
  }

  onComplete(): void {
    if (this.#settled) return;
    this.#settle();
    const whole = this.#more ? Buffer.concat(this.#more, this.#bytes) : this.#first;
    const text = whole === undefined ? '' : whole.toString('utf8');
    this.#outcome.answered({ status: this.#status, rawHeaders: this.#rawHeaders, text });
  }

  onError(error: Error): void {
    this.#fail(new SubgraphUnavailable('SUBGRAPH_UNAVAILABLE', 'The subgraph could not be reached.', error));
  }

  expire(): void {
    this.#fail(new SubgraphUnavailable('SUBGRAPH_TIMEOUT', 'The subgraph did not answer in time.'));
  }

  cancel(): void {
    this.#fail(cancelled());
  }

  #fail(error: SubgraphUnavailable): void {
    if (this.#settled) return;
    this.#settle();
    this.#outcome.failed(error);
    this.#abort?.(error);
  }

  #settle(): void {
    this.#settled = true;
    clearTimeout(this.#timer);
    const { signal } = this.#request;
    if (signal) removeAbortListener(signal, this);
  }
}

function cancelled(): SubgraphUnavailable {
  return new SubgraphUnavailable('REQUEST_CANCELLED', 'The request was cancelled.');
}
