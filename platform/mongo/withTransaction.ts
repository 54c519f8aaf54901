import { setTimeout as delay } from 'node:timers/promises';
import type { ClientSession, Connection } from 'mongoose';
import { codedError } from '../errors/codedError.ts';
import { VersionConflictError } from './versionConflict.ts';

/** One running transaction. Pass `session` to every read and write that belongs to it. */
export interface Tx {
  readonly session: ClientSession;
  /** Run after the commit is known; never when the transaction fails. Publish here. */
  afterCommit(task: () => void): void;
}

/** Bounds of the retrying. */
export interface TransactionOptions {
  /** @default 5 */
  readonly maxTries?: number;
  /** @default 10_000 */
  readonly maxMs?: number;
}

/**
 * Run `work` in a transaction (snapshot reads, journalled majority commit). The whole is retried with jitter on
 * TransientTransactionError and on version conflicts (in the end: CONFLICT), the commit alone on
 * UnknownTransactionCommitResult. `work` may
 * run several times: it must touch nothing but the session.
 */
export async function withTransaction<T>(
  connection: Connection,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const { maxTries = 5, maxMs = 10_000 } = options;
  const giveUpAt = performance.now() + maxMs;
  const session = await connection.startSession();
  try {
    for (let attempt = 1; ; attempt++) {
      const tasks: (() => void)[] = [];
      const tx: Tx = { session, afterCommit: (task) => tasks.push(task) };
      try {
        session.startTransaction({
          readConcern: { level: 'snapshot' },
          writeConcern: { w: 'majority', journal: true },
          readPreference: 'primary',
        });
        const result = await work(tx);
        await commit(session, giveUpAt);
        for (const task of tasks) task();
        return result;
      } catch (error) {
        if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
        if (!isRetryable(error)) throw error;
        if (attempt >= maxTries || performance.now() >= giveUpAt)
          throw isConflict(error) ? gaveUp(error) : error;
        // Full jitter keeps two losers of one race from meeting again.
        await delay(Math.random() * Math.min(250, 5 * 2 ** attempt));
      }
    }
  } finally {
    await session.endSession();
  }
}

async function commit(session: ClientSession, giveUpAt: number): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      const unknown =
        hasLabel(error, 'UnknownTransactionCommitResult') && !hasLabel(error, 'TransientTransactionError');
      if (!unknown || attempt >= 5 || performance.now() >= giveUpAt) throw error;
    }
  }
}

/** After so many lost races the caller should look again; the original stays as the cause for the log. */
function gaveUp(error: unknown): Error {
  const conflict = codedError(
    'CONFLICT',
    'Too many others changed the same thing at this moment; read again and retry.',
  );
  conflict.cause = error;
  return conflict;
}

function isConflict(error: unknown): boolean {
  const writeConflict = 112;
  return (
    error instanceof VersionConflictError ||
    (error instanceof Error && 'code' in error && error.code === writeConflict)
  );
}

function isRetryable(error: unknown): boolean {
  return error instanceof VersionConflictError || hasLabel(error, 'TransientTransactionError');
}

function hasLabel(error: unknown, label: string): boolean {
  return (
    error instanceof Error &&
    'hasErrorLabel' in error &&
    typeof error.hasErrorLabel === 'function' &&
    error.hasErrorLabel(label) === true
  );
}
