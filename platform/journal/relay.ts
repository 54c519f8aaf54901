import type { Bus } from '../bus/bus.ts';
import type { Clock, Timer } from '../clock/clock.ts';
import type { Crashpoint } from '../crashpoint/crashpoint.ts';
import type { Log } from '../log/log.ts';
import { ConsumerQueues } from './consumerQueues.ts';
import type { JournalRow } from './journalRow.ts';
import type { JournalStore } from './journalStore.ts';

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
  readonly sweepEveryMs?: number | undefined;
  /** No other process writes this journal: saves a read for each event. @default false */
  readonly soleWriter?: boolean | undefined;
}

/** Publishes committed rows until each consumer has said it applied them. */
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
  const { subgraph, bus, clock, log, sweepEveryMs = 60_000, soleWriter = false } = options;
  const queues = new ConsumerQueues(options);
  const work = trackedWork((error) => log.error({ subgraph, error }, 'the relay could not publish'));
  /** Only when every owed row has a queue does a stream without one have nothing owed. */
  let seenAll = false;
  let isOpen = false;
  let endings: readonly (() => void)[] = [];

  const sweep = async (): Promise<void> => {
    const owed = await owedNow(options, options.consumers);
    seenAll = owed.length < sweepLimit;
    const late = owed.filter(({ at }) => at <= clock.nowMs() - sweepEveryMs);
    if (late.length > 0)
      log.info({ subgraph, count: late.length }, 'events nobody acknowledged are published again');
    for (const { stream, consumer } of owed) queues.restart(stream, consumer);
    await queues.pumpAll();
  };
  /** A consumer has come up: what was published before it listened was lost, and must not wait for the sweep. */
  const wake = async (consumer: string): Promise<void> => {
    for (const { stream } of await owedNow(options, [consumer])) {
      queues.restart(stream, consumer);
      await queues.pump(stream, consumer);
    }
  };

  return {
    publish: (rows) => {
      if (!isOpen) return;
      for (const row of rows)
        for (const consumer of row.pending) work.add(queues.add(row, consumer, soleWriter && seenAll));
    },
    sweep,
    start: async () => {
      isOpen = true;
      queues.open();
      const sweeper: Timer = clock.every(sweepEveryMs, () =>
        sweep().catch((error: unknown) => log.error({ subgraph, error }, 'the sweep failed')),
      );
      endings = [
        () => sweeper.cancel(),
        bus.subscribe(`ack.${subgraph}`, ({ eventId, stream, consumer }) => {
          work.add(queues.acknowledge(String(eventId), String(stream), String(consumer)));
        }),
        bus.subscribe(`awake.${subgraph}`, ({ consumer }) => work.add(wake(String(consumer)))),
      ];
      await sweep();
    },
    stop: async () => {
      isOpen = false;
      queues.close();
      for (const end of endings) end();
      await work.ended();
      queues.forgetAll();
    },
    openQueues: () => queues.size,
  };
}

/** Streams owed to consumers now. Tells them up to when they have everything: now, or their earliest owed event. */
async function owedNow(
  { subgraph, store, bus, clock }: RelayOptions,
  consumers: readonly string[],
): Promise<{ stream: string; consumer: string; at: number }[]> {
  const atMs = clock.nowMs();
  const owed = await store.owedQueues(consumers, sweepLimit);
  const asOf = new Map<string, number>();
  for (const { consumer, at } of owed) asOf.set(consumer, Math.min(at, asOf.get(consumer) ?? atMs));
  for (const consumer of consumers)
    await bus.publish(`alive.${consumer}`, { owner: subgraph, atMs, asOfMs: asOf.get(consumer) ?? atMs });
  return owed;
}

/** Work that nobody waits for, but that must have ended before a stop is complete. */
function trackedWork(failed: (error: unknown) => void): {
  add(work: Promise<void>): void;
  ended(): Promise<void>;
} {
  const working = new Set<Promise<void>>();
  return {
    add: (work) => {
      const guarded = work.catch(failed);
      working.add(guarded);
      void guarded.finally(() => working.delete(guarded));
    },
    ended: async () => {
      while (working.size > 0) await Promise.all(working);
    },
  };
}
