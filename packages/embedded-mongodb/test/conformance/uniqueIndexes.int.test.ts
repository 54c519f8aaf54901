import { Decimal128, Long } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { CreateIndexesOptions, Document, IndexSpecification } from 'mongodb';
import { errorOf } from './exact.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

/** An index, a document that is there, another that comes, and whether it may. */
type UniqueCase = readonly [
  title: string,
  index: IndexSpecification,
  options: CreateIndexesOptions,
  there: Document,
  comes: Document,
  mayCome: boolean,
];

const cases: UniqueCase[] = [
  ['the same value', { a: 1 }, {}, { a: 1 }, { a: 1 }, false],
  ['another value', { a: 1 }, {}, { a: 1 }, { a: 2 }, true],
  ['the same number as another type', { a: 1 }, {}, { a: 1 }, { a: Long.fromNumber(1) }, false],
  ['the same number as a decimal', { a: 1 }, {}, { a: 1.5 }, { a: Decimal128.fromString('1.5') }, false],
  ['a number and its text', { a: 1 }, {}, { a: 1 }, { a: '1' }, true],
  ['two without the field', { a: 1 }, {}, { b: 1 }, { b: 2 }, false],
  ['null and missing', { a: 1 }, {}, { a: null }, { b: 2 }, false],
  ['two without the field, sparse', { a: 1 }, { sparse: true }, { b: 1 }, { b: 2 }, true],
  ['two nulls, sparse', { a: 1 }, { sparse: true }, { a: null }, { a: null }, false],
  ['the same value, sparse', { a: 1 }, { sparse: true }, { a: 1 }, { a: 1 }, false],
  ['two fields, both the same', { a: 1, b: 1 }, {}, { a: 1, b: 2 }, { a: 1, b: 2 }, false],
  ['two fields, one the same', { a: 1, b: 1 }, {}, { a: 1, b: 2 }, { a: 1, b: 3 }, true],
  ['two fields, swapped', { a: 1, b: 1 }, {}, { a: 1, b: 2 }, { a: 2, b: 1 }, true],
  ['a nested field', { 'a.b': 1 }, {}, { a: { b: 1 } }, { a: { b: 1 } }, false],
  ['arrays sharing an element', { a: 1 }, {}, { a: [1, 2] }, { a: [2, 3] }, false],
  ['arrays sharing none', { a: 1 }, {}, { a: [1, 2] }, { a: [3] }, true],
  ['a value and an array holding it', { a: 1 }, {}, { a: 1 }, { a: [1] }, false],
  ['fields of documents in arrays', { 'a.k': 1 }, {}, { a: [{ k: 1 }, { k: 2 }] }, { a: [{ k: 2 }] }, false],
  [
    'documents with the same fields in order',
    { a: 1 },
    {},
    { a: { x: 1, y: 1 } },
    { a: { x: 1, y: 1 } },
    false,
  ],
  [
    'documents with the same fields in another order',
    { a: 1 },
    {},
    { a: { x: 1, y: 1 } },
    { a: { y: 1, x: 1 } },
    true,
  ],
  [
    'inside a partial index',
    { a: 1 },
    { partialFilterExpression: { live: true } },
    { a: 1, live: true },
    { a: 1, live: true },
    false,
  ],
  [
    'one outside a partial index',
    { a: 1 },
    { partialFilterExpression: { live: true } },
    { a: 1, live: true },
    { a: 1, live: false },
    true,
  ],
  [
    'both outside a partial index',
    { a: 1 },
    { partialFilterExpression: { live: true } },
    { a: 1 },
    { a: 1 },
    true,
  ],
  [
    'a partial index on existence',
    { a: 1 },
    { partialFilterExpression: { a: { $exists: true } } },
    { b: 1 },
    { b: 1 },
    true,
  ],
  [
    'a partial index on a range, inside',
    { a: 1 },
    { partialFilterExpression: { n: { $gt: 5 } } },
    { a: 1, n: 6 },
    { a: 1, n: 7 },
    false,
  ],
  [
    'a partial index on a range, outside',
    { a: 1 },
    { partialFilterExpression: { n: { $gt: 5 } } },
    { a: 1, n: 6 },
    { a: 1, n: 5 },
    true,
  ],
  ['a descending index', { a: -1 }, {}, { a: 1 }, { a: 1 }, false],
];

const named = cases.map(([title, index, options, there, comes, mayCome]) => ({
  title,
  index,
  options,
  there,
  comes,
  mayCome,
}));

describe('unique indexes on insert', () => {
  it.each(named)('$title', async ({ index, options, there, comes, mayCome }) => {
    const collection = await target.collection([{ _id: 1, ...there }]);
    await collection.createIndex(index, { unique: true, ...options });
    const insert = collection.insertOne({ _id: 2, ...comes });
    if (mayCome) await insert;
    else expect(await errorOf(insert)).toMatchObject({ code: 11000, keyPattern: index });
    expect(await collection.countDocuments()).toBe(mayCome ? 2 : 1);
  });
});

describe('unique indexes on update', () => {
  it.each(named)('$title', async ({ index, options, there, comes, mayCome }) => {
    const collection = await target.collection([{ _id: 1, ...there }]);
    await collection.createIndex(index, { unique: true, ...options });
    await collection.insertOne({ _id: 2, a: 'elsewhere', other: true, b: 'elsewhere', n: 100 });
    const update = collection.replaceOne({ _id: 2 }, comes);
    if (mayCome) await update;
    else expect(await errorOf(update)).toMatchObject({ code: 11000, keyPattern: index });
    const found = await collection.findOne({ _id: 2 });
    expect(found?.other).toBe(mayCome ? undefined : true);
  });
});

describe('a broken unique index', () => {
  it('is told with the key and its value', async () => {
    const collection = await target.collection([{ _id: 1, a: 1, b: 'x' }]);
    await collection.createIndex({ a: 1, b: -1 }, { unique: true });
    const error = await errorOf(collection.insertOne({ a: 1, b: 'x' }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { a: 1, b: -1 }, keyValue: { a: 1, b: 'x' } });
    expect(error.message).toMatch(
      /^E11000 duplicate key error collection: .* index: a_1_b_-1 dup key: \{ a: 1, b: "x" \}/,
    );
  });
  it('on _id is told too', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    const error = await errorOf(collection.insertOne({ _id: 1 }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 1 } });
  });
  it('lets the value go when its document goes', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    await collection.createIndex({ a: 1 }, { unique: true });
    await collection.deleteOne({ _id: 1 });
    await collection.insertOne({ a: 1 });
    expect(await collection.countDocuments({ a: 1 })).toBe(1);
  });
  it('lets the value go when its document changes', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    await collection.createIndex({ a: 1 }, { unique: true });
    await collection.updateOne({ _id: 1 }, { $set: { a: 2 } });
    await collection.insertOne({ a: 1 });
    expect(await collection.countDocuments()).toBe(2);
  });
  it('does not stop a document from keeping its own value', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    await collection.createIndex({ a: 1 }, { unique: true });
    await collection.updateOne({ _id: 1 }, { $set: { b: 1, a: 1 } });
    expect(await collection.findOne()).toEqual({ _id: 1, a: 1, b: 1 });
  });
  it('cannot be made over documents that break it', async () => {
    const collection = await target.collection([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    expect(await errorOf(collection.createIndex({ a: 1 }, { unique: true }))).toMatchObject({ code: 11000 });
    expect(await collection.indexes()).toHaveLength(1);
  });
  it('lets one of many writers through', async () => {
    const collection = await target.collection();
    await collection.createIndex({ key: 1 }, { unique: true });
    const inserts = Array.from({ length: 20 }, (_, i) => collection.insertOne({ _id: i, key: 'same' }));
    const results = await Promise.allSettled(inserts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await collection.countDocuments()).toBe(1);
  });
  it('an update of many stops at the first that breaks it', async () => {
    const collection = await target.collection([
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
    ]);
    await collection.createIndex({ a: 1 }, { unique: true });
    expect(await errorOf(collection.updateMany({}, { $set: { a: 1 } }))).toMatchObject({ code: 11000 });
    expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
    ]);
  });
  it('holds for an array of its own with equal elements', async () => {
    const collection = await target.collection();
    await collection.createIndex({ a: 1 }, { unique: true });
    await collection.insertOne({ a: [1, 1] });
    expect(await collection.countDocuments({ a: 1 })).toBe(1);
  });
});
