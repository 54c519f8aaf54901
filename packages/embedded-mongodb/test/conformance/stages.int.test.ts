import { describe, expect, it } from 'vitest';
import type { Document } from 'mongodb';
import { errorOf } from './exact.ts';
import { itYields, orders } from './stageCases.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

describe('aggregation stages', () => {
  itYields(target, [
    [
      '$match',
      [{ $match: { buyer: 'Ann' } }, { $project: { total: 1 } }],
      [
        { _id: 1, total: 10 },
        { _id: 3, total: 40 },
      ],
    ],
    [
      '$sort, $skip, $limit',
      [{ $sort: { total: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
      [{ _id: 2 }, { _id: 1 }],
    ],
    [
      '$project of new fields',
      [{ $match: { _id: 2 } }, { $project: { _id: 0, who: '$buyer', half: { $divide: ['$total', 2] } } }],
      [{ who: 'Bob', half: 12.5 }],
    ],
    [
      '$addFields keeps the rest',
      [{ $match: { _id: 4 } }, { $addFields: { late: true } }],
      [{ _id: 4, buyer: 'Cyd', total: 5, day: 3, late: true }],
    ],
    [
      '$set of a nested field',
      [{ $match: { _id: 4 } }, { $set: { 'ship.to': '$buyer' } }, { $project: { ship: 1 } }],
      [{ _id: 4, ship: { to: 'Cyd' } }],
    ],
    [
      '$set inside documents of an array',
      [{ $match: { _id: 1 } }, { $set: { 'lines.seen': true } }, { $project: { lines: 1 } }],
      [
        {
          _id: 1,
          lines: [
            { sku: 'A', qty: 1, seen: true },
            { sku: 'B', qty: 2, seen: true },
          ],
        },
      ],
    ],
    ['$unset', [{ $match: { _id: 4 } }, { $unset: ['day', 'buyer'] }], [{ _id: 4, total: 5 }]],
    [
      '$unwind',
      [{ $unwind: '$lines' }, { $project: { _id: 0, n: '$_id', sku: '$lines.sku' } }],
      [
        { n: 1, sku: 'A' },
        { n: 1, sku: 'B' },
        { n: 2, sku: 'A' },
      ],
    ],
    [
      '$unwind that keeps empty ones',
      [
        { $unwind: { path: '$lines', preserveNullAndEmptyArrays: true } },
        { $group: { _id: '$_id' } },
        { $count: 'n' },
      ],
      [{ n: 4 }],
    ],
    [
      '$unwind with the index',
      [
        { $match: { _id: 1 } },
        { $unwind: { path: '$lines', includeArrayIndex: 'i' } },
        { $project: { _id: 0, i: 1 } },
      ],
      [{ i: 0 }, { i: 1 }],
    ],
    [
      '$replaceRoot',
      [{ $match: { _id: 2 } }, { $replaceRoot: { newRoot: { $first: '$lines' } } }],
      [{ sku: 'A', qty: 5 }],
    ],
    ['$replaceWith', [{ $match: { _id: 2 } }, { $replaceWith: { id: '$_id' } }], [{ id: 2 }]],
    [
      '$redact',
      [
        { $match: { _id: { $in: [3, 4] } } },
        { $redact: { $cond: [{ $gt: ['$total', 10] }, '$$KEEP', '$$PRUNE'] } },
        { $project: { _id: 1 } },
      ],
      [{ _id: 3 }],
    ],
    ['$sample of more than there are gives all', [{ $sample: { size: 10 } }, { $count: 'n' }], [{ n: 4 }]],
    ['an empty pipeline gives all', [{ $match: {} }, { $count: 'n' }], [{ n: 4 }]],
    [
      '$match on a computed field',
      [
        { $set: { twice: { $multiply: ['$total', 2] } } },
        { $match: { twice: 80 } },
        { $project: { _id: 1 } },
      ],
      [{ _id: 3 }],
    ],
  ]);
});

describe('aggregation without a collection and its errors', () => {
  it('$documents makes documents', async () => {
    expect(await target.db.aggregate([{ $documents: [{ a: 1 }, { a: 2 }] }]).toArray()).toEqual([
      { a: 1 },
      { a: 2 },
    ]);
  });
  const refused: [string, Document[], number][] = [
    ['an unknown stage', [{ $frob: {} }], 40324],
    ['a stage with two names', [{ $match: {}, $limit: 1 }], 40323],
    ['$limit of 0', [{ $limit: 0 }], 15958],
    ['$skip below 0', [{ $skip: -1 }], 5107200],
    ['$group without _id', [{ $group: { n: { $sum: 1 } } }], 15955],
    ['$group with an unknown accumulator', [{ $group: { _id: null, n: { $frob: 1 } } }], 15952],
    ['$out before the end', [{ $out: 'x' }, { $match: {} }], 40601],
    ['$unwind of no path', [{ $unwind: 'lines' }], 28818],
    ['$count of nothing', [{ $count: '' }], 40157],
    ['$project of nothing', [{ $project: {} }], 51272],
  ];
  it.each(refused)('%s is refused', async (_title, pipeline, code) => {
    const collection = await target.collection(orders);
    expect(await errorOf(collection.aggregate(pipeline).toArray())).toMatchObject({ code });
  });
  it('a cursor of an aggregation comes in batches', async () => {
    const collection = await target.collection(Array.from({ length: 25 }, (_, _id) => ({ _id })));
    const rows = await collection.aggregate([{ $sort: { _id: 1 } }], { batchSize: 4 }).toArray();
    expect(rows.map(({ _id }) => _id)).toEqual(Array.from({ length: 25 }, (_, i) => i));
  });
  it('let gives variables', async () => {
    const collection = await target.collection(orders);
    const rows = collection.aggregate(
      [{ $match: { $expr: { $eq: ['$buyer', '$$who'] } } }, { $count: 'n' }],
      { let: { who: 'Ann' } },
    );
    expect(await rows.toArray()).toEqual([{ n: 2 }]);
  });
});
