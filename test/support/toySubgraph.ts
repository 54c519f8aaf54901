import { Schema, type Connection, type Model } from 'mongoose';
import { z } from 'zod';
import type { Bus } from '../../platform/bus/bus.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Crashpoint } from '../../platform/crashpoint/crashpoint.ts';
import type { NewId } from '../../platform/ids/ids.ts';
import { defineAggregate, type Aggregate } from '../../platform/journal/aggregate.ts';
import type { EventTypes } from '../../platform/journal/eventTypes.ts';
import type { Reactions } from '../../platform/journal/inbox.ts';
import type { JournalEvent } from '../../platform/journal/journalRow.ts';
import { createJournal, type Journal } from '../../platform/journal/journal.ts';
import { runDecision } from '../../platform/journal/runDecision.ts';
import { subscriptionTable } from '../../platform/journal/subscriptions.ts';
import { silentLog } from '../../platform/log/log.ts';
import { prepareModels } from '../../platform/mongo/connect.ts';
import type { Tx } from '../../platform/mongo/withTransaction.ts';

/** The smallest aggregate worth a test: a jar of coins. */
export interface Jar {
  readonly id: string;
  readonly coins: number;
}

/** Its events. */
export type JarEvent = {
  readonly type: 'mint.Added';
  readonly data: { readonly jarId: string; readonly coins: number };
};

/** Its event types. */
export const toyEventTypes: EventTypes = {
  'mint.Added': { payload: z.object({ jarId: z.string(), coins: z.number().int().positive() }), v: 1 },
};

const toySubscriptions = subscriptionTable({ sink: ['mint.Added'] });

/** Declare the jar on a connection. */
export function jarAggregate(connection: Connection): Aggregate<Jar, JarEvent> {
  const schema = new Schema(
    {
      _id: String,
      version: { type: Number, required: true },
      id: String,
      coins: { type: Number, required: true },
    },
    { versionKey: false, id: false },
  );
  const model = connection.models['jar'] ?? connection.model('jar', schema, 'jars');
  return defineAggregate<Jar, JarEvent>({
    name: 'jar',
    model,
    evolve: (state, event) => ({ id: event.data.jarId, coins: (state?.coins ?? 0) + event.data.coins }),
  });
}

/** What both toy subgraphs are made of. */
export interface ToyOptions {
  readonly connection: Connection;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly crashpoint?: Crashpoint;
  readonly sweepEveryMs?: number;
  readonly soleWriter?: boolean;
}

/** A subgraph that owns jars and journals every coin. */
export interface Mint {
  readonly journal: Journal;
  readonly jars: Aggregate<Jar, JarEvent>;
  add(jarId: string, coins: number, tx?: Tx): Promise<Jar>;
}

/** Create the owner; start its journal yourself. */
export async function createMint(options: ToyOptions): Promise<Mint> {
  const jars = jarAggregate(options.connection);
  await prepareModels(options.connection);
  const journal = createJournal({
    ...options, subgraph: 'mint', log: silentLog(), eventTypes: toyEventTypes, subscriptions: toySubscriptions,
  }); // prettier-ignore
  return {
    journal,
    jars,
    add: async (jarId, coins, tx) => {
      const { state } = await runDecision(journal, jars, {
        id: jarId, actor: 'tester', cause: 'test', tx,
        decide: () => [{ type: 'mint.Added', data: { jarId, coins } }],
      }); // prettier-ignore
      if (state === undefined) throw new Error('A jar with coins has a state.');
      return state;
    },
  };
}

/** What the consumer has written down, in order of arrival. */
export interface SinkRow {
  readonly _id: string;
  readonly stream: string;
  readonly seq: number;
  readonly coins: number;
  readonly order: number;
}

/** The rows a sink wrote, by stream, as applied. */
export function sinkRows(connection: Connection): Promise<SinkRow[]> {
  return sinkModel(connection).find().sort({ order: 1 }).lean<SinkRow[]>().exec();
}

function sinkModel(connection: Connection): Model<SinkRow> {
  const schema = new Schema<SinkRow>(
    { _id: String, stream: String, seq: Number, coins: Number, order: Number },
    { versionKey: false },
  );
  return (
    (connection.models['row'] as Model<SinkRow> | undefined) ??
    connection.model<SinkRow>('row', schema, 'rows')
  );
}

let applied = 0;

/** A subgraph that writes one row per event it applies; `before` may fail to simulate trouble. */
export async function createSink(
  options: ToyOptions & {
    readonly before?: (seq: number) => void;
    /** Whether events are applied together. */
    readonly together?: boolean;
    /** Told how many events are applied at once. */
    readonly batch?: (size: number) => void;
  },
): Promise<Journal> {
  const model = sinkModel(options.connection);
  await prepareModels(options.connection);
  const apply = async (event: JournalEvent, tx: Tx): Promise<void> => {
    options.before?.(event.seq);
    const { coins } = event.data as { coins: number };
    // The id is fresh on purpose: applying twice would leave two rows.
    const row = {
      _id: options.newId(),
      stream: event.stream,
      seq: event.seq,
      coins,
      order: Date.now() * 1_000 + (++applied % 1_000),
    };
    await model.create([row], { session: tx.session });
  };
  const reactions: Reactions = {
    'mint.Added':
      options.together === true
        ? {
            kind: 'together',
            run: async (events, tx) => {
              options.batch?.(events.length);
              for (const event of events) await apply(event, tx);
            },
          }
        : { kind: 'transaction', run: apply },
  };
  return createJournal({
    ...options, subgraph: 'sink', log: silentLog(), eventTypes: toyEventTypes, subscriptions: toySubscriptions, reactions,
  }); // prettier-ignore
}
