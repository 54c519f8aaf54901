import type { EngineResponse } from '../types.ts';

/**
 * The events one subscriber has not taken yet: bounded, so that a slow one cannot fill the memory. Taking is an
 * async iteration; leaving it (`return`) tells the owner.
 */
export class SubscriberQueue implements AsyncIterableIterator<EngineResponse> {
  readonly #capacity: number;
  readonly #onLeave: () => void;
  #events: EngineResponse[] = [];
  #taker: ((result: IteratorResult<EngineResponse, undefined>) => void) | undefined;
  #ended = false;

  constructor(capacity: number, onLeave: () => void) {
    this.#capacity = capacity;
    this.#onLeave = onLeave;
  }

  /** Adds an event; false when the subscriber lags too far behind to get it. */
  push(event: EngineResponse): boolean {
    if (this.#ended) return true;
    if (this.#taker) {
      const take = this.#taker;
      this.#taker = undefined;
      take({ value: event, done: false });
      return true;
    }
    if (this.#events.length >= this.#capacity) return false;
    this.#events.push(event);
    return true;
  }

  /** Ends the stream after what is queued, or after `last` alone. */
  end(last?: EngineResponse): void {
    if (this.#ended) return;
    if (last) {
      this.#events = this.#taker ? [] : [last];
      if (this.#taker) this.push(last);
    }
    this.#ended = true;
    this.#taker?.({ value: undefined, done: true });
    this.#taker = undefined;
  }

  next(): Promise<IteratorResult<EngineResponse, undefined>> {
    const event = this.#events.shift();
    if (event) return Promise.resolve({ value: event, done: false });
    if (this.#ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => {
      this.#taker = resolve;
    });
  }

  return(): Promise<IteratorResult<EngineResponse, undefined>> {
    this.#events = [];
    this.end();
    this.#onLeave();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
