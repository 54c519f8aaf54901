import type { AbstractCursor, ChangeStream, Collection, Db, MongoClient } from 'mongodb';
import { without } from './operation.ts';
import type { OperationContext, OperationTable } from './operation.ts';
import { hidden } from '../driverInternals.ts';

type Iterable = ChangeStream | AbstractCursor;
const cursor = (target: unknown): Iterable => target as Iterable;

/** Operations on change streams and cursors. */
export const cursorOperations: OperationTable = {
  iterateUntilDocumentOrError: ({ target }) => cursor(target).next(),
  iterateOnce: ({ target }) => cursor(target).tryNext(),
  close: async ({ target }) => {
    // The format wants errors of killCursors hidden: drivers differ in showing them.
    await cursor(target)
      .close()
      .catch(() => undefined);
  },
};

/** A change stream whose cursor exists on the server already: what happens from now on will be seen. */
export async function openChangeStream(
  watchable: Collection | Db | MongoClient,
  { args, options }: OperationContext,
): Promise<ChangeStream> {
  const stream = watchable.watch(args.pipeline, without(options, 'pipeline'));
  const inner = hidden(stream, 'cursor');
  try {
    await inner.cursorInit();
  } catch (error) {
    await stream.close();
    throw error;
  }
  return stream;
}
