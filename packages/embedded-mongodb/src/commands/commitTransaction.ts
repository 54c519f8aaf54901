import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { writeLastOperation } from '../engine/sessions.ts';
import { committedEarlier, noSuchTransaction, transactionNumber } from '../engine/statements.ts';
import type { Transaction } from '../engine/transaction.ts';
import { writeConflict } from '../storage/conflicts.ts';

function run(context: CommandContext): Doc {
  const { engine, session, body } = context;
  if (!session || body['autocommit'] !== false)
    throw new MongoError(72, 'commitTransaction must be run within a transaction');
  const number = transactionNumber(body);
  const { transaction } = session;
  if (transaction?.number !== number) {
    if (committedEarlier(engine, session, number)) return {};
    throw noSuchTransaction(number);
  }
  if (transaction.state === 'committed') return {};
  if (transaction.state === 'aborted') throw noSuchTransaction(number);
  for (const collection of transaction.created.values())
    if (engine.catalog.find(collection.spec.db, collection.spec.name)) {
      engine.abort(transaction);
      throw writeConflict();
    }
  for (const [collection, indexes] of transaction.touched) {
    const { db, name } = collection.spec;
    const current = transaction.created.get(collection.ns) ?? engine.catalog.find(db, name);
    // Dropped, renamed or given other indexes meanwhile: what was prepared no longer fits.
    if (
      current !== collection ||
      (collection.indexes !== indexes && !transaction.created.has(collection.ns))
    ) {
      engine.abort(transaction);
      throw writeConflict();
    }
  }
  apply(context, transaction);
  writeLastOperation(engine.live, session, { n: number, c: true, t: engine.now() });
  engine.finish(transaction, 'committed');
  return {};
}

/** Makes the transaction's changes everybody's, all in one. */
function apply({ engine, session }: CommandContext, transaction: Transaction): void {
  const { live, catalog, history } = engine;
  for (const collection of transaction.created.values()) catalog.save(live, collection);
  for (const collection of transaction.reshaped)
    if (!transaction.created.has(collection.ns)) catalog.save(live, collection);
  transaction.view.replay(live);
  for (const [collection, { documents, bytes }] of transaction.counts)
    catalog.count(collection, documents, bytes);
  if (transaction.changes.length)
    history.append(live, transaction.changes, { lsid: session?.lsid, txnNumber: transaction.number });
}

/** Ends a transaction with all its effects. Asked again, it answers the same. */
export const commitTransaction: Command = { name: 'commitTransaction', kind: 'write', adminOnly: true, run };
