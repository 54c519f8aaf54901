import { describe, expect, it } from 'vitest';
import type { Document } from 'mongodb';
import { errorOf } from './exact.ts';
import { orders } from './stageCases.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

describe('$out and $merge', () => {
  it('$out replaces the other collection', async () => {
    const other = await target.collection([{ _id: 'old' }] as Document[]);
    const collection = await target.collection(orders);
    const rows = await collection
      .aggregate([
        { $project: { total: 1 } },
        { $match: { total: { $gt: 20 } } },
        { $out: other.collectionName },
      ])
      .toArray();
    expect(rows).toEqual([]);
    expect(await other.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 2, total: 25 },
      { _id: 3, total: 40 },
    ]);
  });
  it('$out keeps the indexes of what it replaces', async () => {
    const other = await target.collection();
    await other.createIndex({ total: 1 });
    const collection = await target.collection(orders);
    await collection.aggregate([{ $out: other.collectionName }]).toArray();
    expect((await other.indexes()).map(({ name }) => name)).toEqual(['_id_', 'total_1']);
  });
  it('$merge merges by _id', async () => {
    const other = await target.collection([{ _id: 1, keep: true, total: 0 }]);
    const collection = await target.collection(orders);
    await collection
      .aggregate([{ $project: { total: 1 } }, { $merge: { into: other.collectionName } }])
      .toArray();
    expect(await other.findOne({ _id: 1 })).toEqual({ _id: 1, keep: true, total: 10 });
    expect(await other.countDocuments()).toBe(4);
  });
  it('$merge that keeps what is there', async () => {
    const other = await target.collection([{ _id: 1, total: 0 }]);
    const collection = await target.collection(orders);
    const merge = { into: other.collectionName, whenMatched: 'keepExisting', whenNotMatched: 'discard' };
    await collection.aggregate([{ $merge: merge }]).toArray();
    expect(await other.find().toArray()).toEqual([{ _id: 1, total: 0 }]);
  });
  it('$merge by another unique field, with a pipeline', async () => {
    const other = await target.collection([{ _id: 1, buyer: 'Ann', sum: 100 }]);
    await other.createIndex({ buyer: 1 }, { unique: true });
    const collection = await target.collection(orders);
    const merge = {
      into: other.collectionName,
      on: 'buyer',
      whenMatched: [{ $set: { sum: { $add: ['$sum', '$$new.sum'] } } }],
      whenNotMatched: 'discard',
    };
    await collection
      .aggregate([
        { $group: { _id: '$buyer', sum: { $sum: '$total' } } },
        { $project: { _id: 0, buyer: '$_id', sum: 1 } },
        { $merge: merge },
      ])
      .toArray();
    expect(await other.find().toArray()).toEqual([{ _id: 1, buyer: 'Ann', sum: 150 }]);
  });
  it('$merge that fails on a match is a duplicate key', async () => {
    const other = await target.collection([{ _id: 1 }]);
    const collection = await target.collection(orders);
    const merge = collection
      .aggregate([{ $merge: { into: other.collectionName, whenMatched: 'fail' } }])
      .toArray();
    expect(await errorOf(merge)).toMatchObject({ code: 11000 });
  });
});
