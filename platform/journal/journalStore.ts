import type { Collection, Connection } from '../mongo/mongoTypes.ts';
import { databaseOf, ignoreExisting } from '../mongo/connect.ts';
import { isDuplicateKey, VersionConflictError } from '../mongo/versionConflict.ts';
import type { Tx } from '../mongo/withTransaction.ts';
import type { JournalRow } from './journalRow.ts';

/** Most events one read returns; a longer stream is read in pages. */
const pageSize = 500;

/** The `journal` collection of one subgraph: the only place that knows how rows lie in the database. */
export interface JournalStore {
  prepare(): Promise<void>;
  insert(tx: Tx, rows: readonly JournalRow[]): Promise<void>;
  /** Rows of a stream after `afterSeq`, in order, at most 500. */
  readAfter(stream: string, afterSeq: number, tx?: Tx): Promise<JournalRow[]>;
  /** The earliest rows of a stream still owed to a consumer, at most two: the one to publish, and whether more wait. */
  firstOwed(stream: string, consumer: string): Promise<JournalRow[]>;
  /** Streams owed to any of these consumers. */
  owedQueues(
    consumers: readonly string[],
    limit: number,
  ): Promise<{ stream: string; consumer: string; at: number }[]>;
  /** The consumer has applied these rows. */
  settle(eventIds: readonly string[], consumer: string): Promise<void>;
}

/** Open the store of a connected database. */
export function journalStore(connection: Connection): JournalStore {
  const rows = (): Collection<JournalRow> => databaseOf(connection).collection<JournalRow>('journal');
  return {
    prepare: async () => {
      await ignoreExisting(databaseOf(connection).createCollection('journal'));
      await rows().createIndexes([
        { key: { stream: 1, seq: 1 }, unique: true, name: 'stream_seq' },
        { key: { pending: 1, stream: 1, seq: 1 }, name: 'pending_stream_seq' },
        { key: { at: 1 }, name: 'at' },
      ]);
    },
    insert: async (tx, fresh) => {
      try {
        await rows().insertMany([...fresh], { session: tx.session, ordered: true });
      } catch (error) {
        const first = fresh[0];
        if (!isDuplicateKey(error) || first === undefined) throw error;
        throw new VersionConflictError(first.stream, first.seq - 1);
      }
    },
    readAfter: (stream, afterSeq, tx) =>
      rows()
        .find({ stream, seq: { $gt: afterSeq } }, tx === undefined ? {} : { session: tx.session })
        .sort({ seq: 1 })
        .limit(pageSize)
        .toArray(),
    firstOwed: (stream, consumer) =>
      rows().find({ stream, pending: consumer }).sort({ seq: 1 }).limit(2).toArray(),
    owedQueues: async (consumers, limit) => {
      const owed = await rows()
        .find({ pending: { $in: [...consumers] } }, { projection: { stream: 1, pending: 1, at: 1 } })
        .limit(limit)
        .toArray();
      return owed.flatMap(({ stream, pending, at }) => pending.map((consumer) => ({ stream, consumer, at })));
    },
    settle: async (eventIds, consumer) => {
      // Need not survive a power cut: a lost mark is published again, and the inbox knows the event.
      const quick = { writeConcern: { w: 1, journal: false } } as const;
      await rows().updateMany({ _id: { $in: [...eventIds] } }, { $pull: { pending: consumer } }, quick);
    },
  };
}
