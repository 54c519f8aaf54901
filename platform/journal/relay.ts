import type { Bus } from '../bus/bus.ts';
import type { Clock, Timer } from '../clock/clock.ts';
import type { Crashpoint } from '../crashpoint/crashpoint.ts';
import type { Log } from '../log/log.ts';
import { naturalBatches } from '../mongo/naturalBatches.ts';
import { eventOf, type JournalRow } from './journalRow.ts';
import type { JournalStore } from './journalStore.ts';
import { forgetKnown, hasMore, noteRow, openQueue, type ConsumerQueue } from './consumerQueue.ts';

/** What the relay needs. */
export interface RelayOptions {
  readonly subgraph: string;
  readonly store: JournalStore;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  readonly consumers: readonly string[];
  readonly crashpoint: Crashpoint;
  /** How often rows still owed are published again, by the clock. @default 60_000 */
  readonly sweepEveryMs?: number;
  /** No other process writes this journal: saves a read for each event. @default false */
  readonly soleWriter?: boolean;
}

/**
 * Rings for committed rows until each consumer has said it applied them. A queue is one stream for one consumer: in a
 * queue the next event is published only after the one before was acknowledged, so consumers see every stream in order.
 */
export interface Relay {
  publish(rows: readonly JournalRow[]): void;
  /** Look for owed rows in the database and publish them; also forgets messages nobody acknowledged. */
  sweep(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Queues that are waiting for an acknowledgement in this process. */
  readonly openQueues: () => number;
}

/** Most owed rows looked at in one sweep; the rest is met by the next. */
const sweepLimit = 5_000;

/** Create the relay of one subgraph's journal. */
export function createRelay(options: RelayOptions): Relay {
  const {
    subgraph,
    store,
    bus,
    clock,
    log,
    consumers,
    crashpoint,
    sweepEveryMs = 60_000,
    soleWriter = false,
  } = options;
  const queues = new Map<string, ConsumerQueue>();
  const settle = naturalBatches<string>((consumer, eventIds) => store.settle(eventIds, consumer));
  let seenAll = false;
  let sweeper: Timer | undefined;
  let stopAcks: () => void = () => undefined;
  let stopWakes: () => void = () => undefined;
  let stopped = true;
  const working = new Set<Promise<void>>();

  const track = (work: Promise<void>): void => {
    const guarded = work.catch((error: unknown) =>
      log.error({ subgraph, error }, 'the relay could not publish'),
    );
    working.add(guarded);
    void guarded.finally(() => working.delete(guarded));
  };

  const keyOf = (stream: string, consumer: string): string => `${consumer}\n${stream}`;
  const laneOf = (stream: string, consumer: string): ConsumerQueue => {
    const queue = queues.get(keyOf(stream, consumer)) ?? openQueue(stream, consumer);
    queues.set(keyOf(stream, consumer), queue);
    return queue;
  };

  /** The next row of a queue: from memory, or the earliest owed one in the database. */
  const nextRow = async (queue: ConsumerQueue): Promise<JournalRow | undefined> => {
    const known = queue.known.shift();
    if (known !== undefined || !queue.unsure) return known;
    queue.unsure = false;
    const [row, another] = await store.firstOwed(queue.stream, queue.consumer);
    if (another !== undefined) queue.unsure = true;
    if (row !== undefined) queue.lastSeq = Math.max(queue.lastSeq, row.seq);
    return row;
  };

  /** Ring for the next row of a queue; a queue without one is forgotten. */
  const pump = async (queue: ConsumerQueue): Promise<void> => {
    while (!stopped && !queue.busy && queue.inFlight === undefined) {
      queue.busy = true;
      try {
        const row = await nextRow(queue);
        if (row !== undefined) {
          queue.inFlight = row._id;
          crashpoint('relay.beforePublish');
          await bus.publish(`event.${queue.consumer}`, {
            event: eventOf(row),
            consumer: queue.consumer,
            owner: subgraph,
          });
        }
      } finally {
        queue.busy = false;
      }
      if (!hasMore(queue)) break;
    }
    if (queue.inFlight === undefined && !queue.busy && !hasMore(queue))
      queues.delete(keyOf(queue.stream, queue.consumer));
  };

  const acknowledge = async (eventId: string, stream: string, consumer: string): Promise<void> => {
    crashpoint('relay.beforeSettle');
    await settle(consumer, eventId);
    const queue = queues.get(keyOf(stream, consumer));
    if (queue === undefined) return;
    if (queue.inFlight === eventId) queue.inFlight = undefined;
    await pump(queue);
  };

  /** Says to consumers up to when they have everything of ours: until now, or until the earliest event they are owed. */
  const tellAlive = async (
    told: readonly string[],
    owed: readonly { consumer: string; at: number }[],
    atMs: number,
  ): Promise<void> => {
    const asOf = new Map<string, number>();
    for (const { consumer, at } of owed) asOf.set(consumer, Math.min(at, asOf.get(consumer) ?? atMs));
    for (const consumer of told)
      await bus.publish(`alive.${consumer}`, { owner: subgraph, atMs, asOfMs: asOf.get(consumer) ?? atMs });
  };

  const sweep = async (): Promise<void> => {
    const startedMs = clock.nowMs();
    const owed = await store.owedQueues(consumers, sweepLimit);
    await tellAlive(consumers, owed, startedMs);
    // Only when every owed row has a queue does a stream without one have nothing owed.
    seenAll = owed.length < sweepLimit;
    const late = owed.filter(({ at }) => at <= clock.nowMs() - sweepEveryMs);
    if (late.length > 0)
      log.info({ subgraph, count: late.length }, 'events nobody acknowledged are published again');
    for (const { stream, consumer } of owed) forgetKnown(laneOf(stream, consumer));
    for (const queue of [...queues.values()]) await pump(queue);
  };

  /** A consumer has come up: what was published before it listened was lost, and must not wait for the sweep. */
  const wake = async (consumer: string): Promise<void> => {
    const startedMs = clock.nowMs();
    const owed = await store.owedQueues([consumer], sweepLimit);
    await tellAlive([consumer], owed, startedMs);
    for (const { stream } of owed) {
      const queue = laneOf(stream, consumer);
      forgetKnown(queue);
      await pump(queue);
    }
  };

  return {
    publish: (rows) => {
      if (stopped) return;
      for (const row of rows) {
        for (const consumer of row.pending) {
          const queue = laneOf(row.stream, consumer);
          noteRow(queue, row, soleWriter && seenAll);
          track(pump(queue));
        }
      }
    },
    sweep,
    start: async () => {
      stopped = false;
      stopAcks = bus.subscribe(`ack.${subgraph}`, ({ eventId, stream, consumer }) => {
        track(acknowledge(String(eventId), String(stream), String(consumer)));
      });
      stopWakes = bus.subscribe(`awake.${subgraph}`, ({ consumer }) => track(wake(String(consumer))));
      sweeper = clock.every(sweepEveryMs, () =>
        sweep().catch((error: unknown) => log.error({ subgraph, error }, 'the sweep failed')),
      );
      await sweep();
    },
    stop: async () => {
      stopped = true;
      sweeper?.cancel();
      stopAcks();
      stopWakes();
      while (working.size > 0) await Promise.all(working);
      queues.clear();
    },
    openQueues: () => queues.size,
  };
}
