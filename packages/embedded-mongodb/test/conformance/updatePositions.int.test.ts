import { describe } from 'vitest';
import { itRefuses, itUpdates } from './updateCases.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();
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
