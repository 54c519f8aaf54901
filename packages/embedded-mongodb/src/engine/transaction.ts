import type { ChangeEntry } from '../storage/changeEntry.ts';
import type { Collection, Index } from '../storage/collection.ts';
import type { WriteScope } from '../storage/records.ts';
import type { SnapshotView } from '../storage/snapshotView.ts';
import type { Client } from './client.ts';

/** A multi-document transaction while it runs and shortly after. */
export interface Transaction {
  readonly number: bigint;
  readonly view: SnapshotView;
  state: 'running' | 'committed' | 'aborted';
  readonly startedAt: number;
  readonly changes: ChangeEntry[];
  /** Collections this transaction creates, by namespace; others see them after the commit. */
  readonly created: Map<string, Collection>;
  readonly counts: Map<Collection, { documents: number; bytes: number }>;
  /** The collections written to, with their indexes as they were then. */
  readonly touched: Map<Collection, readonly Index[]>;
  lastUsed: number;
  /** The client whose statement came last. */
  client: Client | undefined;
  /** Collections whose index flags changed. */
  readonly reshaped: Set<Collection>;
}

/** Starts a transaction on a snapshot of the file as it is now. */
export function beginTransaction(number: bigint, view: SnapshotView, now: number): Transaction {
  return {
    number,
    view,
    state: 'running',
    startedAt: now,
    changes: [],
    created: new Map(),
    counts: new Map(),
    touched: new Map(),
    lastUsed: now,
    client: undefined,
    reshaped: new Set(),
  };
}

/** The scope through which a transaction's statements write. */
export function transactionScope(transaction: Transaction): WriteScope {
  return {
    view: transaction.view,
    log(entry) {
      transaction.changes.push(entry);
      const { collection } = entry;
      if (collection && !transaction.touched.has(collection))
        transaction.touched.set(collection, collection.indexes);
    },
    saveIndex: (collection) => transaction.reshaped.add(collection),
    count(collection, documents, bytes) {
      const sum = transaction.counts.get(collection);
      if (sum) {
        sum.documents += documents;
        sum.bytes += bytes;
      } else transaction.counts.set(collection, { documents, bytes });
    },
  };
}
