import { describe, expect, it } from 'vitest';
import type { Document } from 'mongodb';
import { orders } from './stageCases.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

describe('$lookup', () => {
  const skus = [
    { _id: 'A', name: 'Apple' },
    { _id: 'B', name: 'Bread' },
  ];
  const join = async (stage: (from: string) => Document[]): Promise<Document[]> => {
    const from = await target.collection(skus);
    const collection = await target.collection(orders);
    return collection
      .aggregate([{ $match: { _id: { $in: [1, 4] } } }, ...stage(from.collectionName)])
      .toArray();
  };

  it('joins an array of keys', async () => {
    const rows = await join((from) => [
      { $lookup: { from, localField: 'lines.sku', foreignField: '_id', as: 'skus' } },
      { $project: { names: { $sortArray: { input: '$skus.name', sortBy: 1 } } } },
    ]);
    expect(rows).toEqual([
      { _id: 1, names: ['Apple', 'Bread'] },
      { _id: 4, names: [] },
    ]);
  });
  it('with a pipeline and variables', async () => {
    const rows = await join((from) => [
      {
        $lookup: {
          from,
          let: { first: { $first: '$lines.sku' } },
          pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$first'] } } }, { $project: { _id: 0 } }],
          as: 'sku',
        },
      },
      { $project: { sku: 1 } },
    ]);
    expect(rows).toEqual([
      { _id: 1, sku: [{ name: 'Apple' }] },
      { _id: 4, sku: [] },
    ]);
  });
  it('with keys and a pipeline', async () => {
    const rows = await join((from) => [
      {
        $lookup: {
          from,
          localField: 'lines.sku',
          foreignField: '_id',
          pipeline: [{ $match: { name: /^B/ } }],
          as: 's',
        },
      },
      { $project: { s: 1 } },
    ]);
    expect(rows).toEqual([
      { _id: 1, s: [{ _id: 'B', name: 'Bread' }] },
      { _id: 4, s: [] },
    ]);
  });
  it('of a collection that is not there gives empty arrays', async () => {
    const rows = await join(() => [
      { $lookup: { from: 'nowhere', localField: 'buyer', foreignField: 'x', as: 's' } },
      { $project: { s: 1 } },
    ]);
    expect(rows).toEqual([
      { _id: 1, s: [] },
      { _id: 4, s: [] },
    ]);
  });
  it('a missing local field joins with null and missing', async () => {
    const from = await target.collection([{ _id: 1, k: null }, { _id: 2 }, { _id: 3, k: 5 }]);
    const collection = await target.collection([{ _id: 9 }]);
    const rows = await collection
      .aggregate([{ $lookup: { from: from.collectionName, localField: 'k', foreignField: 'k', as: 's' } }])
      .toArray();
    expect(rows).toEqual([{ _id: 9, s: [{ _id: 1, k: null }, { _id: 2 }] }]);
  });
  it('$graphLookup walks up a tree', async () => {
    const collection = await target.collection([
      { _id: 'root' },
      { _id: 'a', parent: 'root' },
      { _id: 'b', parent: 'a' },
    ] as Document[]);
    const rows = await collection
      .aggregate([
        { $match: { _id: 'b' } },
        {
          $graphLookup: {
            from: collection.collectionName,
            startWith: '$parent',
            connectFromField: 'parent',
            connectToField: '_id',
            as: 'up',
            depthField: 'd',
          },
        },
        { $project: { up: { $sortArray: { input: '$up', sortBy: { d: 1 } } } } },
      ])
      .toArray();
    expect(rows[0]?.up).toEqual([
      { _id: 'a', parent: 'root', d: 0 },
      { _id: 'root', d: 1 },
    ]);
  });
  it('$unionWith puts another collection behind', async () => {
    const other = await target.collection([{ _id: 'x' }] as Document[]);
    const collection = await target.collection([{ _id: 'y' }] as Document[]);
    expect(await collection.aggregate([{ $unionWith: other.collectionName }]).toArray()).toEqual([
      { _id: 'y' },
      { _id: 'x' },
    ]);
  });
  it('$unionWith a pipeline', async () => {
    const other = await target.collection(orders);
    const collection = await target.collection([{ _id: 0 }]);
    const union = {
      coll: other.collectionName,
      pipeline: [{ $match: { day: 1 } }, { $project: { _id: 1 } }],
    };
    expect(await collection.aggregate([{ $unionWith: union }]).toArray()).toEqual([
      { _id: 0 },
      { _id: 1 },
      { _id: 2 },
    ]);
  });
});
