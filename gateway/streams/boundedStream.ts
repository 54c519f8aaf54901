import type { EngineResponse } from '../engine/types.ts';

/** Why a stream is over. `slow`, `expired` and `closing` are our doing and are told to the client. */
export type StreamEnd = 'completed' | 'slow' | 'expired' | 'closing' | 'failed' | 'left';

/** Told to a client whose stream the gateway ended. */
export class StreamClosed extends Error {
  readonly code: string;
  readonly end: StreamEnd;

  constructor(end: StreamEnd) {
    const [code, message] = closings[end] ?? closings.failed;
    super(message);
    this.name = 'StreamClosed';
    this.code = code;
    this.end = end;
  }
}

const closings: { readonly [end in StreamEnd]?: readonly [code: string, message: string] } & {
  readonly failed: readonly [string, string];
} = {
  slow: [
    'SUBSCRIBER_TOO_SLOW',
    'This subscriber fell too far behind; subscribe again from the last event seen.',
  ],
  expired: ['UNAUTHENTICATED', 'The credential this stream was opened with has ended.'],
  closing: ['SHUTTING_DOWN', 'The server is stopping; subscribe again.'],
  failed: ['INTERNAL_SERVER_ERROR', 'The stream broke off on our side; subscribe again.'],
};

/** The body of a response that says why a stream was ended. */
export const closingBody = (closed: StreamClosed): string =>
  JSON.stringify({ errors: [{ message: closed.message, extensions: { code: closed.code } }] });

/** Events between the engine and one client, never more than a bound of them. */
export interface BoundedStream extends AsyncIterableIterator<EngineResponse, undefined> {
  /** Ends the stream from our side; the reader gets a `StreamClosed`. */
  end(reason: StreamEnd): void;
  return(): Promise<IteratorResult<EngineResponse, undefined>>;
  throw(): Promise<IteratorResult<EngineResponse, undefined>>;
}

export interface BoundedStreamOptions {
  /** Events that may wait for the client. */
  readonly limit: number;
  /** Called once, when the stream is over for whatever reason. */
  readonly onEnd?: (reason: StreamEnd, error?: unknown) => void;
}

type Step = IteratorResult<EngineResponse, undefined>;
const over: Step = { done: true, value: undefined };

/**
 * Takes events from the engine as they come and hands them to one client at its own pace. A client that
 * lets more than `limit` events wait is cut off: its backlog must not become ours.
 */
export function boundedStream(
  source: AsyncIterable<EngineResponse>,
  options: BoundedStreamOptions,
): BoundedStream {
  return new EventBuffer(source[Symbol.asyncIterator](), options);
}

/** Written as an iterator by hand, because a generator that waits for an event cannot be made to return. */
class EventBuffer implements BoundedStream {
  readonly #source: AsyncIterator<EngineResponse>;
  readonly #options: BoundedStreamOptions;
  readonly #waiting: EngineResponse[] = [];
  #ended: StreamEnd | undefined;
  #reader: { resolve: (step: Step) => void; reject: (error: unknown) => void } | undefined;
  #started = false;

  constructor(source: AsyncIterator<EngineResponse>, options: BoundedStreamOptions) {
    this.#source = source;
    this.#options = options;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Step> {
    if (!this.#started) {
      this.#started = true;
      void this.#pump();
    }
    return new Promise((resolve, reject) => {
      this.#reader = { resolve, reject };
      this.#serve();
    });
  }

  return(): Promise<Step> {
    this.end('left');
    return Promise.resolve(over);
  }

  throw(): Promise<Step> {
    return this.return();
  }

  end(reason: StreamEnd, error?: unknown): void {
    if (this.#ended !== undefined) return;
    this.#ended = reason;
    if (reason === 'slow' || reason === 'left') this.#waiting.length = 0;
    if (reason !== 'completed' && reason !== 'failed') void this.#leave();
    this.#options.onEnd?.(reason, error);
    this.#serve();
  }

  async #pump(): Promise<void> {
    try {
      for (;;) {
        const { value, done } = await this.#source.next();
        if (done === true) return this.end('completed');
        if (this.#ended !== undefined) return;
        if (this.#waiting.length >= this.#options.limit) return this.end('slow');
        this.#waiting.push(value);
        this.#serve();
      }
    } catch (error) {
      this.end('failed', error);
    }
  }

  #serve(): void {
    if (this.#reader === undefined) return;
    const next = this.#waiting.shift();
    const { resolve, reject } = this.#reader;
    if (next === undefined && this.#ended === undefined) return;
    this.#reader = undefined;
    if (next !== undefined) resolve({ done: false, value: next });
    else if (this.#ended === 'completed' || this.#ended === 'left') resolve(over);
    else reject(new StreamClosed(this.#ended as StreamEnd));
  }

  async #leave(): Promise<void> {
    try {
      await this.#source.return?.();
    } catch {
      // The source is being abandoned: there is nobody left to tell.
    }
  }
}
