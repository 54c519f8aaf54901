import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import type { Command } from './command.ts';
import type { Engine } from './engine.ts';
import type { Session } from './sessions.ts';
import { readLastOperation } from './sessions.ts';
import type { Transaction } from './transaction.ts';

/** What a driver hears when its transaction is not, or no longer, there; it starts over. */
export function noSuchTransaction(number: bigint): MongoError {
  return new MongoError(
    251,
    `Given transaction number ${number} does not match any in-progress transactions. The active transaction number is -1`,
    {},
    ['TransientTransactionError'],
  );
}

/** The transaction a statement belongs to, begun by its first statement. */
export function transactionFor(
  engine: Engine,
  session: Session | undefined,
  body: Doc,
  command: Command,
): Transaction {
  if (!session) throw new MongoError(72, 'Transaction options require a session: lsid is missing');
  const number = transactionNumber(body);
  if (!command.inTransactions)
    throw new MongoError(263, `Cannot run '${command.name}' in a multi-document transaction.`);
  checkConcerns(body);
  const { transaction } = session;
  if (number < session.number)
    throw new MongoError(
      225,
      `Cannot start transaction ${number} on session because a newer transaction ${session.number} has already started.`,
    );
  if (body['startTransaction'] === true) {
    if (transaction && transaction.number === number)
      throw new MongoError(117, `Cannot start a transaction with number ${number}: it was started before`);
    if (transaction) engine.abort(transaction);
    return engine.begin(session, number);
  }
  if (transaction?.number !== number) throw noSuchTransaction(number);
  if (transaction.state === 'running') return transaction;
  if (transaction.state === 'committed')
    throw new MongoError(256, `Transaction with { txnNumber: ${number} } has been committed.`);
  throw noSuchTransaction(number);
}

/** The transaction number of a command that must have one. */
export function transactionNumber(body: Doc): bigint {
  const number = body['txnNumber'];
  if (typeof number === 'bigint' || typeof number === 'number') return BigInt(number);
  throw new MongoError(72, "'txnNumber' is required for a statement of a transaction");
}

/** True when the file remembers that this very transaction committed. */
export function committedEarlier(engine: Engine, session: Session, number: bigint): boolean {
  const last = readLastOperation(engine.live, session);
  return last?.n === number && last.c === true;
}

function checkConcerns(body: Doc): void {
  if (body['writeConcern'] !== undefined)
    throw new MongoError(72, 'writeConcern is not allowed within a multi-statement transaction');
  if (body['readConcern'] !== undefined && body['startTransaction'] !== true)
    throw new MongoError(72, 'Only the first command in a transaction may specify a readConcern');
}
