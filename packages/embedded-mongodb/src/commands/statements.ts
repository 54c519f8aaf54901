import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import type { CommandContext } from '../engine/command.ts';
import { LockWait } from '../storage/conflicts.ts';

/** What the statements of one command did, added up. */
export interface StatementsResult {
  n: number;
  nModified: number;
  upserted: Doc[];
  writeErrors: Doc[];
}

/** What one statement did. */
export interface StatementResult {
  readonly n: number;
  readonly nModified?: number;
  /** The _id of the document an upsert made. */
  readonly upserted?: unknown;
  readonly hasUpserted?: boolean;
}

/**
 * Runs the statements one after the other and collects their errors; an ordered command stops at the first.
 * A command that must wait for a transaction goes on with the statement it waited in.
 */
export function runStatements<S>(
  context: CommandContext,
  statements: readonly S[],
  run: (statement: S, index: number) => StatementResult,
): StatementsResult {
  const { body, progress } = context;
  const result = (progress['result'] ??= {
    n: 0,
    nModified: 0,
    upserted: [],
    writeErrors: [],
  }) as StatementsResult;
  const ordered = body['ordered'] !== false;
  for (let index = (progress['at'] as number | undefined) ?? 0; index < statements.length; index++) {
    progress['at'] = index;
    try {
      const done = run(statements[index] as S, index);
      result.n += done.n;
      result.nModified += done.nModified ?? 0;
      if (done.hasUpserted) result.upserted.push({ index, _id: done.upserted });
    } catch (error) {
      result.writeErrors.push(writeError(error, index));
      if (ordered) break;
    }
    delete progress['ids'];
  }
  return result;
}

/** The entry of a failed statement; what concerns the whole command is thrown on. */
export function writeError(error: unknown, index: number): Doc {
  if (!(error instanceof MongoError) || error instanceof LockWait || wholeCommand.has(error.code))
    throw error;
  const { code, message, extra } = error;
  return { index, code, errmsg: message, ...extra };
}

const wholeCommand = new Set([50, 112, 251, 14031]);
