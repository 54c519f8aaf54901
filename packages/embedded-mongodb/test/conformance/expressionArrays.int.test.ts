import { describe } from 'vitest';
import { itEvaluates } from './expressionCases.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

describe('arrays', () => {
  itEvaluates(target, [
    ['$size', { $size: '$a' }, 3, { a: [1, 2, 3] }],
    ['$arrayElemAt', { $arrayElemAt: ['$a', 1] }, 2, { a: [1, 2] }],
    ['$arrayElemAt from the end', { $arrayElemAt: ['$a', -1] }, 2, { a: [1, 2] }],
    ['$arrayElemAt beyond the end has no value', { $arrayElemAt: ['$a', 5] }, undefined, { a: [1] }],
    ['$first', { $first: '$a' }, 1, { a: [1, 2] }],
    ['$last', { $last: '$a' }, 2, { a: [1, 2] }],
    ['$slice', { $slice: ['$a', 1, 2] }, [2, 3], { a: [1, 2, 3, 4] }],
    ['$slice of the last', { $slice: ['$a', -2] }, [3, 4], { a: [1, 2, 3, 4] }],
    ['$concatArrays', { $concatArrays: ['$a', [9]] }, [1, 9], { a: [1] }],
    ['$concatArrays with null is null', { $concatArrays: ['$none', [9]] }, null],
    ['$filter', { $filter: { input: '$a', as: 'x', cond: { $gt: ['$$x', 2] } } }, [3, 4], { a: [1, 3, 4] }],
    [
      '$filter with a limit',
      { $filter: { input: '$a', as: 'x', cond: { $gt: ['$$x', 0] }, limit: 1 } },
      [1],
      { a: [1, 3] },
    ],
    ['$map', { $map: { input: '$a', as: 'x', in: { $add: ['$$x', 1] } } }, [2, 3], { a: [1, 2] }],
    [
      '$map over a path',
      { $map: { input: '$lines', as: 'l', in: '$$l.sku' } },
      ['A', 'B'],
      { lines: [{ sku: 'A' }, { sku: 'B' }] },
    ],
    [
      '$reduce',
      { $reduce: { input: '$a', initialValue: 0, in: { $add: ['$$value', '$$this'] } } },
      6,
      { a: [1, 2, 3] },
    ],
    ['$range', { $range: [0, 6, 2] }, [0, 2, 4]],
    ['$reverseArray', { $reverseArray: '$a' }, [2, 1], { a: [1, 2] }],
    [
      '$zip',
      { $zip: { inputs: ['$a', '$b'] } },
      [
        [1, 'x'],
        [2, 'y'],
      ],
      { a: [1, 2, 3], b: ['x', 'y'] },
    ],
    ['$indexOfArray', { $indexOfArray: ['$a', 2] }, 1, { a: [1, 2] }],
    ['$isArray', { $isArray: ['$a'] }, true, { a: [] }],
    [
      '$sortArray by a field',
      { $sortArray: { input: '$a', sortBy: { n: -1 } } },
      [{ n: 2 }, { n: 1 }],
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    ['$sortArray of values', { $sortArray: { input: '$a', sortBy: 1 } }, [1, 2, 3], { a: [3, 1, 2] }],
    ['$firstN', { $firstN: { n: 2, input: '$a' } }, [1, 2], { a: [1, 2, 3] }],
    ['$maxN', { $maxN: { n: 2, input: '$a' } }, [9, 5], { a: [5, 1, 9] }],
    ['$sum over an array', { $sum: '$a' }, 6, { a: [1, 2, 3] }],
    ['$sum leaves out what is no number', { $sum: '$a' }, 3, { a: [1, 'x', 2] }],
    ['$sum over a path through documents', { $sum: '$lines.qty' }, 5, { lines: [{ qty: 2 }, { qty: 3 }] }],
    ['$avg over an array', { $avg: '$a' }, 1.5, { a: [1, 2] }],
    ['$min over an array', { $min: '$a' }, 1, { a: [3, 1, 2] }],
    ['$max over an array', { $max: '$a' }, 3, { a: [3, 1, 2] }],
    [
      'a path through an array gives an array',
      '$lines.sku',
      ['A', 'B'],
      { lines: [{ sku: 'A' }, { sku: 'B' }, {}] },
    ],
    ['an array of expressions', ['$a', '$none', 1], [5, null, 1], { a: 5 }],
  ]);
});

describe('sets and objects', () => {
  itEvaluates(target, [
    [
      '$setEquals',
      {
        $setEquals: [
          [1, 2],
          [2, 1, 1],
        ],
      },
      true,
    ],
    ['$setIsSubset', { $setIsSubset: [[1], [1, 2]] }, true],
    [
      '$setIntersection',
      {
        $sortArray: {
          input: {
            $setIntersection: [
              [1, 2, 3],
              [2, 3, 4],
            ],
          },
          sortBy: 1,
        },
      },
      [2, 3],
    ],
    [
      '$setUnion',
      {
        $sortArray: {
          input: {
            $setUnion: [
              [1, 2],
              [2, 3],
            ],
          },
          sortBy: 1,
        },
      },
      [1, 2, 3],
    ],
    ['$setDifference keeps the order of the first', { $setDifference: [[3, 1, 2], [1]] }, [3, 2]],
    ['$anyElementTrue', { $anyElementTrue: [[0, 1]] }, true],
    ['$allElementsTrue', { $allElementsTrue: [[1, null]] }, false],
    ['$mergeObjects', { $mergeObjects: ['$a', { y: 2 }] }, { x: 1, y: 2 }, { a: { x: 1, y: 1 } }],
    ['$mergeObjects leaves null out', { $mergeObjects: ['$a', '$none'] }, { x: 1 }, { a: { x: 1 } }],
    [
      '$objectToArray',
      { $objectToArray: '$a' },
      [
        { k: 'x', v: 1 },
        { k: 'y', v: 2 },
      ],
      { a: { x: 1, y: 2 } },
    ],
    [
      '$arrayToObject of pairs',
      {
        $arrayToObject: [
          [
            ['a', 1],
            ['b', 2],
          ],
        ],
      },
      { a: 1, b: 2 },
    ],
    ['$arrayToObject of documents', { $arrayToObject: '$a' }, { x: 1 }, { a: [{ k: 'x', v: 1 }] }],
    ['$getField with a dot in its name', { $getField: 'a.b' }, 5, { 'a.b': 5 }],
    ['$setField', { $setField: { field: 'z', input: '$a', value: 9 } }, { x: 1, z: 9 }, { a: { x: 1 } }],
    ['$unsetField', { $unsetField: { field: 'x', input: '$a' } }, { y: 2 }, { a: { x: 1, y: 2 } }],
    ['a document of expressions', { n: { $add: [1, 1] }, a: '$x' }, { n: 2, a: 3 }, { x: 3 }],
  ]);
});
