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
    ['with an $each that is no array is BadValue', { a: [] }, { $push: { a: { $each: 5 } } }, 2],
    [
      'with a $slice that is no number is BadValue',
      { a: [] },
      { $push: { a: { $each: [], $slice: 'x' } } },
      2,
    ],
    ['with an unknown clause is BadValue', { a: [] }, { $push: { a: { $each: [], $frob: 1 } } }, 2],
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
    ['$pop by 2 is FailedToParse', { a: [1] }, { $pop: { a: 2 } }, 9],
    ['$pull from a plain value is BadValue', { a: 1 }, { $pull: { a: 1 } }, 2],
    ['$pullAll of a plain value is BadValue', { a: [1] }, { $pullAll: { a: 1 } }, 2],
  ]);
});
