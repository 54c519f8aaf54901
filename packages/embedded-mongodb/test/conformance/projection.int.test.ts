import { describe, expect, it } from 'vitest';
import type { Document } from 'mongodb';
import { errorOf } from './exact.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();
const order = {
  _id: 1,
  code: 'A-1',
  buyer: { name: 'Ann', city: 'Lyon', tags: ['vip', 'new'] },
  lines: [
    { sku: 'A', qty: 1 },
    { sku: 'B', qty: 2 },
    { sku: 'C', qty: 3 },
  ],
  marks: [5, 8, 9],
};

const cases: [string, Document, Document][] = [
  ['chosen fields come with _id', { code: 1 }, { _id: 1, code: 'A-1' }],
  ['_id may be left out', { _id: 0, code: 1 }, { code: 'A-1' }],
  ['only _id', { _id: 1 }, { _id: 1 }],
  ['fields left out', { lines: 0, marks: 0, buyer: 0 }, { _id: 1, code: 'A-1' }],
  ['a nested field', { 'buyer.name': 1 }, { _id: 1, buyer: { name: 'Ann' } }],
  ['a nested field written as a document', { buyer: { city: 1 } }, { _id: 1, buyer: { city: 'Lyon' } }],
  [
    'a nested field left out',
    { _id: 0, 'buyer.tags': 0, lines: 0, marks: 0 },
    { code: 'A-1', buyer: { name: 'Ann', city: 'Lyon' } },
  ],
  [
    'a field of every array element',
    { 'lines.sku': 1 },
    { _id: 1, lines: [{ sku: 'A' }, { sku: 'B' }, { sku: 'C' }] },
  ],
  ['a missing field is not made up', { nothing: 1 }, { _id: 1 }],
  ['$slice of the first', { _id: 1, marks: { $slice: 2 }, code: 1 }, { _id: 1, code: 'A-1', marks: [5, 8] }],
  ['$slice of the last', { _id: 1, marks: { $slice: -1 }, code: 1 }, { _id: 1, code: 'A-1', marks: [9] }],
  ['$slice with skip', { marks: { $slice: [1, 1] }, code: 1 }, { _id: 1, code: 'A-1', marks: [8] }],
  [
    '$elemMatch gives the first element that matches',
    { lines: { $elemMatch: { qty: { $gt: 1 } } } },
    { _id: 1, lines: [{ sku: 'B', qty: 2 }] },
  ],
  [
    '$elemMatch without a match leaves the field out',
    { code: 1, lines: { $elemMatch: { qty: 9 } } },
    { _id: 1, code: 'A-1' },
  ],
  ['an expression', { n: { $size: '$lines' } }, { _id: 1, n: 3 }],
  ['another field by its path', { who: '$buyer.name' }, { _id: 1, who: 'Ann' }],
  ['a literal', { one: { $literal: 1 } }, { _id: 1, one: 1 }],
  ['a string is a value', { word: 'hi' }, { _id: 1, word: 'hi' }],
  ['true counts as 1', { code: true }, { _id: 1, code: 'A-1' }],
  ['an empty projection gives all', {}, order],
];

describe('projection', () => {
  it.each(cases)('%s', async (_title, projection, expected) => {
    const collection = await target.collection([order]);
    expect(await collection.findOne({}, { projection })).toEqual(expected);
  });

  it('the positional $ gives the element the filter met', async () => {
    const collection = await target.collection([order]);
    const found = await collection.findOne({ 'lines.sku': 'B' }, { projection: { 'lines.$': 1 } });
    expect(found).toEqual({ _id: 1, lines: [{ sku: 'B', qty: 2 }] });
  });

  it('the positional $ with $elemMatch in the filter', async () => {
    const collection = await target.collection([order]);
    const found = await collection.findOne(
      { marks: { $elemMatch: { $gt: 5 } } },
      { projection: { 'marks.$': 1 } },
    );
    expect(found).toEqual({ _id: 1, marks: [8] });
  });

  it('$slice alone keeps the other fields', async () => {
    const collection = await target.collection([{ _id: 1, a: 1, b: [1, 2] }]);
    expect(await collection.findOne({}, { projection: { b: { $slice: 1 } } })).toEqual({
      _id: 1,
      a: 1,
      b: [1],
    });
  });

  it('fields keep the order of the document', async () => {
    const collection = await target.collection([{ _id: 1, b: 1, a: 2, c: 3 }]);
    const found = await collection.findOne({}, { projection: { a: 1, b: 1 } });
    expect(Object.keys(found ?? {})).toEqual(['_id', 'b', 'a']);
  });

  it('mixing choosing and leaving out is refused with 31254', async () => {
    const collection = await target.collection([order]);
    const error = await errorOf(collection.findOne({}, { projection: { code: 1, marks: 0 } }));
    expect(error).toMatchObject({ code: 31254 });
  });

  it('mixing leaving out and choosing is refused with 31253', async () => {
    const collection = await target.collection([order]);
    const error = await errorOf(collection.findOne({}, { projection: { marks: 0, code: 1 } }));
    expect(error).toMatchObject({ code: 31253 });
  });

  it('a path and its parent collide with 31250', async () => {
    const collection = await target.collection([order]);
    const error = await errorOf(collection.findOne({}, { projection: { 'buyer.name': 1, buyer: 1 } }));
    expect(error).toMatchObject({ code: 31250 });
  });
});
