import { collectionName, findCollection } from '../collections/collections.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { prepare, runQuery } from '../query/find.ts';
import { queryOf } from './find.ts';
import { countView } from './viewQuery.ts';

function run(context: CommandContext): Doc {
  const { body, view } = context;
  const name = collectionName(context, 'count');
  const collection = findCollection(context, name);
  const limit = body['limit'] === undefined ? 0 : Math.abs(toNumber(body['limit']));
  const query = { ...queryOf(context, 'query'), limit, sort: undefined };
  const prepared = prepare(collection, query);
  if (!collection) return { n: 0 };
  if ('viewOn' in collection.spec.options) return { n: countView(context, collection, query) };
  if (Object.keys(query.filter).length === 0 && !context.transaction) {
    const rest = Math.max(0, collection.count - (query.skip ?? 0));
    return { n: limit ? Math.min(limit, rest) : rest };
  }
  let n = 0;
  for (const match of runQuery(view, collection, query, prepared)) if (match) n++;
  return { n };
}

/** Counts documents. */
export const count: Command = { name: 'count', kind: 'read', run };
