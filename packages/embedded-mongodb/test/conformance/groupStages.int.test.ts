import { describe } from 'vitest';
import { itYields } from './stageCases.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

describe('aggregation stages', () => {
  itYields(target, [
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
          $group: {
            _id: null,
            mean: { $avg: '$total' },
            least: { $min: '$total' },
            most: { $max: '$total' },
          },
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
          $bucket: {
            groupBy: '$total',
            boundaries: [0, 10, 30],
            default: 'more',
            output: { n: { $sum: 1 } },
          },
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
    ['$count of nothing gives no document', [{ $match: { _id: 99 } }, { $count: 'n' }], []],
  ]);
});
