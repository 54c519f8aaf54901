import type { Collection, MongoClient } from 'mongodb';
import { openChangeStream } from './cursors.ts';
import { without } from './operation.ts';
import type { OperationTable } from './operation.ts';

const collection = (target: unknown): Collection => target as Collection;

/** Operations on a collection that change nothing. */
export const collectionReads: OperationTable = {
  find: ({ target, args, options }) =>
    collection(target).find(args.filter, without(options, 'filter')).toArray(),
  findOne: ({ target, args, options }) => collection(target).findOne(args.filter, without(options, 'filter')),
  aggregate: ({ target, args, options }) =>
    collection(target).aggregate(args.pipeline, without(options, 'pipeline')).toArray(),
  countDocuments: ({ target, args, options }) =>
    collection(target).countDocuments(args.filter, without(options, 'filter')),
  count: ({ target, args, options }) => collection(target).count(args.filter, without(options, 'filter')),
  estimatedDocumentCount: ({ target, options }) => collection(target).estimatedDocumentCount(options),
  distinct: ({ target, args, options }) =>
    collection(target).distinct(args.fieldName, args.filter, without(options, 'fieldName', 'filter')),
  listIndexes: ({ target, options }) => collection(target).listIndexes(options).toArray(),
  listIndexNames: async ({ target, options }) =>
    (await collection(target).listIndexes(options).toArray()).map(({ name }) => name as string),
  createChangeStream: (context) => openChangeStream(collection(context.target), context),
  // The driver has no helper for it any more; as a command it is retried no less and no more than the tests ask.
  mapReduce: ({ target, args }) => {
    const { collectionName, dbName } = collection(target);
    const { client } = target as { client: MongoClient };
    return client.db(dbName).command({ mapReduce: collectionName, ...args });
  },
};
