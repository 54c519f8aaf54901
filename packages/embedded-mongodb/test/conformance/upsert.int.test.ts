import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { Document } from 'mongodb';
import { errorOf, exact, exactContents } from './exact.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();

const cases: [string, Document, Document | Document[], Document][] = [
  ['equality in the filter becomes a field', { _id: 1, a: 5 }, { $set: { b: 1 } }, { _id: 1, a: 5, b: 1 }],
  [
    '$eq in the filter becomes a field',
    { _id: 1, a: { $eq: 5 } },
    { $set: { b: 1 } },
    { _id: 1, a: 5, b: 1 },
  ],
  ['other operators do not', { _id: 1, a: { $gt: 5 } }, { $set: { b: 1 } }, { _id: 1, b: 1 }],
  ['$and of equalities does', { $and: [{ _id: 1 }, { a: 5 }] }, { $set: { b: 1 } }, { _id: 1, a: 5, b: 1 }],
  ['$or of one does', { _id: 1, $or: [{ a: 5 }] }, { $set: { b: 1 } }, { _id: 1, a: 5, b: 1 }],
  ['$or of two does not', { _id: 1, $or: [{ a: 5 }, { a: 6 }] }, { $set: { b: 1 } }, { _id: 1, b: 1 }],
  ['$in of two does not', { _id: 1, a: { $in: [5, 6] } }, { $set: { b: 1 } }, { _id: 1, b: 1 }],
  ['$all of one does', { _id: 1, a: { $all: [5] } }, { $set: { b: 1 } }, { _id: 1, a: 5, b: 1 }],
  [
    'a dotted equality makes a document',
    { _id: 1, 'a.b': 5 },
    { $set: { c: 1 } },
    { _id: 1, a: { b: 5 }, c: 1 },
  ],
  [
    '$setOnInsert sets',
    { _id: 1 },
    { $setOnInsert: { made: true }, $set: { b: 1 } },
    { _id: 1, b: 1, made: true },
  ],
  ['$inc starts from nothing', { _id: 1 }, { $inc: { n: 3 } }, { _id: 1, n: 3 }],
  ['$inc starts from the filter', { _id: 1, n: 4 }, { $inc: { n: 3 } }, { _id: 1, n: 7 }],
  ['$push makes the array', { _id: 1 }, { $push: { a: 1 } }, { _id: 1, a: [1] }],
  ['$setOnInsert may give the _id', { a: 5 }, { $setOnInsert: { _id: 1 } }, { _id: 1, a: 5 }],
  [
    'a pipeline starts from the filter',
    { _id: 1, n: 2 },
    [{ $set: { m: { $add: ['$n', 1] } } }],
    { _id: 1, n: 2, m: 3 },
  ],
];

describe('upsert', () => {
  it.each(cases)('%s', async (_title, filter, update, expected) => {
    const collection = await target.collection();
    const result = await collection.updateOne(filter, update, { upsert: true });
    expect(result).toMatchObject({ matchedCount: 0, modifiedCount: 0, upsertedCount: 1, upsertedId: 1 });
    expect(await exactContents(collection)).toEqual([exact(expected)]);
  });

  it('makes an ObjectId when nothing gives an _id', async () => {
    const collection = await target.collection();
    const { upsertedId } = await collection.updateOne({ a: 1 }, { $set: { b: 2 } }, { upsert: true });
    expect(upsertedId).toBeInstanceOf(ObjectId);
    expect(await collection.findOne()).toEqual({ _id: upsertedId, a: 1, b: 2 });
  });
  it('updates what is there and reports no upsert', async () => {
    const collection = await target.collection([{ _id: 1, n: 1 }]);
    const result = await collection.updateOne({ n: 1 }, { $inc: { n: 1 } }, { upsert: true });
    expect(result).toMatchObject({ matchedCount: 1, modifiedCount: 1, upsertedCount: 0, upsertedId: null });
  });
  it('of many makes one', async () => {
    const collection = await target.collection();
    await collection.updateMany({ a: 1 }, { $set: { b: 2 } }, { upsert: true });
    expect(await collection.countDocuments({ a: 1, b: 2 })).toBe(1);
  });
  it('by replacement takes the _id of the filter', async () => {
    const collection = await target.collection();
    const result = await collection.replaceOne({ _id: 7 }, { a: 1 }, { upsert: true });
    expect(result).toMatchObject({ upsertedCount: 1, upsertedId: 7 });
    expect(await collection.findOne()).toEqual({ _id: 7, a: 1 });
  });
  it('by replacement does not copy other fields of the filter', async () => {
    const collection = await target.collection();
    await collection.replaceOne({ _id: 7, x: 1 }, { a: 1 }, { upsert: true });
    expect(await collection.findOne()).toEqual({ _id: 7, a: 1 });
  });
  it('two equalities on one field are NotSingleValueField', async () => {
    const collection = await target.collection();
    const upsert = collection.updateOne({ $and: [{ a: 1 }, { a: 2 }] }, { $set: { b: 1 } }, { upsert: true });
    expect(await errorOf(upsert)).toMatchObject({ code: 54 });
  });
  it('an _id in the update other than in the filter is ImmutableField', async () => {
    const collection = await target.collection();
    const upsert = collection.updateOne({ _id: 1 }, { $set: { _id: 2 } }, { upsert: true });
    expect(await errorOf(upsert)).toMatchObject({ code: 66 });
  });
  it('many at once on one key make one document', async () => {
    const collection = await target.collection();
    await collection.createIndex({ key: 1 }, { unique: true });
    const attempts = Array.from({ length: 20 }, () =>
      collection.updateOne({ key: 'k' }, { $inc: { n: 1 } }, { upsert: true }).catch((error: Document) => {
        expect(error).toMatchObject({ code: 11000 });
      }),
    );
    await Promise.all(attempts);
    expect(await collection.countDocuments({ key: 'k' })).toBe(1);
  });
});

describe('counts of updates', () => {
  const documents = [
    { _id: 1, a: 1, n: 1 },
    { _id: 2, a: 1, n: 5 },
    { _id: 3, a: 2, n: 5 },
  ];
  it('updateOne touches one', async () => {
    const collection = await target.collection(documents);
    expect(await collection.updateOne({ a: 1 }, { $set: { n: 9 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 1,
    });
    expect(await collection.countDocuments({ n: 9 })).toBe(1);
  });
  it('updateMany touches all it matches', async () => {
    const collection = await target.collection(documents);
    expect(await collection.updateMany({ a: 1 }, { $set: { n: 5 } })).toMatchObject({
      matchedCount: 2,
      modifiedCount: 1,
    });
  });
  it('nothing matched is no error', async () => {
    const collection = await target.collection(documents);
    expect(await collection.updateMany({ a: 9 }, { $set: { n: 5 } })).toMatchObject({
      matchedCount: 0,
      modifiedCount: 0,
    });
  });
  it('updateMany visits every document once though the update moves it in the index it goes by', async () => {
    const collection = await target.collection(documents);
    await collection.createIndex({ n: 1 });
    const result = await collection.updateMany({ n: { $gt: 0 } }, { $inc: { n: 100 } }, { hint: { n: 1 } });
    expect(result).toMatchObject({ matchedCount: 3, modifiedCount: 3 });
    expect((await collection.find().sort({ _id: 1 }).toArray()).map(({ n }) => n)).toEqual([101, 105, 105]);
  });
  it('updateOne with sort touches the first in that order', async () => {
    const collection = await target.collection(documents);
    await collection.updateOne({ a: 1 }, { $set: { hit: true } }, { sort: { n: -1 } });
    expect(await collection.findOne({ hit: true })).toMatchObject({ _id: 2 });
  });
  it('deleteOne takes one', async () => {
    const collection = await target.collection(documents);
    expect(await collection.deleteOne({ a: 1 })).toMatchObject({ deletedCount: 1 });
    expect(await collection.countDocuments()).toBe(2);
  });
  it('deleteMany takes all it matches', async () => {
    const collection = await target.collection(documents);
    expect(await collection.deleteMany({ a: 1 })).toMatchObject({ deletedCount: 2 });
    expect(await collection.find().toArray()).toEqual([documents[2]]);
  });
  it('deleteMany of all empties the collection but keeps it', async () => {
    const collection = await target.collection(documents);
    await collection.createIndex({ a: 1 });
    expect(await collection.deleteMany({})).toMatchObject({ deletedCount: 3 });
    expect(await collection.indexes()).toHaveLength(2);
  });
});
