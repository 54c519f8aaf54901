import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import type { Session } from '../engine/sessions.ts';
import { readLastOperation, writeLastOperation } from '../engine/sessions.ts';
import type { View } from '../storage/view.ts';

/** The reply of a write that was carried out before under the same number. */
export function recall(view: View, session: Session, number: bigint): Doc | undefined {
  const last = readLastOperation(view, session);
  if (number < session.number || (last && number < last.n))
    throw new MongoError(
      225,
      `Retryable write with txnNumber ${number} is prohibited on session because a newer one has already started.`,
    );
  session.number = number;
  if (last?.n !== number) return undefined;
  if (last.c) throw new MongoError(256, `txnNumber ${number} was used for a transaction`);
  return last.r && { ...last.r, retriedStmtIds: [0] };
}

/** Keeps the reply with the effects. A write that changed nothing may as well be tried again. */
export function remember(view: View, session: Session, number: bigint, reply: Doc, now: number): void {
  if (reply['n'] === 0 && !('value' in reply)) return;
  writeLastOperation(view, session, { n: number, r: reply, t: now });
}
