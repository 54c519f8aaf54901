import { describe } from 'vitest';
import { itRefuses, itUpdates } from './updateCases.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

describe('$push', () => {
  itUpdates(target, [
    ['appends', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    ['makes the array', {}, { $push: { a: 1 } }, { a: [1] }],
    ['appends an array as one element', { a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
    ['$each appends every element', { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    ['an empty $each makes the array', {}, { $push: { a: { $each: [] } } }, { a: [] }],
    [
      '$position inserts',
      { a: [1, 4] },
      { $push: { a: { $each: [2, 3], $position: 1 } } },
      { a: [1, 2, 3, 4] },
    ],
    [
      '$position from the end',
      { a: [1, 4] },
      { $push: { a: { $each: [3], $position: -1 } } },
      { a: [1, 3, 4] },
    ],
    [
      '$position beyond the end appends',
      { a: [1] },
      { $push: { a: { $each: [2], $position: 9 } } },
      { a: [1, 2] },
    ],
    ['$slice keeps the first', { a: [1, 2, 3] }, { $push: { a: { $each: [4], $slice: 2 } } }, { a: [1, 2] }],
    ['$slice keeps the last', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    ['$slice 0 empties', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: 0 } } }, { a: [] }],
    ['$sort ascending', { a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1 } } }, { a: [1, 2, 3] }],
    ['$sort descending', { a: [3, 1] }, { $push: { a: { $each: [2], $sort: -1 } } }, { a: [3, 2, 1] }],
    [
      '$sort by a field',
      { a: [{ n: 2 }, { n: 3 }] },
      { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
      { a: [{ n: 1 }, { n: 2 }, { n: 3 }] },
    ],
    [
      '$sort, then $slice',
      { a: [5, 1] },
      { $push: { a: { $each: [9, 3], $sort: -1, $slice: 2 } } },
      { a: [9, 5] },
    ],
    ['into a nested path', { a: { b: [1] } }, { $push: { 'a.b': 2 } }, { a: { b: [1, 2] } }],
    ['into an array of an array', { a: [{ b: [1] }] }, { $push: { 'a.0.b': 2 } }, { a: [{ b: [1, 2] }] }],
  ]);
  itRefuses(target, [
    ['onto a plain value is BadValue', { a: 1 }, { $push: { a: 2 } }, 2],
    ['onto null is BadValue', { a: null }, { $push: { a: 2 } }, 2],
    ['with an $each that is no array is BadValue', { a: [] }, { $push: { a: { $each: 5 } } } as never, 2],
    [
      'with a $slice that is no number is BadValue',
      { a: [] },
      { $push: { a: { $each: [], $slice: 'x' } } } as never,
      2,
    ],
    ['with an unknown clause is BadValue', { a: [] }, { $push: { a: { $each: [], $frob: 1 } } } as never, 2],
  ]);
});

describe('$addToSet', () => {
  itUpdates(target, [
    ['adds what is not there', { a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
    ['does not add what is there', { a: [1, 2] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
    ['makes the array', {}, { $addToSet: { a: 1 } }, { a: [1] }],
    [
      '$each adds each that is not there',
      { a: [1] },
      { $addToSet: { a: { $each: [1, 2, 2, 3] } } },
      { a: [1, 2, 3] },
    ],
    ['compares documents whole', { a: [{ x: 1 }] }, { $addToSet: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
    [
      'another order of fields is another document',
      { a: [{ x: 1, y: 2 }] },
      { $addToSet: { a: { y: 2, x: 1 } } },
      {
        a: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
    ],
    ['keeps duplicates that were there', { a: [1, 1] }, { $addToSet: { a: 2 } }, { a: [1, 1, 2] }],
    ['an array is one element', { a: [1] }, { $addToSet: { a: [1] } }, { a: [1, [1]] }],
  ]);
  itRefuses(target, [['onto a plain value is BadValue', { a: 1 }, { $addToSet: { a: 2 } }, 2]]);
});

describe('$pop, $pull, $pullAll', () => {
  itUpdates(target, [
    ['$pop 1 takes the last', { a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
    ['$pop -1 takes the first', { a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
    ['$pop of an empty array changes nothing', { a: [] }, { $pop: { a: 1 } }, { a: [] }],
    ['$pop of a missing field changes nothing', { b: 1 }, { $pop: { a: 1 } }, { b: 1 }],
    ['$pull takes every equal element', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by a condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    ['$pull by $in', { a: [1, 2, 3] }, { $pull: { a: { $in: [1, 3] } } }, { a: [2] }],
    [
      '$pull of documents by some fields',
      { a: [{ x: 1, y: 1 }, { x: 2 }] },
      { $pull: { a: { x: 1 } } },
      { a: [{ x: 2 }] },
    ],
    [
      '$pull of documents by a condition',
      { a: [{ x: 1 }, { x: 7 }] },
      { $pull: { a: { x: { $gt: 5 } } } },
      { a: [{ x: 1 }] },
    ],
    ['$pull by a pattern', { a: ['ab', 'cd'] }, { $pull: { a: /^a/ } }, { a: ['cd'] }],
    ['$pull of an array wants the array equal', { a: [[1], [2]] }, { $pull: { a: [1] } }, { a: [[2]] }],
    ['$pull of a missing field changes nothing', { b: 1 }, { $pull: { a: 1 } }, { b: 1 }],
    [
      '$pull inside documents of an array by index',
      { a: [{ b: [1, 2] }] },
      { $pull: { 'a.0.b': 1 } },
      { a: [{ b: [2] }] },
    ],
    ['$pullAll takes every listed value', { a: [1, 2, 1, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    [
      '$pullAll compares documents whole',
      { a: [{ x: 1, y: 1 }, { x: 1 }] },
      { $pullAll: { a: [{ x: 1 }] } },
      { a: [{ x: 1, y: 1 }] },
    ],
  ]);
  itRefuses(target, [
    ['$pop of a plain value is TypeMismatch', { a: 1 }, { $pop: { a: 1 } }, 14],
    ['$pop by 2 is FailedToParse', { a: [1] }, { $pop: { a: 2 } } as never, 9],
    ['$pull from a plain value is BadValue', { a: 1 }, { $pull: { a: 1 } }, 2],
    ['$pullAll of a plain value is BadValue', { a: [1] }, { $pullAll: { a: 1 } } as never, 2],
  ]);
});

const lines = [
  { sku: 'A', qty: 1 },
  { sku: 'B', qty: 2 },
  { sku: 'C', qty: 3 },
];

describe('positional updates', () => {
  itUpdates(target, [
    [
      '$ is the element the filter met',
      { a: [1, 2, 3] },
      { $set: { 'a.$': 9 } },
      { a: [1, 9, 3] },
      { filter: { a: 2 } },
    ],
    ['$ is the first of several', { a: [2, 2] }, { $inc: { 'a.$': 1 } }, { a: [3, 2] }, { filter: { a: 2 } }],
    [
      '$ into a document',
      { lines },
      { $set: { 'lines.$.qty': 7 } },
      { lines: [lines[0], { sku: 'B', qty: 7 }, lines[2]] },
      { filter: { 'lines.sku': 'B' } },
    ],
    [
      '$ with $elemMatch',
      { lines },
      { $inc: { 'lines.$.qty': 10 } },
      { lines: [lines[0], lines[1], { sku: 'C', qty: 13 }] },
      { filter: { lines: { $elemMatch: { sku: 'C', qty: 3 } } } },
    ],
    ['$[] is every element', { a: [1, 2, 3] }, { $inc: { 'a.$[]': 10 } }, { a: [11, 12, 13] }],
    [
      '$[] into documents',
      { lines },
      { $unset: { 'lines.$[].qty': '' } },
      { lines: [{ sku: 'A' }, { sku: 'B' }, { sku: 'C' }] },
    ],
    ['$[] of an empty array changes nothing', { a: [] }, { $inc: { 'a.$[]': 1 } }, { a: [] }],
    [
      '$[name] by a filter',
      { a: [1, 5, 9] },
      { $set: { 'a.$[big]': 0 } },
      { a: [1, 0, 0] },
      { arrayFilters: [{ big: { $gte: 5 } }] },
    ],
    [
      '$[name] into documents',
      { lines },
      { $set: { 'lines.$[l].qty': 0 } },
      { lines: [lines[0], { sku: 'B', qty: 0 }, { sku: 'C', qty: 0 }] },
      { arrayFilters: [{ 'l.qty': { $gt: 1 } }] },
    ],
    [
      '$[name] by two conditions',
      { lines },
      { $inc: { 'lines.$[l].qty': 5 } },
      { lines: [lines[0], { sku: 'B', qty: 7 }, lines[2]] },
      { arrayFilters: [{ 'l.qty': { $gt: 1 }, 'l.sku': 'B' }] },
    ],
    [
      '$[name] that meets nothing changes nothing',
      { a: [1] },
      { $set: { 'a.$[x]': 0 } },
      { a: [1] },
      { arrayFilters: [{ x: 5 }] },
    ],
    [
      'two names',
      { a: [{ b: [1, 2] }, { b: [2, 3] }] },
      { $set: { 'a.$[x].b.$[y]': 0 } },
      { a: [{ b: [1, 0] }, { b: [0, 3] }] },
      { arrayFilters: [{ 'x.b': 2 }, { y: 2 }] },
    ],
    ['$[] within $[]', { a: [[1, 2], [3]] }, { $inc: { 'a.$[].$[]': 1 } }, { a: [[2, 3], [4]] }],
    [
      '$push into a chosen element',
      {
        a: [
          { k: 1, t: [] },
          { k: 2, t: [] },
        ],
      },
      { $push: { 'a.$[e].t': 'x' } },
      {
        a: [
          { k: 1, t: [] },
          { k: 2, t: ['x'] },
        ],
      },
      { arrayFilters: [{ 'e.k': 2 }] },
    ],
  ]);
  itRefuses(target, [
    ['$ without an array in the filter is BadValue', { a: [1] }, { $set: { 'a.$': 2 } }, 2],
    ['$[] on a plain value is BadValue', { a: 1 }, { $set: { 'a.$[]': 2 } }, 2],
    ['$[] on a missing field is BadValue', {}, { $set: { 'a.$[]': 2 } }, 2],
    ['a name without its filter is BadValue', { a: [1] }, { $set: { 'a.$[x]': 2 } }, 2],
    [
      'a filter that is not used is FailedToParse',
      { a: [1] },
      { $set: { b: 2 } },
      9,
      { arrayFilters: [{ x: 1 }] },
    ],
    [
      'two filters of one name are FailedToParse',
      { a: [1] },
      { $set: { 'a.$[x]': 2 } },
      9,
      { arrayFilters: [{ x: 1 }, { x: 2 }] },
    ],
  ]);
});

describe('updates by pipeline', () => {
  itUpdates(target, [
    ['$set from another field', { a: 2 }, [{ $set: { b: { $multiply: ['$a', 3] } } }], { a: 2, b: 6 }],
    ['stages see what came before', { a: 1 }, [{ $set: { a: 5 } }, { $set: { b: '$a' } }], { a: 5, b: 5 }],
    ['$unset by name', { a: 1, b: 2 }, [{ $unset: 'a' }], { b: 2 }],
    ['$replaceWith keeps _id', { a: { x: 1 } }, [{ $replaceWith: '$a' }], { x: 1 }],
    [
      '$cond by the document',
      { n: 5 },
      [{ $set: { size: { $cond: [{ $gt: ['$n', 3] }, 'big', 'small'] } } }],
      { n: 5, size: 'big' },
    ],
    ['a literal with dollars', { a: 1 }, [{ $set: { a: { $literal: '$b' } } }], { a: '$b' }],
    ['$project keeps only what it names', { a: 1, b: 2 }, [{ $project: { b: 1 } }], { b: 2 }],
    ['$concatArrays', { a: [1] }, [{ $set: { a: { $concatArrays: ['$a', [2]] } } }], { a: [1, 2] }],
    ['let brings in a value', { a: 1 }, [{ $set: { a: '$$n' } }], { a: 7 }, { let: { n: 7 } }],
  ]);
  itRefuses(target, [
    ['a stage that is not allowed is InvalidOptions', { a: 1 }, [{ $match: { a: 1 } }], 72],
    ['a new _id is ImmutableField', { a: 1 }, [{ $set: { _id: 5 } }], 66],
  ]);
});
