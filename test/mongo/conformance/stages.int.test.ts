import { describe, expect, it } from 'vitest';
import type { Document } from 'mongodb';
import { errorOf } from './exact.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();
const orders = [
  {
    _id: 1,
    buyer: 'Ann',
    total: 10,
    day: 1,
    lines: [
      { sku: 'A', qty: 1 },
      { sku: 'B', qty: 2 },
    ],
  },
  { _id: 2, buyer: 'Bob', total: 25, day: 1, lines: [{ sku: 'A', qty: 5 }] },
  { _id: 3, buyer: 'Ann', total: 40, day: 2, lines: [] },
  { _id: 4, buyer: 'Cyd', total: 5, day: 3 },
];

const cases: [string, Document[], Document[]][] = [
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
    '$group with sums',
    [{ $group: { _id: '$buyer', sum: { $sum: '$total' }, n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
    [
      { _id: 'Ann', sum: 50, n: 2 },
      { _id: 'Bob', sum: 25, n: 1 },
      { _id: 'Cyd', sum: 5, n: 1 },
    ],
  ],
  [
    '$group by nothing',
    [
      {
        $group: { _id: null, mean: { $avg: '$total' }, least: { $min: '$total' }, most: { $max: '$total' } },
      },
    ],
    [{ _id: null, mean: 20, least: 5, most: 40 }],
  ],
  [
    '$group by two fields',
    [{ $group: { _id: { b: '$buyer', d: '$day' } } }, { $count: 'groups' }],
    [{ groups: 4 }],
  ],
  [
    '$group with $push in order',
    [
      { $sort: { total: 1 } },
      { $group: { _id: '$buyer', totals: { $push: '$total' } } },
      { $match: { _id: 'Ann' } },
    ],
    [{ _id: 'Ann', totals: [10, 40] }],
  ],
  [
    '$group with $first and $last',
    [{ $sort: { _id: 1 } }, { $group: { _id: null, first: { $first: '$_id' }, last: { $last: '$_id' } } }],
    [{ _id: null, first: 1, last: 4 }],
  ],
  [
    '$group with $addToSet',
    [
      { $group: { _id: null, days: { $addToSet: '$day' } } },
      { $project: { _id: 0, days: { $sortArray: { input: '$days', sortBy: 1 } } } },
    ],
    [{ days: [1, 2, 3] }],
  ],
  [
    '$group with $count',
    [{ $group: { _id: '$day', n: { $count: {} } } }, { $sort: { _id: 1 } }],
    [
      { _id: 1, n: 2 },
      { _id: 2, n: 1 },
      { _id: 3, n: 1 },
    ],
  ],
  [
    '$group with $mergeObjects',
    [
      { $match: { _id: { $in: [1, 2] } } },
      { $sort: { _id: 1 } },
      { $group: { _id: null, all: { $mergeObjects: { b: '$buyer' } } } },
    ],
    [{ _id: null, all: { b: 'Bob' } }],
  ],
  [
    '$group with $top',
    [{ $group: { _id: null, top: { $top: { sortBy: { total: -1 }, output: '$buyer' } } } }],
    [{ _id: null, top: 'Ann' }],
  ],
  [
    '$group by a missing field puts it under null',
    [{ $group: { _id: '$none', n: { $sum: 1 } } }],
    [{ _id: null, n: 4 }],
  ],
  ['$count', [{ $match: { total: { $gt: 5 } } }, { $count: 'big' }], [{ big: 3 }]],
  ['$sortByCount', [{ $sortByCount: '$buyer' }, { $limit: 1 }], [{ _id: 'Ann', count: 2 }]],
  [
    '$replaceRoot',
    [{ $match: { _id: 2 } }, { $replaceRoot: { newRoot: { $first: '$lines' } } }],
    [{ sku: 'A', qty: 5 }],
  ],
  ['$replaceWith', [{ $match: { _id: 2 } }, { $replaceWith: { id: '$_id' } }], [{ id: 2 }]],
  [
    '$facet',
    [
      {
        $facet: {
          n: [{ $count: 'n' }],
          top: [{ $sort: { total: -1 } }, { $limit: 1 }, { $project: { _id: 1 } }],
        },
      },
    ],
    [{ n: [{ n: 4 }], top: [{ _id: 3 }] }],
  ],
  [
    '$bucket',
    [
      {
        $bucket: { groupBy: '$total', boundaries: [0, 10, 30], default: 'more', output: { n: { $sum: 1 } } },
      },
    ],
    [
      { _id: 0, n: 1 },
      { _id: 10, n: 2 },
      { _id: 'more', n: 1 },
    ],
  ],
  [
    '$bucketAuto',
    [{ $bucketAuto: { groupBy: '$total', buckets: 2 } }],
    [
      { _id: { min: 5, max: 25 }, count: 2 },
      { _id: { min: 25, max: 40 }, count: 2 },
    ],
  ],
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
  [
    '$setWindowFields running sum',
    [
      {
        $setWindowFields: {
          partitionBy: '$buyer',
          sortBy: { _id: 1 },
          output: { sum: { $sum: '$total', window: { documents: ['unbounded', 'current'] } } },
        },
      },
      { $match: { buyer: 'Ann' } },
      { $project: { sum: 1 } },
    ],
    [
      { _id: 1, sum: 10 },
      { _id: 3, sum: 50 },
    ],
  ],
  [
    '$setWindowFields rank',
    [
      { $setWindowFields: { sortBy: { total: -1 }, output: { rank: { $rank: {} } } } },
      { $sort: { rank: 1 } },
      { $project: { rank: 1 } },
    ],
    [
      { _id: 3, rank: 1 },
      { _id: 2, rank: 2 },
      { _id: 1, rank: 3 },
      { _id: 4, rank: 4 },
    ],
  ],
  [
    '$fill with a value',
    [{ $fill: { output: { lines: { value: [] } } } }, { $match: { _id: 4 } }, { $project: { lines: 1 } }],
    [{ _id: 4, lines: [] }],
  ],
  [
    '$densify numbers',
    [
      { $project: { _id: 0, day: 1 } },
      { $group: { _id: '$day' } },
      { $project: { _id: 0, d: { $multiply: ['$_id', 2] } } },
      { $densify: { field: 'd', range: { step: 1, bounds: 'full' } } },
      { $sort: { d: 1 } },
    ],
    [{ d: 2 }, { d: 3 }, { d: 4 }, { d: 5 }, { d: 6 }],
  ],
  ['an empty pipeline gives all', [{ $match: {} }, { $count: 'n' }], [{ n: 4 }]],
  ['$count of nothing gives no document', [{ $match: { _id: 99 } }, { $count: 'n' }], []],
  [
    '$match on a computed field',
    [{ $set: { twice: { $multiply: ['$total', 2] } } }, { $match: { twice: 80 } }, { $project: { _id: 1 } }],
    [{ _id: 3 }],
  ],
];

describe('aggregation stages', () => {
  it.each(cases)('%s', async (_title, pipeline, expected) => {
    const collection = await target.collection(orders);
    expect(await collection.aggregate(pipeline).toArray()).toEqual(expected);
  });
});

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
    expect(await other.findOne({ _id: 1 as never })).toEqual({ _id: 1, keep: true, total: 10 });
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
