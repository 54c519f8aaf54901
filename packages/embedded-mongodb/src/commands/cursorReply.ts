import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import type { CommandContext } from '../engine/command.ts';
import type { Source } from '../engine/cursors.ts';

/** How a cursor differs from the ordinary one. */
export interface CursorKind {
  /** True when it ends with its first batch. */
  readonly single?: boolean;
  /** True when a getMore waits for more at its end. */
  readonly tailable?: boolean;
}

/** Answers with the first batch, and keeps the cursor when there is more. */
export function openCursor(
  context: CommandContext,
  ns: string,
  source: Source,
  batchSize: number,
  { single = false, tailable = false }: CursorKind = {},
): Doc {
  const firstBatch = source.next(batchSize);
  const token = source.token?.();
  if (single || source.done) {
    source.close?.();
    return { cursor: { firstBatch, id: 0n, ns, postBatchResumeToken: token } };
  }
  const { engine, session, transaction, client, body } = context;
  const limit = body['maxTimeMS'];
  const cursor = engine.cursors.add({
    ns,
    source,
    session: session?.key,
    transaction: transaction?.number,
    client,
    tailable,
    noTimeout: body['noCursorTimeout'] === true,
    batchSize: 0,
    maxTimeMS: limit === undefined ? undefined : toNumber(limit),
  });
  return { cursor: { firstBatch, id: cursor.id, ns, postBatchResumeToken: token } };
}
