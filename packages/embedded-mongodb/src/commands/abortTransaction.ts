import { MongoError } from '../document/errors.ts';
import type { Command } from '../engine/command.ts';
import { committedEarlier, noSuchTransaction, transactionNumber } from '../engine/statements.ts';

/** Ends a transaction without effects. */
export const abortTransaction: Command = {
  name: 'abortTransaction',
  kind: 'free',
  adminOnly: true,
  run({ engine, session, body }) {
    if (!session || body['autocommit'] !== false)
      throw new MongoError(72, 'abortTransaction must be run within a transaction');
    const number = transactionNumber(body);
    const { transaction } = session;
    if (transaction?.number !== number || transaction.state !== 'running') {
      if (transaction?.state === 'committed' || committedEarlier(engine, session, number))
        throw new MongoError(256, `Transaction with { txnNumber: ${number} } has been committed.`);
      throw noSuchTransaction(number);
    }
    engine.abort(transaction);
    return {};
  },
};
