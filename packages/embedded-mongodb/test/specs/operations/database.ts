import { ReadPreference } from 'mongodb';
import type { Db, Document, RunCursorCommandOptions } from 'mongodb';
import { openChangeStream } from './cursors.ts';
import { without } from './operation.ts';
import type { OperationContext, OperationTable } from './operation.ts';

const db = (target: unknown): Db => target as Db;

/** Operations on a database. */
export const databaseOperations: OperationTable = {
  aggregate: ({ target, args, options }) =>
    db(target).aggregate(args.pipeline, without(options, 'pipeline')).toArray(),
  createChangeStream: (context) => openChangeStream(db(context.target), context),
  createCollection: ({ target, args, options }) =>
    db(target).createCollection(args.collection, without(options, 'collection')),
  dropCollection: ({ target, args, options }) =>
    db(target).dropCollection(args.collection, without(options, 'collection')),
  listCollections: ({ target, args, options }) =>
    db(target).listCollections(args.filter, without(options, 'filter')).toArray(),
  listCollectionObjects: ({ target, args, options }) =>
    db(target).listCollections(args.filter, without(options, 'filter')).toArray(),
  listCollectionNames: async ({ target, args, options }) => {
    const rows = db(target).listCollections(args.filter, { ...without(options, 'filter'), nameOnly: true });
    return (await rows.toArray()).map(({ name }) => name);
  },
  modifyCollection: ({ target, args, options }) => {
    const { collection, session: _session, ...fields } = args;
    return db(target).command({ collMod: collection, ...fields }, pick(options, 'session'));
  },
  runCommand: ({ target, args, options }) =>
    db(target).command(args.command, pick(options, 'session', 'readPreference')),
  runCursorCommand: (context) => commandCursor(context).toArray(),
  createCommandCursor: async (context) => {
    const cursor = commandCursor(context);
    await cursor.hasNext();
    return cursor;
  },
};

function commandCursor({ target, args, options }: OperationContext) {
  const tailable = args.cursorType === 'tailable' || args.cursorType === 'tailableAwait';
  const cursor = db(target).runCursorCommand(args.command, {
    ...pick(options, 'session'),
    readPreference: options.readPreference ?? ReadPreference.primary,
    ...(tailable && { tailable }),
    ...(args.cursorType === 'tailableAwait' && { awaitData: true }),
  } as RunCursorCommandOptions);
  if (args.batchSize !== undefined) cursor.setBatchSize(args.batchSize);
  if (args.maxTimeMS !== undefined) cursor.setMaxTimeMS(args.maxTimeMS);
  if (args.comment !== undefined) cursor.setComment(args.comment);
  return cursor;
}

function pick(options: Document, ...names: string[]): Document {
  return Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));
}
