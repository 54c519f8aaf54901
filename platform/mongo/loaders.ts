import DataLoader from 'dataloader';
import type { Model } from 'mongoose';
import { notFound } from '../errors/codedError.ts';
import { builtFilter } from './modelOf.ts';

/** Largest number of keys in one query. */
const maxBatchSize = 500;

/**
 * A loader by `_id` for one request: one query per tick, answers in the order of the keys, NOT_FOUND for a key
 * without a row (the other keys are not harmed).
 */
export function loaderById<D extends { _id: string }>(model: Model<D>, what: string): DataLoader<string, D> {
  return new DataLoader<string, D>(
    async (ids) => {
      const filter = builtFilter<D>({ _id: { $in: [...ids] } });
      const rows = await model.find(filter).lean<D[]>().exec();
      const byId = new Map(rows.map((row) => [row._id, row]));
      return ids.map((id) => byId.get(id) ?? notFound(what));
    },
    { maxBatchSize },
  );
}

/** A loader of row lists by any key: `find` gets all keys of a tick, `keyOf` says to which key a row belongs. */
export function loaderOfMany<K extends string, R>(
  find: (keys: readonly K[]) => Promise<readonly R[]>,
  keyOf: (row: R) => K,
): DataLoader<K, R[]> {
  return new DataLoader<K, R[]>(
    async (keys) => {
      const rows = new Map<K, R[]>(keys.map((key) => [key, []]));
      for (const row of await find(keys)) rows.get(keyOf(row))?.push(row);
      return keys.map((key) => rows.get(key) ?? []);
    },
    { maxBatchSize },
  );
}
