import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import type { Batch, Cursor } from '../engine/cursors.ts';
import { countOf } from './arguments.ts';

/** How long an awaitData cursor waits when the client does not say. */
const defaultAwaitMs = 1_000;

function run(context: CommandContext): Doc | Promise<Doc> {
  const { body, db, engine, session, transaction } = context;
  const { getMore: id, collection } = body;
  if (typeof id !== 'bigint')
    throw new MongoError(14, "BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
  if (typeof collection !== 'string')
    throw new MongoError(14, "BSON field 'getMore.collection' is the wrong type, expected type 'string'");
  const cursor = engine.cursors.use(id, `${db}.${collection}`);
  if (cursor.session !== session?.key)
    throw new MongoError(50738, `Cannot run getMore on cursor ${id}, which was created in another session`);
  if (cursor.transaction !== transaction?.number)
    throw new MongoError(
      50741,
      `Cannot run getMore on cursor ${id}, which was created in another transaction`,
    );
  const count = countOf(body, 'batchSize') || Infinity;
  const batch = cursor.source.next(count);
  if (batch.length || !cursor.tailable || !cursor.source.wait) return reply(context, cursor, batch);
  const ms = body['maxTimeMS'] === undefined ? defaultAwaitMs : countOf(body, 'maxTimeMS');
  return awaitMore(context, cursor, count, ms);
}

async function awaitMore(context: CommandContext, cursor: Cursor, count: number, ms: number): Promise<Doc> {
  const end = context.engine.now() + ms;
  cursor.busy = true;
  try {
    for (;;) {
      const left = end - context.engine.now();
      if (left <= 0) return reply(context, cursor, []);
      await cursor.source.wait?.(left);
      const batch = cursor.source.next(count);
      if (batch.length || cursor.source.done) return reply(context, cursor, batch);
    }
  } catch (error) {
    context.engine.cursors.kill(cursor.id);
    throw error;
  } finally {
    cursor.busy = false;
  }
}

function reply({ engine }: CommandContext, cursor: Cursor, nextBatch: Batch): Doc {
  const { source, ns } = cursor;
  const token = source.token?.();
  if (source.done) engine.cursors.kill(cursor.id);
  return { cursor: { nextBatch, id: source.done ? 0n : cursor.id, ns, postBatchResumeToken: token } };
}

/** The next batch of a cursor. */
export const getMore: Command = { name: 'getMore', kind: 'read', inTransactions: true, run };
