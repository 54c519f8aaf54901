import { MongoClient } from 'mongodb';
import type {
  CommandFailedEvent,
  CommandStartedEvent,
  CommandSucceededEvent,
  Document,
  MongoClientOptions,
} from 'mongodb';
import { snapshot } from './values.ts';

/** An event a client showed: the format's name for it, and what a test can ask of it. */
export interface SeenEvent {
  type: string;
  eventType: 'command' | 'cmap' | 'sdam';
  fields: Document;
}

/** The driver's event for each of the format's, apart from command events. */
const POOL_EVENTS: Record<string, string> = {
  poolCreatedEvent: 'connectionPoolCreated',
  poolReadyEvent: 'connectionPoolReady',
  poolClearedEvent: 'connectionPoolCleared',
  poolClosedEvent: 'connectionPoolClosed',
  connectionCreatedEvent: 'connectionCreated',
  connectionReadyEvent: 'connectionReady',
  connectionClosedEvent: 'connectionClosed',
  connectionCheckOutStartedEvent: 'connectionCheckOutStarted',
  connectionCheckOutFailedEvent: 'connectionCheckOutFailed',
  connectionCheckedOutEvent: 'connectionCheckedOut',
  connectionCheckedInEvent: 'connectionCheckedIn',
};

/** Commands whose events may hold secrets; the format leaves them out, as it does our own fail points. */
const NEVER_SHOWN = new Set(['configureFailPoint', 'authenticate', 'saslStart', 'saslContinue', 'getnonce', 'createUser',
  'updateUser', 'copydbgetnonce', 'copydbsaslstart', 'copydb', 'hello', 'ismaster', 'isMaster']); // prettier-ignore

/** A client of the driver that keeps the events a test wants to see, and counts connections in use. */
export class ObservedClient extends MongoClient {
  readonly seen: SeenEvent[] = [];
  connectionsInUse = 0;
  #observing = true;

  constructor(
    uri: string,
    options: MongoClientOptions,
    observe: readonly string[],
    ignored: readonly string[],
  ) {
    super(uri, { ...options, monitorCommands: true });
    const hidden = new Set([...NEVER_SHOWN, ...ignored]);
    for (const type of observe) this.#observe(type, hidden);
    this.on('connectionCheckedOut', () => (this.connectionsInUse += 1));
    this.on('connectionCheckedIn', () => (this.connectionsInUse -= 1));
  }

  /** Events after this call are not kept. */
  stopObserving(): void {
    this.#observing = false;
  }

  #observe(type: string, hidden: ReadonlySet<string>): void {
    const commandEvent = commandEventName(type);
    if (commandEvent) {
      this.on(commandEvent as 'commandStarted', (event) => {
        if (!hidden.has(event.commandName))
          this.#keep({ type, eventType: 'command', fields: commandFields(event) });
      });
      return;
    }
    const poolEvent = POOL_EVENTS[type];
    if (!poolEvent) throw new Error(`this runner does not observe ${type}`);
    this.on(poolEvent as 'connectionReady', (event) => {
      this.#keep({ type, eventType: 'cmap', fields: { ...event } });
    });
  }

  #keep(event: SeenEvent): void {
    if (this.#observing) this.seen.push(event);
  }
}

function commandEventName(type: string): string | undefined {
  return /^command(Started|Succeeded|Failed)Event$/.test(type) ? type.replace(/Event$/, '') : undefined;
}

function commandFields(event: CommandStartedEvent | CommandSucceededEvent | CommandFailedEvent): Document {
  const { commandName, databaseName } = event;
  if ('command' in event) return { commandName, databaseName, command: snapshot(event.command) };
  if ('reply' in event)
    return { commandName, databaseName, reply: snapshot((event.reply ?? {}) as Document) };
  return { commandName, databaseName };
}
