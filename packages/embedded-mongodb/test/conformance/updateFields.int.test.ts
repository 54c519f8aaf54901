import { Decimal128, Double, Long } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { exactContents } from './exact.ts';
import { itRefuses, itUpdates } from './updateCases.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();
const long = (n: number): Long => Long.fromNumber(n);
const decimal = (text: string): Decimal128 => Decimal128.fromString(text);
const double = (n: number): Double => new Double(n);

describe('$set and $unset', () => {
  itUpdates(target, [
    ['$set replaces a value in place', { a: 1, b: 2 }, { $set: { a: 9 } }, { a: 9, b: 2 }],
    [
      '$set adds new fields in the order of their names',
      { m: 1 },
      { $set: { z: 1, c: 2 } },
      { m: 1, c: 2, z: 1 },
    ],
    ['$set makes the documents on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['$set goes into a document', { a: { b: 1, c: 2 } }, { $set: { 'a.b': 5 } }, { a: { b: 5, c: 2 } }],
    ['$set of an array element', { a: [1, 2, 3] }, { $set: { 'a.1': 9 } }, { a: [1, 9, 3] }],
    ['$set beyond the end fills with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    ['$set of a number as a field of a new document', {}, { $set: { 'a.0': 1 } }, { a: { '0': 1 } }],
    ['$set of an equal value changes nothing', { a: 1 }, { $set: { a: 1 } }, { a: 1 }],
    [
      '$set of the same value in another type changes the type',
      { a: 1 },
      { $set: { a: long(1) } },
      { a: long(1) },
    ],
    ['$set with no fields changes nothing', { a: 1 }, { $set: {} }, { a: 1 }],
    ['$set null', { a: 1 }, { $set: { a: null } }, { a: null }],
    ['$set a whole document', { a: { b: 1 } }, { $set: { a: { c: 2 } } }, { a: { c: 2 } }],
    ['$unset takes a field away', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    ['$unset of a missing field changes nothing', { a: 1 }, { $unset: { b: '' } }, { a: 1 }],
    ['$unset of a nested field keeps its document', { a: { b: 1 } }, { $unset: { 'a.b': '' } }, { a: {} }],
    [
      '$unset of an array element leaves null',
      { a: [1, 2, 3] },
      { $unset: { 'a.1': '' } },
      { a: [1, null, 3] },
    ],
    [
      '$setOnInsert does nothing to what is there',
      { a: 1 },
      { $setOnInsert: { a: 2 }, $set: { b: 1 } },
      { a: 1, b: 1 },
    ],
  ]);
  itRefuses(target, [
    ['$set through a plain value is PathNotViable', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
    ['$set through null is PathNotViable', { a: null }, { $set: { 'a.b': 1 } }, 28],
    ['$set of a field inside an array by name is PathNotViable', { a: [1] }, { $set: { 'a.b': 1 } }, 28],
    ['$set of _id to another value is ImmutableField', { a: 1 }, { $set: { _id: 2 } }, 66],
    ['two operators on one field conflict', { a: 1 }, { $set: { a: 2 }, $inc: { a: 1 } }, 40],
    ['a field and a field below it conflict', { a: {} }, { $set: { a: {}, 'a.b': 1 } }, 40],
    ['an unknown operator is FailedToParse', { a: 1 }, { $frob: { a: 1 } }, 9],
    ['an empty field name is EmptyFieldName', { a: 1 }, { $set: { '': 1 } }, 56],
    ['a path with an empty part is EmptyFieldName', { a: {} }, { $set: { 'a.': 1 } }, 56],
    ['$set of a plain value is FailedToParse', { a: 1 }, { $set: 5 }, 9],
  ]);
});

describe('$inc and $mul', () => {
  itUpdates(target, [
    ['$inc keeps int', { n: 1 }, { $inc: { n: 2 } }, { n: 3 }],
    ['$inc of a missing field sets it', {}, { $inc: { n: 5 } }, { n: 5 }],
    ['$inc below zero', { n: 1 }, { $inc: { n: -3 } }, { n: -2 }],
    ['$inc by a double makes a double', { n: 1 }, { $inc: { n: 0.5 } }, { n: 1.5 }],
    ['$inc of a double by an int stays a double', { n: double(1) }, { $inc: { n: 1 } }, { n: double(2) }],
    ['$inc by a long makes a long', { n: 1 }, { $inc: { n: long(1) } }, { n: long(2) }],
    ['$inc past the int range makes a long', { n: 2147483647 }, { $inc: { n: 1 } }, { n: long(2147483648) }],
    ['$inc of a decimal', { n: decimal('0.1') }, { $inc: { n: decimal('0.2') } }, { n: decimal('0.3') }],
    [
      '$inc of an int by a decimal makes a decimal',
      { n: 1 },
      { $inc: { n: decimal('1.5') } },
      { n: decimal('2.5') },
    ],
    [
      '$inc of a long keeps every digit',
      { n: Long.fromString('9007199254740993') },
      { $inc: { n: 2 } },
      { n: Long.fromString('9007199254740995') },
    ],
    ['$inc in a nested path', { a: { n: 1 } }, { $inc: { 'a.n': 1, 'a.m': 1 } }, { a: { n: 2, m: 1 } }],
    ['$inc of an array element', { a: [1, 2] }, { $inc: { 'a.0': 10 } }, { a: [11, 2] }],
    ['$inc by 0 changes nothing', { n: 1 }, { $inc: { n: 0 } }, { n: 1 }],
    ['$mul keeps int', { n: 3 }, { $mul: { n: 4 } }, { n: 12 }],
    ['$mul of a missing field sets 0 of the type', {}, { $mul: { n: long(4) } }, { n: long(0) }],
    ['$mul by a double', { n: 3 }, { $mul: { n: 0.5 } }, { n: 1.5 }],
    ['$mul past the int range makes a long', { n: 2147483647 }, { $mul: { n: 2 } }, { n: long(4294967294) }],
    ['$mul of a decimal', { n: decimal('1.10') }, { $mul: { n: decimal('3') } }, { n: decimal('3.30') }],
  ]);
  itRefuses(target, [
    ['$inc of a string is TypeMismatch', { n: 'x' }, { $inc: { n: 1 } }, 14],
    ['$inc of null is TypeMismatch', { n: null }, { $inc: { n: 1 } }, 14],
    ['$inc by a string is TypeMismatch', { n: 1 }, { $inc: { n: 'x' } }, 14],
    ['$inc past the long range is BadValue', { n: Long.MAX_VALUE }, { $inc: { n: 1 } }, 2],
    ['$mul of a string is TypeMismatch', { n: 'x' }, { $mul: { n: 1 } }, 14],
    ['$mul by a string is TypeMismatch', { n: 1 }, { $mul: { n: 'x' } }, 14],
  ]);
});

describe('$min, $max, $rename, $bit, $currentDate', () => {
  itUpdates(target, [
    ['$min takes the less', { n: 5 }, { $min: { n: 3 } }, { n: 3 }],
    ['$min keeps the less', { n: 2 }, { $min: { n: 3 } }, { n: 2 }],
    ['$min of a missing field sets it', {}, { $min: { n: 3 } }, { n: 3 }],
    ['$max takes the greater', { n: 5 }, { $max: { n: 7 } }, { n: 7 }],
    ['$max keeps the greater', { n: 9 }, { $max: { n: 7 } }, { n: 9 }],
    ['$max follows the order of types', { n: 9 }, { $max: { n: 'a' } }, { n: 'a' }],
    ['$min with null takes null', { n: 9 }, { $min: { n: null } }, { n: null }],
    ['$max of dates', { at: new Date(5) }, { $max: { at: new Date(9) } }, { at: new Date(9) }],
    ['$rename moves the value to the end', { a: 1, b: 2 }, { $rename: { a: 'c' } }, { b: 2, c: 1 }],
    ['$rename over a field there', { a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
    ['$rename of a missing field changes nothing', { a: 1 }, { $rename: { x: 'y' } }, { a: 1 }],
    ['$rename into a document', { a: 1, d: {} }, { $rename: { a: 'd.a' } }, { d: { a: 1 } }],
    ['$bit and', { n: 13 }, { $bit: { n: { and: 10 } } }, { n: 8 }],
    ['$bit or', { n: 3 }, { $bit: { n: { or: 5 } } }, { n: 7 }],
    ['$bit xor', { n: 1 }, { $bit: { n: { xor: 5 } } }, { n: 4 }],
    ['$bit or with a long makes a long', { n: 1 }, { $bit: { n: { or: long(2) } } }, { n: long(3) }],
  ]);
  itRefuses(target, [
    ['$rename inside an array is BadValue', { a: [{ b: 1 }] }, { $rename: { 'a.0.b': 'c' } }, 2],
    ['$rename to itself is BadValue', { a: 1 }, { $rename: { a: 'a' } }, 2],
    ['$rename to what is no name is BadValue', { a: 1 }, { $rename: { a: 5 } }, 2],
    ['$bit of a double is BadValue', { n: 1.5 }, { $bit: { n: { or: 1 } } }, 2],
    ['$currentDate of a number is BadValue', { a: 1 }, { $currentDate: { a: 5 } }, 2],
  ]);

  it('$currentDate sets a date near now', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    const before = Date.now();
    await collection.updateOne({ _id: 1 }, { $currentDate: { at: true } });
    const at = (await collection.findOne())?.at;
    expect(at).toBeInstanceOf(Date);
    expect(Math.abs((at as Date).getTime() - before)).toBeLessThan(60_000);
  });

  it('$currentDate of type timestamp sets a timestamp', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    await collection.updateOne({}, { $currentDate: { at: { $type: 'timestamp' } } });
    expect((await exactContents(collection))[0]).toMatch(/"at":\{"\$timestamp"/);
  });
});

describe('replacement', () => {
  it('keeps _id and drops all else', async () => {
    const collection = await target.collection([{ _id: 1, a: 1, b: 2 }]);
    const result = await collection.replaceOne({ a: 1 }, { c: 3 });
    expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
    expect(await collection.findOne()).toEqual({ _id: 1, c: 3 });
  });
  it('puts _id first', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    await collection.replaceOne({}, { z: 1, _id: 1 });
    expect(Object.keys((await collection.findOne()) ?? {})).toEqual(['_id', 'z']);
  });
  it('by an equal document modifies nothing', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    expect(await collection.replaceOne({}, { a: 1 })).toMatchObject({ matchedCount: 1, modifiedCount: 0 });
  });
  it('with another _id is ImmutableField', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    await expect(collection.replaceOne({}, { _id: 2 })).rejects.toMatchObject({ code: 66 });
  });
});
