import {
  BSONRegExp,
  Binary,
  Code,
  DBRef,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  UUID,
} from 'mongodb';
import { describe, expect, it } from 'vitest';
import { exact, exactContents } from './exact.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

const values: [string, unknown][] = [
  ['int', 42],
  ['the least int', -2147483648],
  ['the greatest int', 2147483647],
  ['a double', 1.5],
  ['a double without fraction', new Double(3)],
  ['minus zero', new Double(-0)],
  ['NaN', NaN],
  ['minus infinity', -Infinity],
  ['the least double', 5e-324],
  ['a long', Long.fromString('9223372036854775807')],
  ['a negative long', Long.fromString('-9223372036854775808')],
  ['a small long', Long.fromNumber(1)],
  ['a decimal', Decimal128.fromString('12345678901234567890.12345678901234')],
  ['a decimal with trailing zeros', Decimal128.fromString('1.500')],
  ['a decimal exponent', Decimal128.fromString('1E-6176')],
  ['decimal NaN', Decimal128.fromString('NaN')],
  ['a string', 'plain'],
  ['an empty string', ''],
  ['a string beyond the basic plane', 'Zürich 😀 日本'],
  ['a string with a zero in it', 'a\u0000b'],
  ['true', true],
  ['false', false],
  ['null', null],
  ['a date', new Date('2024-02-29T12:34:56.789Z')],
  ['a date before 1970', new Date(-1)],
  ['a far date', new Date(8.64e15)],
  ['an object id', new ObjectId('64b000000000000000000001')],
  ['binary', new Binary(Buffer.from([0, 1, 255]))],
  ['empty binary', new Binary(Buffer.alloc(0))],
  ['binary of a subtype', new Binary(Buffer.from('abc'), 128)],
  ['a UUID', new UUID('123e4567-e89b-42d3-a456-426614174000')],
  ['a pattern', new BSONRegExp('^a.*b$', 'im')],
  ['a timestamp', new Timestamp({ t: 1700000000, i: 7 })],
  ['code', new Code('return 1')],
  ['code with scope', new Code('return x', { x: 1 })],
  ['a reference', new DBRef('other', new ObjectId('64b000000000000000000001'))],
  ['MinKey', new MinKey()],
  ['MaxKey', new MaxKey()],
  ['an empty document', {}],
  ['an empty array', []],
  ['a document in its order', { b: 1, a: { d: 1, c: 2 } }],
  ['an array of mixed types', [1, 'a', null, [2, { x: [3] }], new Double(4)]],
  ['field names with dots and dollars inside', { 'a.b': 1, c: { $d: 2 } }],
  ['number-like field names', { '2': 'b', '10': 'c', '1': 'a' }],
];

describe('a value', () => {
  it.each(values)('%s comes back as it went in', async (_title, v) => {
    const collection = await target.collection([{ _id: 1, v }]);
    expect(await exactContents(collection)).toEqual([exact({ _id: 1, v })]);
  });
});

const keys = values.filter(
  ([, v]) => !Array.isArray(v) && !(v instanceof BSONRegExp) && v !== null && !hasDollar(v),
);

describe('as _id', () => {
  it.each(keys)('%s is found by itself', async (_title, _id) => {
    const collection = await target.collection([{ _id }, { _id: 'another' }]);
    expect(await exactContents(collection, { _id: { $eq: _id } })).toEqual([exact({ _id })]);
  });
});

describe('by an index', () => {
  it.each(values.filter(([, v]) => !Array.isArray(v) && !(v instanceof BSONRegExp)))(
    '%s is found by itself',
    async (_title, v) => {
      const collection = await target.collection([
        { _id: 1, v },
        { _id: 2, v: 'another' },
      ]);
      await collection.createIndex({ v: 1 });
      const rows = await collection
        .find({ v: { $eq: v } }, { hint: { v: 1 }, projection: { _id: 1 } })
        .toArray();
      expect(rows).toEqual([{ _id: 1 }]);
    },
  );
});

/** Field names with a dollar may not stand in an _id. */
function hasDollar(value: unknown): boolean {
  return value instanceof DBRef || (typeof value === 'object' && value !== null && 'c' in value);
}

describe('documents', () => {
  it('_id comes first though it was put last', async () => {
    const collection = await target.collection();
    await collection.insertOne({ a: 1, _id: 5 });
    expect(Object.keys((await collection.findOne()) ?? {})).toEqual(['_id', 'a']);
  });
  it('without _id get one', async () => {
    const collection = await target.collection();
    await target.db.command({ insert: collection.collectionName, documents: [{ a: 1 }] });
    const found = await collection.findOne();
    expect(found?._id).toBeInstanceOf(ObjectId);
    expect(Object.keys(found ?? {})).toEqual(['_id', 'a']);
  });
  it('a zero timestamp on the top level becomes the time', async () => {
    const collection = await target.collection([{ _id: 1, at: new Timestamp({ t: 0, i: 0 }) }]);
    expect((await collection.findOne())?.at.getHighBits()).toBeGreaterThan(0);
  });
  it('of 15 MB come back whole', async () => {
    const text = 'x'.repeat(15_000_000);
    const collection = await target.collection([{ _id: 1, text }]);
    expect((await collection.findOne())?.text.length).toBe(15_000_000);
  });
  it('100 levels deep come back whole', async () => {
    let deep: Record<string, unknown> = { end: new Int32(1) };
    for (let i = 0; i < 98; i += 1) deep = { d: deep };
    const collection = await target.collection([{ _id: 1, deep }]);
    expect(await exactContents(collection)).toEqual([exact({ _id: 1, deep })]);
  });
  it('numbers equal in value are one _id', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    await expect(collection.insertOne({ _id: Long.fromNumber(1) })).rejects.toMatchObject({
      code: 11000,
    });
    await expect(collection.insertOne({ _id: new Double(1) })).rejects.toMatchObject({
      code: 11000,
    });
  });
  it('an array as _id is refused', async () => {
    const collection = await target.collection();
    await expect(collection.insertOne({ _id: [1] })).rejects.toMatchObject({ code: 53 });
  });
  it('a pattern as _id is refused', async () => {
    const collection = await target.collection();
    await expect(collection.insertOne({ _id: /a/ })).rejects.toMatchObject({ code: 53 });
  });
  it('over 16 MB are refused and nothing is lost', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    await expect(collection.updateOne({}, { $set: { text: 'x'.repeat(16_800_000) } })).rejects.toThrow();
    expect(await collection.find().toArray()).toEqual([{ _id: 1 }]);
  });
});
