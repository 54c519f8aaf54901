import type { ClientSession, Timestamp } from 'mongodb';
import { transactionOptions } from '../driverOptions.ts';
import type { OperationTable } from './operation.ts';

const session = (target: unknown): ClientSession => target as ClientSession;

/** Operations on a session. */
export const sessionOperations: OperationTable = {
  startTransaction: ({ target, args }) => session(target).startTransaction(transactionOptions(args)),
  commitTransaction: ({ target }) => session(target).commitTransaction(),
  abortTransaction: ({ target }) => session(target).abortTransaction(),
  withTransaction: async ({ target, args, runNested }) => {
    await session(target).withTransaction(() => runNested(args.callback), transactionOptions(args));
  },
  endSession: ({ target }) => session(target).endSession(),
  getSnapshotTime: ({ target }) => (session(target) as { snapshotTime?: Timestamp }).snapshotTime,
};
