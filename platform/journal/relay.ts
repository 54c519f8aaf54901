import type { Bus } from '../bus/bus.ts';
import type { Clock, Timer } from '../clock/clock.ts';
import type { Crashpoint } from '../crashpoint/crashpoint.ts';
import type { Log } from '../log/log.ts';
import { eventOf, type JournalRow } from './journalRow.ts';
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
  /** How often rows still owed are rung again, by the clock. @default 60_000 */
  readonly sweepEveryMs?: number;
}

/**
 * Rings for committed rows until each consumer has said it applied them. A lane is one stream for one consumer: in a
 * lane the next event is rung only after the one before was acknowledged, so consumers see every stream in order.
 */
export interface Relay {
  ring(rows: readonly JournalRow[]): void;
  /** Look for owed rows in the database and ring for them; also forgets rings nobody answered. */
  sweep(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Lanes that are waiting for an acknowledgement in this process. */
  readonly openLanes: () => number;
}

interface Lane {
  readonly stream: string;
  readonly consumer: string;
  /** Above 0 when more rows wait behind the one in flight. */
  expected: number;
  inFlight: string | undefined;
  busy: boolean;
}

/** Most owed rows looked at in one sweep; the rest is met by the next. */
const sweepLimit = 5_000;

/** Create the relay of one subgraph's journal. */
export function createRelay(options: RelayOptions): Relay {
  const { subgraph, store, bus, clock, log, consumers, crashpoint, sweepEveryMs = 60_000 } = options;
  const lanes = new Map<string, Lane>();
  let sweeper: Timer | undefined;
  let stopAcks: () => void = () => undefined;
  let stopped = true;
  const working = new Set<Promise<void>>();

  const track = (work: Promise<void>): void => {
    const guarded = work.catch((error: unknown) =>
      log.error({ subgraph, error }, 'the relay could not ring'),
    );
    working.add(guarded);
    void guarded.finally(() => working.delete(guarded));
  };

  const laneOf = (stream: string, consumer: string): Lane => {
    const key = `${consumer}\n${stream}`;
    const lane = lanes.get(key) ?? { stream, consumer, expected: 0, inFlight: undefined, busy: false };
    lanes.set(key, lane);
    return lane;
  };

  /** Ring for the earliest owed row of a lane; a lane without one is forgotten. */
  const pump = async (lane: Lane, known?: JournalRow): Promise<void> => {
    if (stopped || lane.busy || lane.inFlight !== undefined) return;
    lane.busy = true;
    try {
      lane.expected = 0;
      const [row, another] =
        known === undefined ? await store.firstOwed(lane.stream, lane.consumer) : [known];
      if (another !== undefined) lane.expected += 1;
      if (row === undefined) {
        if (lane.expected === 0) lanes.delete(`${lane.consumer}\n${lane.stream}`);
      } else {
        lane.inFlight = row._id;
        crashpoint('relay.beforePublish');
        await bus.publish(`event.${lane.consumer}`, {
          event: eventOf(row),
          consumer: lane.consumer,
          owner: subgraph,
        });
      }
    } finally {
      lane.busy = false;
    }
    if (lane.inFlight === undefined && lane.expected > 0) await pump(lane);
  };

  const acknowledge = async (eventId: string, stream: string, consumer: string): Promise<void> => {
    crashpoint('relay.beforeSettle');
    await store.settle(eventId, consumer);
    const lane = lanes.get(`${consumer}\n${stream}`);
    if (lane === undefined) return;
    if (lane.inFlight === eventId) lane.inFlight = undefined;
    if (lane.inFlight !== undefined) return;
    if (lane.expected > 0) await pump(lane);
    else lanes.delete(`${consumer}\n${stream}`);
  };

  const sweep = async (): Promise<void> => {
    const owed = await store.owedLanes(consumers, sweepLimit);
    const late = owed.filter(({ at }) => at <= clock.nowMs() - sweepEveryMs);
    if (late.length > 0)
      log.info({ subgraph, count: late.length }, 'ringing again for events nobody acknowledged');
    for (const { stream, consumer } of owed) {
      const lane = laneOf(stream, consumer);
      lane.inFlight = undefined;
      lane.expected++;
    }
    const open = [...lanes.values()];
    for (const lane of open) await pump(lane);
  };

  return {
    ring: (rows) => {
      if (stopped) return;
      for (const row of rows) {
        for (const consumer of row.pending) {
          const lane = laneOf(row.stream, consumer);
          lane.expected++;
          // The first event of a stream has nothing before it, so it needs no look into the database.
          if (lane.inFlight === undefined && !lane.busy) track(pump(lane, row.seq === 1 ? row : undefined));
        }
      }
    },
    sweep,
    start: async () => {
      stopped = false;
      stopAcks = bus.subscribe(`ack.${subgraph}`, ({ eventId, stream, consumer }) => {
        track(acknowledge(String(eventId), String(stream), String(consumer)));
      });
      sweeper = clock.every(sweepEveryMs, () =>
        sweep().catch((error: unknown) => log.error({ subgraph, error }, 'the sweep failed')),
      );
      await sweep();
    },
    stop: async () => {
      stopped = true;
      sweeper?.cancel();
      stopAcks();
      while (working.size > 0) await Promise.all(working);
      lanes.clear();
    },
    openLanes: () => lanes.size,
  };
}
