import type { Bus } from '../bus/bus.ts';
import type { Crashpoint } from '../crashpoint/crashpoint.ts';
import { naturalBatches } from '../mongo/naturalBatches.ts';
import { forgetKnown, hasMore, noteRow, openQueue, type ConsumerQueue } from './consumerQueue.ts';
import { eventOf, type JournalRow } from './journalRow.ts';
import type { JournalStore } from './journalStore.ts';

/** What the queues of a relay stand on. */
export interface QueueParts {
  readonly subgraph: string;
  readonly store: JournalStore;
  readonly bus: Bus;
  readonly crashpoint: Crashpoint;
}

/**
 * Queues of events to consumers: one stream for one consumer each. In a queue the next event is published only after
 * the one before was acknowledged, so consumers see every stream in order.
 */
export class ConsumerQueues {
  readonly #parts: QueueParts;
  readonly #queues = new Map<string, ConsumerQueue>();
  readonly #settle: (consumer: string, eventId: string) => Promise<void>;
  #stopped = true;

  constructor(parts: QueueParts) {
    this.#parts = parts;
    this.#settle = naturalBatches<string>((consumer, eventIds) => parts.store.settle(eventIds, consumer));
  }

  /** Queues that wait for an acknowledgement. */
  get size(): number {
    return this.#queues.size;
  }

  /** Nothing is published before this. */
  open(): void {
    this.#stopped = false;
  }

  /** Publishes nothing more. */
  close(): void {
    this.#stopped = true;
  }

  forgetAll(): void {
    this.#queues.clear();
  }

  /** A row has committed. @param isComplete whether all earlier rows of its stream are known here or applied. */
  add(row: JournalRow, consumer: string, isComplete: boolean): Promise<void> {
    const queue = this.#queueOf(row.stream, consumer);
    noteRow(queue, row, isComplete);
    return this.#pump(queue);
  }

  /** The database is asked again for what a queue owes, also if its last message was never acknowledged. */
  restart(stream: string, consumer: string): void {
    forgetKnown(this.#queueOf(stream, consumer));
  }

  async pump(stream: string, consumer: string): Promise<void> {
    await this.#pump(this.#queueOf(stream, consumer));
  }

  async pumpAll(): Promise<void> {
    for (const queue of [...this.#queues.values()]) await this.#pump(queue);
  }

  /** A consumer has applied an event: the next one may follow. */
  async acknowledge(eventId: string, stream: string, consumer: string): Promise<void> {
    this.#parts.crashpoint('relay.beforeSettle');
    await this.#settle(consumer, eventId);
    const queue = this.#queues.get(keyOf(stream, consumer));
    if (queue === undefined) return;
    if (queue.inFlight === eventId) queue.inFlight = undefined;
    await this.#pump(queue);
  }

  #queueOf(stream: string, consumer: string): ConsumerQueue {
    const queue = this.#queues.get(keyOf(stream, consumer)) ?? openQueue(stream, consumer);
    this.#queues.set(keyOf(stream, consumer), queue);
    return queue;
  }

  /** Publish the next row of a queue; a queue without one is forgotten. */
  async #pump(queue: ConsumerQueue): Promise<void> {
    while (!this.#stopped && !queue.busy && queue.inFlight === undefined) {
      queue.busy = true;
      try {
        const row = await this.#nextRow(queue);
        if (row !== undefined) await this.#publish(queue, row);
      } finally {
        queue.busy = false;
      }
      if (!hasMore(queue)) break;
    }
    if (queue.inFlight === undefined && !queue.busy && !hasMore(queue))
      this.#queues.delete(keyOf(queue.stream, queue.consumer));
  }

  /** The next row of a queue: from memory, or the earliest owed one in the database. */
  async #nextRow(queue: ConsumerQueue): Promise<JournalRow | undefined> {
    const known = queue.known.shift();
    if (known !== undefined || !queue.unsure) return known;
    queue.unsure = false;
    const [row, another] = await this.#parts.store.firstOwed(queue.stream, queue.consumer);
    if (another !== undefined) queue.unsure = true;
    if (row !== undefined) queue.lastSeq = Math.max(queue.lastSeq, row.seq);
    return row;
  }

  async #publish(queue: ConsumerQueue, row: JournalRow): Promise<void> {
    const { bus, crashpoint, subgraph: owner } = this.#parts;
    const { consumer } = queue;
    queue.inFlight = row._id;
    crashpoint('relay.beforePublish');
    await bus.publish(`event.${consumer}`, { event: eventOf(row), consumer, owner });
  }
}

const keyOf = (stream: string, consumer: string): string => `${consumer}\n${stream}`;
