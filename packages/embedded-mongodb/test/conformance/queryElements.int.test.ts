import { BSONRegExp, Binary, Code, Decimal128, Long, MinKey, ObjectId, Timestamp } from 'mongodb';
import { describe } from 'vitest';
import { itFinds } from './queryCases.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

describe('$type', () => {
  const documents = [
    { _id: 1, v: 1 },
    { _id: 2, v: 1.5 },
    { _id: 3, v: Long.fromNumber(1) },
    { _id: 4, v: Decimal128.fromString('1') },
    { _id: 5, v: 's' },
    { _id: 6, v: {} },
    { _id: 7, v: true },
    { _id: 8, v: new Date(0) },
    { _id: 9, v: new ObjectId() },
    { _id: 10, v: new Binary(Buffer.from('a')) },
    { _id: 11, v: /a/ },
    { _id: 12, v: new Timestamp({ t: 1, i: 1 }) },
    { _id: 13, v: new Code('1') },
    { _id: 14, v: new MinKey() },
  ];
  itFinds(target, documents, [
    ['int', { v: { $type: 'int' } }, [1]],
    ['double', { v: { $type: 'double' } }, [2]],
    ['long', { v: { $type: 'long' } }, [3]],
    ['decimal', { v: { $type: 'decimal' } }, [4]],
    ['number is any of the four', { v: { $type: 'number' } }, [1, 2, 3, 4]],
    ['a type number', { v: { $type: 2 } }, [5]],
    ['object', { v: { $type: 'object' } }, [6]],
    ['bool', { v: { $type: 'bool' } }, [7]],
    ['date', { v: { $type: 'date' } }, [8]],
    ['objectId', { v: { $type: 'objectId' } }, [9]],
    ['binData', { v: { $type: 'binData' } }, [10]],
    ['regex', { v: { $type: 'regex' } }, [11]],
    ['timestamp', { v: { $type: 'timestamp' } }, [12]],
    ['javascript', { v: { $type: 'javascript' } }, [13]],
    ['minKey', { v: { $type: 'minKey' } }, [14]],
    ['a list of types', { v: { $type: ['string', 'bool'] } }, [5, 7]],
  ]);
});

describe('patterns', () => {
  const documents = [
    { _id: 1, s: 'Widget' },
    { _id: 2, s: 'widget two' },
    { _id: 3, s: 'gadget\nwidget' },
    { _id: 4, s: 'a.b' },
    { _id: 5, s: /^w/ },
    { _id: 6, s: 7 },
    { _id: 7, s: 'Straße' },
  ];
  itFinds(target, documents, [
    ['a pattern value', { s: /idget/ }, [1, 2, 3]],
    ['an anchored pattern', { s: /^Wid/ }, [1]],
    ['a pattern finds an equal stored pattern', { s: /^w/ }, [2, 5]],
    ['$regex with i', { s: { $regex: '^widget', $options: 'i' } }, [1, 2]],
    ['$regex with m lets ^ match after a line end', { s: { $regex: '^widget', $options: 'm' } }, [2, 3]],
    ['$regex with s lets . match a line end', { s: { $regex: 'gadget.widget', $options: 's' } }, [3]],
    ['$regex with x ignores blanks', { s: { $regex: '^ Wid get $ # the word', $options: 'x' } }, [1]],
    ['an escaped dot', { s: { $regex: 'a\\.b' } }, [4]],
    ['$in with a pattern', { s: { $in: [/^Wid/, 'a.b'] } }, [1, 4]],
    ['$not with a pattern', { s: { $not: /widget/i } }, [4, 5, 6, 7]],
    ['$nin with a pattern', { s: { $nin: [/dget/] } }, [4, 5, 6, 7]],
    ['beyond ASCII', { s: /straße/i }, [7]],
    ['a BSON pattern', { s: new BSONRegExp('^wid', 'i') }, [1, 2]],
    ['$regex beside $ne', { s: { $regex: 'idget', $ne: 'Widget' } }, [2, 3]],
  ]);
});

describe('$mod and bits', () => {
  const documents = [
    { _id: 1, n: 4 },
    { _id: 2, n: 7 },
    { _id: 3, n: 12.9 },
    { _id: 4, n: -4 },
    { _id: 5, n: 'x' },
    { _id: 6, n: Long.fromString('4294967296') },
    { _id: 7, n: 0 },
  ];
  itFinds(target, documents, [
    ['$mod cuts off the fraction', { n: { $mod: [4, 0] } }, [1, 3, 4, 6, 7]],
    ['$mod keeps the sign', { n: { $mod: [3, -1] } }, [4]],
    ['$mod with a rest', { n: { $mod: [4, 3] } }, [2]],
    ['$bitsAllSet by mask', { n: { $bitsAllSet: 4 } }, [1, 2, 4]],
    ['$bitsAllSet by positions', { n: { $bitsAllSet: [0, 1, 2] } }, [2]],
    ['$bitsAnySet', { n: { $bitsAnySet: 3 } }, [2]],
    ['$bitsAllClear', { n: { $bitsAllClear: 7 } }, [6, 7]],
    ['$bitsAnyClear', { n: { $bitsAnyClear: [2] } }, [6, 7]],
    ['a bit above 31, negative numbers extended by their sign', { n: { $bitsAllSet: [32] } }, [4, 6]],
  ]);
});

describe('$jsonSchema and $expr', () => {
  const documents = [
    { _id: 1, sku: 'A', qty: 1 },
    { _id: 2, sku: 5, qty: 1 },
    { _id: 3, qty: 20 },
    { _id: 4, sku: 'B', qty: 1.5 },
    { _id: 5, sku: 'C', limits: { max: 3 }, qty: 4 },
  ];
  itFinds(target, documents, [
    ['required', { $jsonSchema: { required: ['sku'] } }, [1, 2, 4, 5]],
    [
      'bsonType of a property',
      { $jsonSchema: { properties: { sku: { bsonType: 'string' } } } },
      [1, 3, 4, 5],
    ],
    ['maximum', { $jsonSchema: { properties: { qty: { maximum: 4 } } } }, [1, 2, 4, 5]],
    ['enum', { $jsonSchema: { properties: { sku: { enum: ['A', 5] } } } }, [1, 2, 3]],
    [
      'pattern',
      { $jsonSchema: { required: ['sku'], properties: { sku: { type: 'string', pattern: '^[AB]$' } } } },
      [1, 4],
    ],
    ['$expr with arithmetic', { $expr: { $gt: [{ $multiply: ['$qty', 2] }, 7] } }, [3, 5]],
    ['$expr on a nested field', { $expr: { $gt: ['$qty', '$limits.max'] } }, [1, 2, 3, 4, 5]],
    ['$expr with $ifNull', { $expr: { $eq: [{ $ifNull: ['$sku', 'none'] }, 'none'] } }, [3]],
  ]);
});
