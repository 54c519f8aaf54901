import type { Bus } from '../bus/bus.ts';
import type { Clock, Timer } from '../clock/clock.ts';
import type { Crashpoint } from '../crashpoint/crashpoint.ts';
import type { Log } from '../log/log.ts';
import { naturalBatches } from '../mongo/naturalBatches.ts';
import { eventOf, type JournalRow } from './journalRow.ts';
import type { JournalStore } from './journalStore.ts';
import { forgetKnown, hasMore, noteRow, openLane, type Lane } from './lane.ts';

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
  /** No other process writes this journal: saves a read for each event. @default false */
  readonly soleWriter?: boolean;
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
  const lanes = new Map<string, Lane>();
  const settle = naturalBatches<string>((consumer, eventIds) => store.settle(eventIds, consumer));
  let seenAll = false;
  let sweeper: Timer | undefined;
  let stopAcks: () => void = () => undefined;
  let stopWakes: () => void = () => undefined;
  let stopped = true;
  const working = new Set<Promise<void>>();

  const track = (work: Promise<void>): void => {
    const guarded = work.catch((error: unknown) =>
      log.error({ subgraph, error }, 'the relay could not ring'),
    );
    working.add(guarded);
    void guarded.finally(() => working.delete(guarded));
  };

  const keyOf = (stream: string, consumer: string): string => `${consumer}\n${stream}`;
  const laneOf = (stream: string, consumer: string): Lane => {
    const lane = lanes.get(keyOf(stream, consumer)) ?? openLane(stream, consumer);
    lanes.set(keyOf(stream, consumer), lane);
    return lane;
  };

  /** The next row of a lane: from memory, or the earliest owed one in the database. */
  const nextRow = async (lane: Lane): Promise<JournalRow | undefined> => {
    const known = lane.known.shift();
    if (known !== undefined || !lane.unsure) return known;
    lane.unsure = false;
    const [row, another] = await store.firstOwed(lane.stream, lane.consumer);
    if (another !== undefined) lane.unsure = true;
    if (row !== undefined) lane.lastSeq = Math.max(lane.lastSeq, row.seq);
    return row;
  };

  /** Ring for the next row of a lane; a lane without one is forgotten. */
  const pump = async (lane: Lane): Promise<void> => {
    while (!stopped && !lane.busy && lane.inFlight === undefined) {
      lane.busy = true;
      try {
        const row = await nextRow(lane);
        if (row !== undefined) {
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
      if (!hasMore(lane)) break;
    }
    if (lane.inFlight === undefined && !lane.busy && !hasMore(lane))
      lanes.delete(keyOf(lane.stream, lane.consumer));
  };

  const acknowledge = async (eventId: string, stream: string, consumer: string): Promise<void> => {
    crashpoint('relay.beforeSettle');
    await settle(consumer, eventId);
    const lane = lanes.get(keyOf(stream, consumer));
    if (lane === undefined) return;
    if (lane.inFlight === eventId) lane.inFlight = undefined;
    await pump(lane);
  };

  /** Says to rooms up to when they have everything: until now, or until the earliest event they are still owed. */
  const tellAlive = async (
    rooms: readonly string[],
    owed: readonly { consumer: string; at: number }[],
    atMs: number,
  ): Promise<void> => {
    const asOf = new Map<string, number>();
    for (const { consumer, at } of owed) asOf.set(consumer, Math.min(at, asOf.get(consumer) ?? atMs));
    for (const room of rooms)
      await bus.publish(`alive.${room}`, { owner: subgraph, atMs, asOfMs: asOf.get(room) ?? atMs });
  };

  const sweep = async (): Promise<void> => {
    const startedMs = clock.nowMs();
    const owed = await store.owedLanes(consumers, sweepLimit);
    await tellAlive(consumers, owed, startedMs);
    // Only when every owed row has a lane does a stream without one have nothing owed.
    seenAll = owed.length < sweepLimit;
    const late = owed.filter(({ at }) => at <= clock.nowMs() - sweepEveryMs);
    if (late.length > 0)
      log.info({ subgraph, count: late.length }, 'ringing again for events nobody acknowledged');
    for (const { stream, consumer } of owed) forgetKnown(laneOf(stream, consumer));
    for (const lane of [...lanes.values()]) await pump(lane);
  };

  /** A consumer has come up: what was rung before it listened was lost, and must not wait for the sweep. */
  const wake = async (consumer: string): Promise<void> => {
    const startedMs = clock.nowMs();
    const owed = await store.owedLanes([consumer], sweepLimit);
    await tellAlive([consumer], owed, startedMs);
    for (const { stream } of owed) {
      const lane = laneOf(stream, consumer);
      forgetKnown(lane);
      await pump(lane);
    }
  };

  return {
    ring: (rows) => {
      if (stopped) return;
      for (const row of rows) {
        for (const consumer of row.pending) {
          const lane = laneOf(row.stream, consumer);
          noteRow(lane, row, soleWriter && seenAll);
          track(pump(lane));
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
      lanes.clear();
    },
    openLanes: () => lanes.size,
  };
}
