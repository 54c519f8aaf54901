import { setTimeout as delay } from 'node:timers/promises';
import type { Connection } from '../mongo/mongoTypes.ts';
import type { Bus, BusMessage } from '../bus/bus.ts';
import type { Crashpoint } from '../crashpoint/crashpoint.ts';
import type { Clock, Timer } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';
import { keyedQueue } from '../mongo/keyedQueue.ts';
import { limiter } from '../mongo/limiter.ts';
import { arrivedEvent } from './arrivedEvent.ts';
import type { EventTypes } from './eventTypes.ts';
import { inboxRows, type InboxRows, type Reaction } from './inboxRows.ts';
import type { JournalEvent } from './journalRow.ts';

/** Reactions by event type. Subgraphs write theirs as a typed table: reactions.ts. */
export type Reactions = Readonly<Record<string, Reaction>>;

/** What the inbox needs. */
export interface InboxOptions {
  readonly consumer: string;
  readonly connection: Connection;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  readonly crashpoint: Crashpoint;
  readonly reactions: Reactions;
  /** What may arrive; events of a bus within this process are ours and not looked at again. */
  readonly eventTypes: EventTypes;
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
  const { consumer, connection, bus, clock, log, crashpoint, eventTypes } = options;
  const rows = inboxRows(consumer, connection, crashpoint);
  const oneByOne = keyedQueue();
  const fewAtOnce = limiter(maxAtOnce);
  const working = new Set<Promise<void>>();
  let unsubscribe: () => void = () => undefined;
  let pruning: Timer | undefined;

  /** What is not as schema/events says is not acknowledged: it stays owed, for a process that understands it. */
  const read = (message: BusMessage): JournalEvent | undefined => {
    if (bus.inProcess === true) return message['event'] as JournalEvent;
    try {
      return arrivedEvent(message['event'], message['owner'], eventTypes);
    } catch (error) {
      log.warn({ consumer, code: 'EVENT_REFUSED', reason: (error as Error).message }, 'an event was refused');
      return undefined;
    }
  };

  return {
    prepare: rows.prepare,
    start: () => {
      pruning = clock.every(86_400_000, () =>
        rows
          .prune(clock.nowMs() - keepMs)
          .catch((error: unknown) => log.warn({ consumer, error }, 'old inbox rows stay')),
      );
      unsubscribe = bus.subscribe(`event.${consumer}`, (message) => {
        const event = read(message);
        if (event === undefined) return;
        const work = oneByOne(event.stream, () =>
          fewAtOnce(() => handle(options, rows, event, String(message['owner']))),
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

/** Applies an event and tells its owner so; what fails again and again stays owed. */
async function handle(
  options: InboxOptions,
  rows: InboxRows,
  event: JournalEvent,
  owner: string,
): Promise<void> {
  const { consumer, bus, crashpoint } = options;
  if (!(await applyWithTries(options, rows, event))) return;
  crashpoint('inbox.beforeAck');
  await bus.publish(`ack.${owner}`, { eventId: event.id, stream: event.stream, consumer });
}

/** True once it is applied, or nothing is to be done on it. */
async function applyWithTries(
  { consumer, clock, log, reactions }: InboxOptions,
  rows: InboxRows,
  event: JournalEvent,
): Promise<boolean> {
  const { type: eventType, id: eventId, stream } = event;
  const reaction = reactions[eventType];
  if (reaction === undefined) return true;
  for (let attempt = 1; ; attempt++) {
    try {
      await rows.applyOnce(event, reaction, clock.nowMs());
      return true;
    } catch (error) {
      const fields = { consumer, eventType, eventId, stream, attempt, error };
      if (attempt >= maxTries) {
        log.error(fields, 'a reaction failed; its event stays owed and will be published again');
        return false;
      }
      log.warn(fields, 'a reaction failed and is tried again');
      await delay(Math.random() * 20 * 4 ** attempt);
    }
  }
}
