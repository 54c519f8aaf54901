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
 * lets more than `limit` events wait is cut off: its backlog must not become ours. Written as an iterator
 * by hand, because a generator that waits for an event cannot be made to return.
 */
export function boundedStream(
  source: AsyncIterable<EngineResponse>,
  options: BoundedStreamOptions,
): BoundedStream {
  const iterator = source[Symbol.asyncIterator]();
  const waiting: EngineResponse[] = [];
  let ended: StreamEnd | undefined;
  let reader: { resolve: (step: Step) => void; reject: (error: unknown) => void } | undefined;
  let started = false;

  const leave = async (): Promise<void> => {
    try {
      await iterator.return?.();
    } catch {
      // The source is being abandoned: there is nobody left to tell.
    }
  };

  const serve = (): void => {
    if (reader === undefined) return;
    const next = waiting.shift();
    const { resolve, reject } = reader;
    if (next === undefined && ended === undefined) return;
    reader = undefined;
    if (next !== undefined) resolve({ done: false, value: next });
    else if (ended === 'completed' || ended === 'left') resolve(over);
    else reject(new StreamClosed(ended as StreamEnd));
  };

  const finish = (reason: StreamEnd, error?: unknown): void => {
    if (ended !== undefined) return;
    ended = reason;
    if (reason === 'slow' || reason === 'left') waiting.length = 0;
    if (reason !== 'completed' && reason !== 'failed') void leave();
    options.onEnd?.(reason, error);
    serve();
  };

  const pump = async (): Promise<void> => {
    try {
      for (;;) {
        const { value, done } = await iterator.next();
        if (done === true) return finish('completed');
        if (ended !== undefined) return;
        if (waiting.length >= options.limit) return finish('slow');
        waiting.push(value);
        serve();
      }
    } catch (error) {
      finish('failed', error);
    }
  };

  const stream: BoundedStream = {
    [Symbol.asyncIterator]: () => stream,
    end: finish,
    next() {
      if (!started) {
        started = true;
        void pump();
      }
      return new Promise((resolve, reject) => {
        reader = { resolve, reject };
        serve();
      });
    },
    return() {
      finish('left');
      return Promise.resolve(over);
    },
    throw: () => stream.return(),
  };
  return stream;
}
