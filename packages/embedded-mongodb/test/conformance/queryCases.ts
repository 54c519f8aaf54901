import { expect, it } from 'vitest';
import type { Document, Filter } from 'mongodb';
import type { Row } from '../rows.ts';
import type { Target } from './useTarget.ts';

/** A filter and the `_id`s of the documents it finds. */
export type QueryCase = readonly [title: string, filter: Filter<Row>, ids: readonly unknown[]];

/** One case per filter over the same documents: what it finds, and that count and distinct agree with find. */
export function itFinds(target: Target, documents: readonly Document[], cases: readonly QueryCase[]): void {
  it.each(cases)('%s', async (_title, filter, ids) => {
    const collection = await target.collection(documents);
    const found = await collection.find(filter, { projection: { _id: 1 } }).toArray();
    expect(found.map(({ _id }) => _id)).toEqual(ids);
    expect(await collection.countDocuments(filter)).toBe(ids.length);
    expect(await collection.aggregate([{ $match: filter }, { $count: 'n' }]).toArray()).toEqual(
      ids.length > 0 ? [{ n: ids.length }] : [],
    );
  });
}
