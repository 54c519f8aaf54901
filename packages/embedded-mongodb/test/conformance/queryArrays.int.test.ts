import { describe } from 'vitest';
import { itFinds } from './queryCases.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

describe('arrays of plain values', () => {
  const documents = [
    { _id: 1, a: [1, 2, 3] },
    { _id: 2, a: [4, 5] },
    { _id: 3, a: [] },
    { _id: 4, a: 2 },
    { _id: 5, a: [[1, 2], 3] },
    { _id: 6, a: [10, 1] },
    { _id: 7, a: ['x', 'y'] },
  ];
  itFinds(target, documents, [
    ['a value finds arrays holding it and the plain value', { a: 2 }, [1, 4]],
    ['a whole array finds that array', { a: [4, 5] }, [2]],
    ['a whole array also finds arrays holding it as an element', { a: [1, 2] }, [5]],
    ['order of elements matters', { a: [5, 4] }, []],
    ['two bounds may be met by different elements', { a: { $gt: 3, $lt: 2 } }, [6]],
    ['$elemMatch wants one element for both bounds', { a: { $elemMatch: { $gt: 3, $lt: 5 } } }, [2]],
    ['$elemMatch does not look at plain values', { a: { $elemMatch: { $eq: 2 } } }, [1]],
    ['$all wants every value', { a: { $all: [1, 3] } }, [1]],
    ['$all of one value finds a plain value', { a: { $all: [2] } }, [1, 4]],
    ['$all of an empty list finds nothing', { a: { $all: [] } }, []],
    [
      '$all with $elemMatch',
      { a: { $all: [{ $elemMatch: { $gt: 4 } }, { $elemMatch: { $lt: 5 } }] } },
      [2, 6],
    ],
    ['$size', { a: { $size: 2 } }, [2, 5, 6, 7]],
    ['$size 0', { a: { $size: 0 } }, [3]],
    ['an index in the path, then into an inner array', { 'a.0': 1 }, [1, 5]],
    ['an index in the path with an operator', { 'a.1': { $gte: 5 } }, [2]],
    ['$ne wants no element to be equal', { a: { $ne: 1 } }, [2, 3, 4, 5, 7]],
    ['$nin wants no element in the list', { a: { $nin: [1, 4] } }, [3, 4, 5, 7]],
    ['$in finds any element', { a: { $in: [5, 'x'] } }, [2, 7]],
    ['$not with $size', { a: { $not: { $size: 2 } } }, [1, 3, 4]],
    ['$exists on an index', { 'a.2': { $exists: true } }, [1]],
    ['$type array', { a: { $type: 'array' } }, [1, 2, 3, 5, 6, 7]],
    ['$type looks at elements', { a: { $type: 'string' } }, [7]],
    ['$mod looks at elements', { a: { $mod: [5, 0] } }, [2, 6]],
    ['a pattern looks at elements', { a: /^x/ }, [7]],
  ]);
});

describe('arrays of documents', () => {
  const documents = [
    {
      _id: 1,
      lines: [
        { sku: 'A', qty: 1 },
        { sku: 'B', qty: 5 },
      ],
    },
    { _id: 2, lines: [{ sku: 'A', qty: 5 }] },
    { _id: 3, lines: [{ sku: 'C', qty: 2, tags: ['x', 'y'] }] },
    { _id: 4, lines: { sku: 'A', qty: 9 } },
    { _id: 5, lines: [] },
    { _id: 6, lines: [{ sku: 'D', parts: [{ n: 1 }, { n: 2 }] }] },
  ];
  itFinds(target, documents, [
    ['a path goes through the array', { 'lines.sku': 'A' }, [1, 2, 4]],
    ['two paths may be met by different elements', { 'lines.sku': 'A', 'lines.qty': 5 }, [1, 2]],
    ['$elemMatch wants one element for both', { lines: { $elemMatch: { sku: 'A', qty: 5 } } }, [2]],
    ['$elemMatch with $or', { lines: { $elemMatch: { $or: [{ sku: 'C' }, { qty: 1 }] } } }, [1, 3]],
    ['$not $elemMatch', { lines: { $not: { $elemMatch: { sku: 'A' } } } }, [3, 4, 5, 6]],
    ['an array within the array', { 'lines.tags': 'y' }, [3]],
    ['a path through two arrays', { 'lines.parts.n': 2 }, [6]],
    ['nested $elemMatch', { lines: { $elemMatch: { parts: { $elemMatch: { n: { $gt: 1 } } } } } }, [6]],
    ['an index, then a field', { 'lines.1.sku': 'B' }, [1]],
    ['an index on a plain document is a field name', { 'lines.0.sku': 'A' }, [1, 2]],
    ['a whole element', { lines: { sku: 'A', qty: 5 } }, [2]],
    ['$size of an inner array', { 'lines.parts': { $size: 2 } }, [6]],
    ['$all over a path', { 'lines.sku': { $all: ['A', 'B'] } }, [1]],
    ['$ne over a path', { 'lines.sku': { $ne: 'A' } }, [3, 5, 6]],
    ['$exists over a path', { 'lines.tags': { $exists: true } }, [3]],
    ['$exists false over a path', { 'lines.tags': { $exists: false } }, [1, 2, 4, 5, 6]],
    ['a range over a path', { 'lines.qty': { $gte: 5 } }, [1, 2, 4]],
  ]);
});
