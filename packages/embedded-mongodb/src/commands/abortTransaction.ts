import { MongoError } from '../errors.ts';
import { committedEarlier, noSuchTransaction, transactionNumber } from '../statements.ts';
import type { Command } from './command.ts';

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
