import type { EngineResponse } from '../types.ts';
import { SubscriberQueue } from './subscriberQueue.ts';

/**
 * A source of finished events with its subscribers: reads while somebody listens, ends with the last one. Whoever
 * subscribes after the first event misses it: ask `hasBegun` in the same turn.
 */
export class EventStream {
  readonly #source: AsyncIterator<EngineResponse>;
  readonly #queues = new Set<SubscriberQueue>();
  readonly #onEnd: () => void;
  #begun = false;
  #ended = false;

  /** `onEnd` is called once, when the source is exhausted or nobody listens any more. */
  constructor(source: AsyncIterator<EngineResponse>, onEnd: () => void) {
    this.#source = source;
    this.#onEnd = onEnd;
  }

  /** Whether an event was handed out, or the stream is over. */
  get hasBegun(): boolean {
    return this.#begun || this.#ended;
  }

  /** Adds a subscriber that may lag `capacity` events behind; `signal` ends it. The first one starts the reading. */
  subscribe(capacity: number, signal: AbortSignal | undefined): AsyncIterable<EngineResponse> {
    const leave = () => {
      signal?.removeEventListener('abort', abort);
      this.#remove(queue);
    };
    const queue = new SubscriberQueue(capacity, leave);
    const abort = () => void queue.return();
    const isFirst = this.#queues.size === 0;
    this.#queues.add(queue);
    if (signal?.aborted === true) abort();
    else signal?.addEventListener('abort', abort, { once: true });
    if (isFirst && !this.#ended) void this.#pump();
    return queue;
  }

  async #pump(): Promise<void> {
    try {
      while (!this.#ended) {
        const { value, done } = await this.#source.next();
        if (done === true) break;
        this.#begun = true;
        for (const queue of this.#queues) {
          if (!queue.push(value as EngineResponse)) this.#dismiss(queue);
        }
      }
      this.#finish(undefined);
    } catch {
      this.#finish(lastWord('The subscription was interrupted.', 'SUBSCRIPTION_INTERRUPTED'));
    }
  }

  #dismiss(queue: SubscriberQueue): void {
    queue.end(lastWord('The subscriber does not keep up with the events.', 'SUBSCRIBER_TOO_SLOW'));
    this.#remove(queue);
  }

  #remove(queue: SubscriberQueue): void {
    if (!this.#queues.delete(queue) || this.#queues.size > 0) return;
    this.#finish(undefined);
    void this.#source.return?.().catch(() => undefined);
  }

  #finish(last: EngineResponse | undefined): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const queue of this.#queues) queue.end(last);
    this.#queues.clear();
    this.#onEnd();
  }
}

function lastWord(message: string, code: string): EngineResponse {
  return { body: JSON.stringify({ errors: [{ message, extensions: { code } }] }), outcome: 'errors' };
}
