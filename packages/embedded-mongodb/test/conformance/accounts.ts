import { afterEach } from 'vitest';
import type { ClientSession, Collection, Document } from 'mongodb';
import type { Target } from './useTarget.ts';
import type { Row } from '../rows.ts';

/** Two accounts between which sums move. */
export const accounts = [
  { _id: 'a', sum: 100 },
  { _id: 'b', sum: 0 },
];

export const byId = (_id: unknown): Document => ({ _id });

/** What an account holds, as a session sees it. */
export async function sumOf(
  collection: Collection<Row>,
  _id: string,
  session?: ClientSession,
): Promise<number> {
  const found = await collection.findOne(byId(_id), session ? { session } : {});
  return found?.sum as number;
}

/** Begins snapshot transactions, whose sessions end with the case. */
export function useTransactions(target: Target): () => ClientSession {
  const open: ClientSession[] = [];
  afterEach(async () => {
    for (const session of open.splice(0)) await session.endSession();
  });
  return () => {
    const session = target.client.startSession();
    open.push(session);
    session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } });
    return session;
  };
}
