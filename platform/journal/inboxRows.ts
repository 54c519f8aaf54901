import type { Collection, Connection } from '../mongo/mongoTypes.ts';
import type { Crashpoint } from '../crashpoint/crashpoint.ts';
import { databaseOf, ignoreExisting } from '../mongo/connect.ts';
import { isDuplicateKey } from '../mongo/versionConflict.ts';
import { withTransaction, type Tx } from '../mongo/withTransaction.ts';
import type { JournalEvent } from './journalRow.ts';
import { togetherBatches, type ApplyAll } from './togetherBatches.ts';

/** What a subgraph does on somebody's event. */
export type Reaction =
  | { readonly kind: 'transaction'; readonly run: (event: JournalEvent, tx: Tx) => Promise<void> }
  | { readonly kind: 'together'; readonly run: (events: readonly JournalEvent[], tx: Tx) => Promise<void> }
  | { readonly kind: 'effect'; readonly run: (event: JournalEvent) => Promise<void> };

interface InboxRow {
  readonly _id: string;
  readonly at: number;
}

/** The events that one consumer has applied. */
export interface InboxRows {
  prepare(): Promise<void>;
  /** Runs the reaction unless the event has been applied: exactly once in a transaction, alone or together with others, at least once as an effect. */
  applyOnce(event: JournalEvent, reaction: Reaction, atMs: number): Promise<void>;
  /** Forgets what was applied before an instant. */
  prune(beforeMs: number): Promise<void>;
}

/** Opens the `inbox` collection of a subgraph. */
export function inboxRows(consumer: string, connection: Connection, crashpoint: Crashpoint): InboxRows {
  const rows = (): Collection<InboxRow> => databaseOf(connection).collection<InboxRow>('inbox');
  const isApplied = async (_id: string): Promise<boolean> => (await rows().findOne({ _id })) !== null;

  const applyEffect = async (
    row: InboxRow,
    event: JournalEvent,
    run: (event: JournalEvent) => Promise<void>,
  ): Promise<void> => {
    if (await isApplied(row._id)) return;
    await run(event);
    crashpoint('inbox.afterEffect');
    await rows().updateOne({ _id: row._id }, { $setOnInsert: { at: row.at } }, { upsert: true });
  };
  const applyInTransaction = async (
    noted: readonly InboxRow[],
    run: (tx: Tx) => Promise<void>,
  ): Promise<void> => {
    try {
      await withTransaction(connection, async (tx) => {
        await rows().insertMany([...noted], { session: tx.session });
        await run(tx);
        crashpoint('inbox.beforeCommit');
      });
    } catch (error) {
      // Lost the race against a second delivery of the same event: then it is applied.
      const [row, another] = noted;
      if (!isDuplicateKey(error) || row === undefined || another !== undefined) throw error;
      if (!(await isApplied(row._id))) throw error;
    }
  };
  const rowOf = (event: JournalEvent, at: number): InboxRow => ({ _id: `${consumer}:${event.id}`, at });
  const together = batchesByReaction((waiting, run) =>
    applyInTransaction(
      waiting.map(({ event, atMs }) => rowOf(event, atMs)),
      (tx) =>
        run(
          waiting.map(({ event }) => event),
          tx,
        ),
    ),
  );
  return {
    prepare: async () => {
      await ignoreExisting(databaseOf(connection).createCollection('inbox'));
      await rows().createIndex({ at: 1 }, { name: 'at' });
    },
    applyOnce: (event, reaction, at) => {
      const row = rowOf(event, at);
      switch (reaction.kind) {
        case 'effect':
          return applyEffect(row, event, reaction.run);
        case 'together':
          return together(reaction)(event, at);
        default:
          return applyInTransaction([row], (tx) => reaction.run(event, tx));
      }
    },
    prune: async (beforeMs) => void (await rows().deleteMany({ at: { $lt: beforeMs } })),
  };
}

type Together = Reaction & { readonly kind: 'together' };

/** Batches for each reaction that takes many events at once. */
function batchesByReaction(
  apply: (waiting: Parameters<ApplyAll>[0], run: Together['run']) => Promise<void>,
): (reaction: Together) => ReturnType<typeof togetherBatches> {
  const known = new Map<Together, ReturnType<typeof togetherBatches>>();
  return (reaction) => {
    const batches = known.get(reaction) ?? togetherBatches((waiting) => apply(waiting, reaction.run));
    known.set(reaction, batches);
    return batches;
  };
}
