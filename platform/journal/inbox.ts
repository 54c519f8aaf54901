import { setTimeout as delay } from 'node:timers/promises';
import type { Collection, Connection } from '../mongo/mongoTypes.ts';
import type { Bus } from '../bus/bus.ts';
import type { Crashpoint } from '../crashpoint/crashpoint.ts';
import type { Clock, Timer } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';
import { databaseOf, ignoreExisting } from '../mongo/connect.ts';
import { keyedQueue } from '../mongo/keyedQueue.ts';
import { limiter } from '../mongo/limiter.ts';
import { isDuplicateKey } from '../mongo/versionConflict.ts';
import { withTransaction, type Tx } from '../mongo/withTransaction.ts';
import type { JournalEvent } from './journalRow.ts';

/** What a subgraph does on somebody's event. */
export type Reaction =
  | { readonly kind: 'transaction'; readonly run: (event: JournalEvent, tx: Tx) => Promise<void> }
  | { readonly kind: 'effect'; readonly run: (event: JournalEvent) => Promise<void> };

/** Reactions by event type. Subgraphs write theirs as a typed table: reactions.ts. */
export type Reactions = Readonly<Record<string, Reaction>>;

interface InboxRow {
  readonly _id: string;
  readonly at: number;
}

/** What the inbox needs. */
export interface InboxOptions {
  readonly consumer: string;
  readonly connection: Connection;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  readonly crashpoint: Crashpoint;
  readonly reactions: Reactions;
}

/** Applies each event once, whatever the bus repeats, and acknowledges it to its owner. */
export interface Inbox {
  prepare(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
  /** Events being applied at this moment. */
  readonly working: () => number;
}

/** Events applied at once: enough to keep the database busy, few enough for each transaction to be short. */
const maxAtOnce = 16;

/** Inbox rows are kept far longer than any event can stay unacknowledged. */
const keepMs = 30 * 86_400_000;

/** Tries of one delivery; after that the owner's sweeper publishes the event again. */
const maxTries = 4;

/** Create the inbox of one consumer. */
export function createInbox(options: InboxOptions): Inbox {
  const { consumer, connection, bus, clock, log, crashpoint, reactions } = options;
  const rows = (): Collection<InboxRow> => databaseOf(connection).collection<InboxRow>('inbox');
  const oneByOne = keyedQueue();
  const fewAtOnce = limiter(maxAtOnce);
  const working = new Set<Promise<void>>();
  let unsubscribe: () => void = () => undefined;
  let pruning: Timer | undefined;

  const prune = async (): Promise<void> => {
    await rows().deleteMany({ at: { $lt: clock.nowMs() - keepMs } });
  };

  const applyOnce = async (event: JournalEvent, reaction: Reaction): Promise<void> => {
    const row = { _id: `${consumer}:${event.id}`, at: clock.nowMs() };
    if (reaction.kind === 'effect') {
      if ((await rows().findOne({ _id: row._id })) !== null) return;
      await reaction.run(event);
      crashpoint('inbox.afterEffect');
      await rows().updateOne({ _id: row._id }, { $setOnInsert: { at: row.at } }, { upsert: true });
      return;
    }
    try {
      await withTransaction(connection, async (tx) => {
        await rows().insertOne(row, { session: tx.session });
        await reaction.run(event, tx);
        crashpoint('inbox.beforeCommit');
      });
    } catch (error) {
      // Lost the race against a second delivery of the same event: then it is applied.
      if (!isDuplicateKey(error) || (await rows().findOne({ _id: row._id })) === null) throw error;
    }
  };

  const handle = async (event: JournalEvent, owner: string): Promise<void> => {
    const reaction = reactions[event.type];
    for (let attempt = 1; reaction !== undefined; attempt++) {
      try {
        await applyOnce(event, reaction);
        break;
      } catch (error) {
        const fields = {
          consumer,
          eventType: event.type,
          eventId: event.id,
          stream: event.stream,
          attempt,
          error,
        };
        if (attempt >= maxTries) {
          return log.error(fields, 'a reaction failed; its event stays owed and will be published again');
        }
        log.warn(fields, 'a reaction failed and is tried again');
        await delay(Math.random() * 20 * 4 ** attempt);
      }
    }
    crashpoint('inbox.beforeAck');
    await bus.publish(`ack.${owner}`, { eventId: event.id, stream: event.stream, consumer });
  };

  return {
    prepare: async () => {
      await ignoreExisting(databaseOf(connection).createCollection('inbox'));
      await rows().createIndex({ at: 1 }, { name: 'at' });
    },
    start: () => {
      pruning = clock.every(86_400_000, () =>
        prune().catch((error: unknown) => log.warn({ consumer, error }, 'old inbox rows stay')),
      );
      unsubscribe = bus.subscribe(`event.${consumer}`, (message) => {
        const event = message['event'] as JournalEvent;
        const work = oneByOne(event.stream, () =>
          fewAtOnce(() => handle(event, String(message['owner']))),
        ).finally(() => working.delete(work));
        working.add(work);
        return work;
      });
    },
    stop: async () => {
      unsubscribe();
      pruning?.cancel();
      while (working.size > 0) await Promise.allSettled(working);
    },
    working: () => working.size,
  };
}
