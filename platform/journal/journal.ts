import type { Connection } from '../mongo/mongoTypes.ts';
import type { Bus } from '../bus/bus.ts';
import type { Clock } from '../clock/clock.ts';
import { noCrashpoint, type Crashpoint } from '../crashpoint/crashpoint.ts';
import type { NewId } from '../ids/ids.ts';
import type { Log } from '../log/log.ts';
import { keyedQueue } from '../mongo/keyedQueue.ts';
import type { Tx } from '../mongo/withTransaction.ts';
import { checkedPayload, type EventTypes } from './eventTypes.ts';
import { followStream } from './follow.ts';
import { createInbox, type Reactions } from './inbox.ts';
import { eventOf, type JournalEvent, type JournalRow, type NewEvent } from './journalRow.ts';
import { journalStore, type JournalStore } from './journalStore.ts';
import { createRelay } from './relay.ts';
import { stoppable } from '../streams/stoppable.ts';
import type { Subscriptions } from './subscriptions.ts';
import { createTail } from './tail.ts';
import { watchStreams } from './watch.ts';

/** What one append writes. */
export interface Append {
  readonly stream: string;
  /** Seq of the last event of the stream as the writer saw it; 0 for a new stream. */
  readonly expectedSeq: number;
  readonly events: readonly NewEvent[];
  /** Subject of the identity that caused it. */
  readonly actor: string;
  /** Request id, or id of the event reacted to. */
  readonly cause: string;
}

/** The journal of one subgraph together with its relay, sweeper and inbox. */
export interface Journal {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly crashpoint: Crashpoint;
  /** Serialises work on one stream inside this process. */
  readonly exclusive: <T>(stream: string, task: () => Promise<T>) => Promise<T>;
  /** Write events in the caller's transaction; VersionConflictError when somebody was faster. */
  append(tx: Tx, append: Append): Promise<JournalEvent[]>;
  /** Events of a stream after `afterSeq`, in order, all of them. */
  read(stream: string, afterSeq?: number): Promise<JournalEvent[]>;
  /** Replay after `afterSeq`, then live; ends when the signal aborts or the iterator is closed. */
  follow(stream: string, afterSeq?: number, signal?: AbortSignal): AsyncIterableIterator<JournalEvent>;
  /** Names of streams with this prefix that got new events, from now on; what happened is read from them. */
  watch(prefix: string, signal?: AbortSignal): AsyncIterableIterator<string>;
  /** Publish everything owed again, now. */
  sweep(): Promise<void>;
  /** Is nothing under way here: no event waiting for an acknowledgement, none being applied? */
  isIdle(): boolean;
  /** Create collections and indexes, listen, sweep once. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** What a journal is made of. */
export interface JournalOptions {
  /** Name of the subgraph; also the name under which it consumes. */
  readonly subgraph: string;
  readonly connection: Connection;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly eventTypes: EventTypes;
  readonly subscriptions: Subscriptions;
  /** What this subgraph does on events. */
  readonly reactions?: Reactions;
  /**
   * Hears from the subgraphs whose events this one consumes, at their start, at ours and with each of their sweeps: at
   * `atMs` (their clock) this subgraph had every event up to `asOfMs`.
   */
  readonly onAlive?: (owner: string, atMs: number, asOfMs: number) => void;
  /** @default 60_000 */
  readonly sweepEveryMs?: number;
  /** No other process writes this journal: saves a read for each event. @default false */
  readonly soleWriter?: boolean;
  readonly crashpoint?: Crashpoint;
}

/** Create the journal of one subgraph. Nothing runs before `start()`. */
export function createJournal(options: JournalOptions): Journal {
  checkReactions(options);
  const { subgraph, connection, bus, clock, log, subscriptions, reactions = {} } = options;
  const crashpoint = options.crashpoint ?? noCrashpoint;
  const store = journalStore(connection);
  const tail = createTail();
  const { consumers } = subscriptions;
  const relay = createRelay({ ...options, store, crashpoint, consumers });
  const inbox = createInbox({
    ...{ consumer: subgraph, connection, bus, clock, log, crashpoint, reactions },
    eventTypes: options.eventTypes,
  });
  const instance = options.newId();
  const announce = (stream: string, rows: readonly JournalRow[]): void => {
    crashpoint('journal.afterCommit');
    tail.notify(stream, rows);
    relay.publish(rows);
    bus.publish(`tail.${subgraph}`, { stream, from: instance }).catch((error: unknown) => {
      log.warn({ subgraph, error }, 'other processes were not told of new events');
    });
  };
  let endings: readonly (() => void)[] = [];

  return {
    ...{ connection, clock, crashpoint, exclusive: keyedQueue() },
    append: async (tx, append) => {
      if (append.events.length === 0) return [];
      const rows = rowsOf(options, append);
      await store.insert(tx, rows);
      tx.afterCommit(() => announce(append.stream, rows));
      return rows.map(eventOf);
    },
    read: async (stream, afterSeq = 0) => (await readAll(store, stream, afterSeq)).map(eventOf),
    follow: (stream, afterSeq = 0, signal) => {
      const read = (seq: number) => store.readAfter(stream, seq);
      return stoppable((inner) => followStream({ read, tail, stream, afterSeq, signal: inner }), signal);
    },
    watch: (prefix, signal) => stoppable((inner) => watchStreams(tail, prefix, inner), signal),
    sweep: relay.sweep,
    isIdle: () => relay.openQueues() === 0 && inbox.working() === 0,
    start: async () => {
      await Promise.all([store.prepare(), inbox.prepare()]);
      inbox.start();
      const endAlive = await hearOwners(options);
      const endTail = bus.subscribe(`tail.${subgraph}`, ({ stream, from }) => {
        if (from !== instance) tail.notify(String(stream), []);
      });
      endings = [endTail, endAlive];
      await relay.start();
    },
    stop: async () => {
      for (const end of endings) end();
      await inbox.stop();
      await relay.stop();
    },
  };
}

/** The rows that an append writes. */
function rowsOf(
  { newId, clock, eventTypes, subscriptions }: JournalOptions,
  { stream, expectedSeq, events, actor, cause }: Append,
): JournalRow[] {
  return events.map(({ type, data }, index) => ({
    ...{ _id: newId(), stream, seq: expectedSeq + index + 1, type, at: clock.nowMs(), actor, cause },
    ...checkedPayload(eventTypes, type, data),
    pending: subscriptions.consumersOf(type),
  }));
}

async function readAll(store: JournalStore, stream: string, afterSeq: number): Promise<JournalRow[]> {
  const rows: JournalRow[] = [];
  for (let page = await store.readAfter(stream, afterSeq); page.length > 0;) {
    rows.push(...page);
    page = await store.readAfter(stream, rows.at(-1)?.seq ?? afterSeq);
  }
  return rows;
}

/** Listens to the subgraphs whose events this one consumes, and tells them that it is there. */
async function hearOwners({ subgraph, bus, onAlive, reactions = {} }: JournalOptions): Promise<() => void> {
  const end = bus.subscribe(`alive.${subgraph}`, ({ owner, atMs, asOfMs }) =>
    onAlive?.(String(owner), Number(atMs), Number(asOfMs)),
  );
  // An event type begins with the name of the subgraph that writes it.
  const owners = new Set(Object.keys(reactions).map((type) => type.slice(0, type.indexOf('.'))));
  for (const owner of owners) await bus.publish(`awake.${owner}`, { consumer: subgraph });
  return end;
}

/** An event that is owed to a subgraph without a reaction would be acknowledged unseen; one not owed never comes. */
function checkReactions({ subgraph, eventTypes, subscriptions, reactions = {}, log }: JournalOptions): void {
  const isOwed = (type: string): boolean => subscriptions.consumersOf(type).includes(subgraph);
  const ignored = Object.keys(eventTypes).filter((type) => isOwed(type) && reactions[type] === undefined);
  if (ignored.length > 0)
    throw new Error(`${subgraph} consumes ${ignored.join(', ')} and has no reaction to it.`);
  for (const eventType of Object.keys(reactions)) {
    if (!isOwed(eventType))
      log.warn({ subgraph, eventType }, 'a reaction to an event that no subgraph sends here');
  }
}
