import { Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { itFinds } from './queryCases.ts';
import { errorOf } from './exact.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();
const early = new Date('2024-01-01T00:00:00Z');
const late = new Date('2025-01-01T00:00:00Z');

describe('comparison of numbers', () => {
  const documents = [
    { _id: 1, n: 1 },
    { _id: 2, n: 2.5 },
    { _id: 3, n: Long.fromNumber(3) },
    { _id: 4, n: Decimal128.fromString('4.5') },
    { _id: 5, n: Infinity },
    { _id: 6, n: null },
    { _id: 7 },
    { _id: 8, n: '3' },
  ];
  itFinds(target, documents, [
    ['$eq finds an int by a double', { n: new Double(1) }, [1]],
    ['$eq finds a long by an int', { n: 3 }, [3]],
    ['$eq finds a decimal by a double', { n: 4.5 }, [4]],
    ['$gt compares across numeric types', { n: { $gt: 2.5 } }, [3, 4, 5]],
    ['$gte includes the bound', { n: { $gte: 2.5 } }, [2, 3, 4, 5]],
    ['$lt leaves other types out', { n: { $lt: 3 } }, [1, 2]],
    ['$lte with a decimal bound', { n: { $lte: Decimal128.fromString('2.5') } }, [1, 2]],
    ['$ne finds other types, null and missing', { n: { $ne: 1 } }, [2, 3, 4, 5, 6, 7, 8]],
    ['Infinity equals itself', { n: Infinity }, [5]],
    ['$lt Infinity', { n: { $lt: Infinity } }, [1, 2, 3, 4]],
    ['a range of two bounds', { n: { $gt: 1, $lt: 4.5 } }, [2, 3]],
    ['$in over types', { n: { $in: [1, Long.fromNumber(3), '3'] } }, [1, 3, 8]],
    ['$nin finds null and missing', { n: { $nin: [1, 2.5, 3, 4.5] } }, [5, 6, 7, 8]],
    ['$in with an empty list finds nothing', { n: { $in: [] } }, []],
    ['$nin with an empty list finds all', { n: { $nin: [] } }, [1, 2, 3, 4, 5, 6, 7, 8]],
    ['$not negates and so finds other types', { n: { $not: { $gt: 2 } } }, [1, 6, 7, 8]],
    ['strings are not compared with numbers', { n: { $gt: '0' } }, [8]],
    ['$in holding null finds missing', { n: { $in: [null, 1] } }, [1, 6, 7]],
  ]);
});

describe('not a number', () => {
  const documents = [
    { _id: 1, n: NaN },
    { _id: 2, n: 0 },
    { _id: 3, n: Decimal128.fromString('NaN') },
  ];
  itFinds(target, documents, [
    ['NaN equals NaN, in any numeric type', { n: NaN }, [1, 3]],
    ['$gte NaN finds only NaN', { n: { $gte: NaN } }, [1, 3]],
    ['$gt NaN finds nothing', { n: { $gt: NaN } }, []],
    ['no number is greater than it', { n: { $gt: -1 } }, [2]],
  ]);
});

describe('null and missing', () => {
  const documents = [
    { _id: 1, a: null },
    { _id: 2 },
    { _id: 3, a: 0 },
    { _id: 4, a: [] },
    { _id: 5, a: [null] },
    { _id: 6, a: { b: null } },
    { _id: 7, a: { b: 1 } },
    { _id: 8, a: [{ b: 1 }, {}] },
  ];
  itFinds(target, documents, [
    ['equality with null finds null, missing and an array holding null', { a: null }, [1, 2, 5]],
    ['$ne null finds what is there', { a: { $ne: null } }, [3, 4, 6, 7, 8]],
    ['$exists true finds null too', { a: { $exists: true } }, [1, 3, 4, 5, 6, 7, 8]],
    ['$exists false finds missing only', { a: { $exists: false } }, [2]],
    ['a nested null finds a missing path', { 'a.b': null }, [1, 2, 3, 6, 8]],
    ['nested $exists', { 'a.b': { $exists: true } }, [6, 7, 8]],
    ['nested $exists false', { 'a.b': { $exists: false } }, [1, 2, 3, 4, 5]],
    ['$gte null finds null and missing', { a: { $gte: null } }, [1, 2, 5]],
    ['$type null finds null but not missing', { a: { $type: 'null' } }, [1, 5]],
    ['equality with an empty array', { a: [] }, [4]],
  ]);
});

describe('dates, ids and other types', () => {
  const id = new ObjectId('64b000000000000000000001');
  const documents = [
    { _id: 1, v: early },
    { _id: 2, v: late },
    { _id: 3, v: id },
    { _id: 4, v: true },
    { _id: 5, v: false },
    { _id: 6, v: 'abc' },
    { _id: 7, v: new Timestamp({ t: 5, i: 1 }) },
    { _id: 8, v: new MinKey() },
    { _id: 9, v: new MaxKey() },
    { _id: 10, v: { x: 1, y: 2 } },
    { _id: 11, v: Buffer.from('ab') },
  ];
  itFinds(target, documents, [
    ['a date range', { v: { $gte: early, $lt: late } }, [1]],
    ['dates are not compared with numbers', { v: { $gt: 0 } }, []],
    ['an object id by value', { v: new ObjectId('64b000000000000000000001') }, [3]],
    ['true is not 1', { v: 1 }, []],
    ['booleans order false before true', { v: { $lt: true } }, [5]],
    ['strings compare by code', { v: { $lt: 'abd', $gte: 'ab' } }, [6]],
    ['a timestamp range', { v: { $gt: new Timestamp({ t: 4, i: 9 }) } }, [7]],
    ['$gt MinKey spans the types', { v: { $gt: new MinKey() } }, [1, 2, 3, 4, 5, 6, 7, 9, 10, 11]],
    ['$lt MaxKey spans the types', { v: { $lt: new MaxKey() } }, [1, 2, 3, 4, 5, 6, 7, 8, 10, 11]],
    ['a whole document, fields in order', { v: { x: 1, y: 2 } }, [10]],
    ['a whole document in another order is another', { v: { y: 2, x: 1 } }, []],
    ['part of a document is not the document', { v: { x: 1 } }, []],
    ['documents compare field by field', { v: { $gt: { x: 1, y: 1 } } }, [10]],
    ['binary by value', { v: Buffer.from('ab') }, [11]],
  ]);
});

describe('logical operators', () => {
  const documents = [
    { _id: 1, a: 1, b: 1 },
    { _id: 2, a: 1, b: 2 },
    { _id: 3, a: 2, b: 1 },
    { _id: 4, a: 2, b: 2 },
  ];
  itFinds(target, documents, [
    ['several fields all hold', { a: 1, b: 2 }, [2]],
    ['$or', { $or: [{ a: 1 }, { b: 1 }] }, [1, 2, 3]],
    ['$and over the same field', { $and: [{ a: { $gt: 0 } }, { a: { $lt: 2 } }] }, [1, 2]],
    ['$nor', { $nor: [{ a: 1 }, { b: 1 }] }, [4]],
    ['$or beside a field', { b: 2, $or: [{ a: 1 }, { a: 3 }] }, [2]],
    ['$not of an operator', { a: { $not: { $eq: 1 } } }, [3, 4]],
    ['nested $or in $and', { $and: [{ $or: [{ a: 1 }, { a: 2 }] }, { b: 1 }] }, [1, 3]],
    ['$expr compares two fields', { $expr: { $gt: ['$a', '$b'] } }, [3]],
    ['$expr beside a field', { a: 1, $expr: { $eq: ['$a', '$b'] } }, [1]],
    ['$comment changes nothing', { a: 1, $comment: 'why' }, [1, 2]],
    ['an empty filter finds all', {}, [1, 2, 3, 4]],
    ['a contradiction finds none', { $and: [{ a: 1 }, { a: 2 }] }, []],
  ]);
});

describe('filters that are refused', () => {
  const refused: [string, Record<string, unknown>][] = [
    ['an unknown operator', { a: { $frob: 1 } }],
    ['an unknown top-level operator', { $frob: [] }],
    ['$in without a list', { a: { $in: 1 } }],
    ['an empty $or', { $or: [] }],
    ['$and that is no list', { $and: { a: 1 } }],
    ['$mod with one number', { a: { $mod: [2] } }],
    ['$not of a plain value', { a: { $not: 5 } }],
    ['$elemMatch of a number', { a: { $elemMatch: 5 } }],
    ['$regex of a number', { a: { $regex: 5 } }],
    ['$options without $regex', { a: { $options: 'i' } }],
    ['$nor with an empty list', { $nor: [] }],
  ];
  it.each(refused)('%s is BadValue', async (_title, filter) => {
    const collection = await target.collection([{ _id: 1 }]);
    expect(await errorOf(collection.find(filter).toArray())).toMatchObject({ code: 2, codeName: 'BadValue' });
  });

  it('$type with an unknown name is BadValue', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    expect(await errorOf(collection.find({ a: { $type: 'frob' } }).toArray())).toMatchObject({
      code: 2,
    });
  });
});
