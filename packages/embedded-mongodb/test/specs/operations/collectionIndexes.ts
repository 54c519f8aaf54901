import type { Collection } from 'mongodb';
import { without } from './operation.ts';
import type { OperationTable } from './operation.ts';

const collection = (target: unknown): Collection => target as Collection;

/** Operations on a collection's indexes and name. */
export const collectionIndexes: OperationTable = {
  createIndex: ({ target, args, options }) =>
    collection(target).createIndex(args.keys, without(options, 'keys')),
  dropIndex: ({ target, args, options }) => collection(target).dropIndex(args.name, without(options, 'name')),
  dropIndexes: ({ target, options }) => collection(target).dropIndexes(options),
  rename: ({ target, args, options }) => collection(target).rename(args.to, without(options, 'to')),
  createSearchIndex: ({ target, args }) => collection(target).createSearchIndex(args.model),
  createSearchIndexes: ({ target, args }) => collection(target).createSearchIndexes(args.models),
  dropSearchIndex: ({ target, args }) => collection(target).dropSearchIndex(args.name),
  updateSearchIndex: ({ target, args }) => collection(target).updateSearchIndex(args.name, args.definition),
  listSearchIndexes: ({ target, args }) =>
    collection(target).listSearchIndexes(args.name, args.aggregationOptions).toArray(),
};
