import type { FindOneAndUpdateOptions } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { errorOf } from './exact.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();
const documents = [
  { _id: 1, state: 'new', rank: 3 },
  { _id: 2, state: 'new', rank: 1 },
  { _id: 3, state: 'old', rank: 2 },
];

describe('findOneAndUpdate', () => {
  it('gives the document before by default', async () => {
    const collection = await target.collection(documents);
    expect(await collection.findOneAndUpdate({ _id: 1 }, { $set: { state: 'x' } })).toEqual(documents[0]);
    expect(await collection.findOne({ _id: 1 })).toMatchObject({ state: 'x' });
  });
  it('gives the document after when asked', async () => {
    const collection = await target.collection(documents);
    const after = await collection.findOneAndUpdate(
      { _id: 1 },
      { $inc: { rank: 1 } },
      { returnDocument: 'after' },
    );
    expect(after).toEqual({ _id: 1, state: 'new', rank: 4 });
  });
  it('takes the first by the sort', async () => {
    const collection = await target.collection(documents);
    const taken = await collection.findOneAndUpdate(
      { state: 'new' },
      { $set: { state: 'x' } },
      { sort: { rank: 1 } },
    );
    expect(taken).toMatchObject({ _id: 2 });
  });
  it('gives null when nothing matches', async () => {
    const collection = await target.collection(documents);
    expect(await collection.findOneAndUpdate({ state: 'none' }, { $set: { a: 1 } })).toBeNull();
  });
  it('projects', async () => {
    const collection = await target.collection(documents);
    const options = { projection: { rank: 1, _id: 0 } };
    expect(await collection.findOneAndUpdate({ _id: 1 }, { $set: { a: 1 } }, options)).toEqual({
      rank: 3,
    });
  });
  it('upserts, null before', async () => {
    const collection = await target.collection();
    expect(await collection.findOneAndUpdate({ _id: 9 }, { $set: { a: 1 } }, { upsert: true })).toBeNull();
    expect(await collection.findOne()).toEqual({ _id: 9, a: 1 });
  });
  it('upserts, the new document after', async () => {
    const collection = await target.collection();
    const options = { upsert: true, returnDocument: 'after' } as const;
    expect(await collection.findOneAndUpdate({ _id: 9 }, { $set: { a: 1 } }, options)).toEqual({
      _id: 9,
      a: 1,
    });
  });
  it('tells in its metadata whether it updated', async () => {
    const collection = await target.collection(documents);
    const options = { includeResultMetadata: true } as const;
    const result = await collection.findOneAndUpdate({ _id: 1 }, { $set: { a: 1 } }, options);
    expect(result).toMatchObject({
      ok: 1,
      lastErrorObject: { n: 1, updatedExisting: true },
      value: documents[0],
    });
  });
  it('tells the upserted _id in its metadata', async () => {
    const collection = await target.collection();
    const options = { includeResultMetadata: true, upsert: true } as const;
    const result = await collection.findOneAndUpdate({ _id: 4 }, { $set: { a: 1 } }, options);
    expect(result).toMatchObject({
      lastErrorObject: { n: 1, updatedExisting: false, upserted: 4 },
      value: null,
    });
  });
  it('takes array filters', async () => {
    const collection = await target.collection([{ _id: 1, a: [1, 5] }]);
    const options: FindOneAndUpdateOptions = { arrayFilters: [{ e: { $gt: 2 } }], returnDocument: 'after' };
    expect(await collection.findOneAndUpdate({}, { $set: { 'a.$[e]': 0 } }, options)).toEqual({
      _id: 1,
      a: [1, 0],
    });
  });
  it('takes a pipeline', async () => {
    const collection = await target.collection([{ _id: 1, n: 2 }]);
    const update = [{ $set: { square: { $multiply: ['$n', '$n'] } } }];
    const after = await collection.findOneAndUpdate({}, update, { returnDocument: 'after' });
    expect(after).toEqual({ _id: 1, n: 2, square: 4 });
  });
  it('loses no update when many change one document at once', async () => {
    const collection = await target.collection([{ _id: 1, n: 0 }]);
    const changes = Array.from({ length: 50 }, () =>
      collection.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }, { returnDocument: 'after' }),
    );
    const seen = (await Promise.all(changes)).map((document) => document?.n as number);
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });
  it('gives a queue entry to one taker only', async () => {
    const jobs = Array.from({ length: 10 }, (_, i) => ({ _id: i, owner: null }));
    const collection = await target.collection(jobs);
    const takers = Array.from({ length: 15 }, (_, i) =>
      collection.findOneAndUpdate({ owner: null }, { $set: { owner: `t${i}` } }, { sort: { _id: 1 } }),
    );
    const taken = (await Promise.all(takers)).filter((job) => job !== null).map((job) => job._id);
    expect(new Set(taken).size).toBe(10);
    expect(taken).toHaveLength(10);
  });
  it('that would break a unique index is refused and changes nothing', async () => {
    const collection = await target.collection(documents);
    await collection.createIndex({ rank: 1 }, { unique: true });
    const error = await errorOf(collection.findOneAndUpdate({ _id: 1 }, { $set: { rank: 2 } }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { rank: 1 }, keyValue: { rank: 2 } });
    expect(await collection.findOne({ _id: 1 })).toEqual(documents[0]);
  });
});

describe('findOneAndReplace and findOneAndDelete', () => {
  it('replaces and gives the document before', async () => {
    const collection = await target.collection(documents);
    expect(await collection.findOneAndReplace({ _id: 1 }, { z: 1 })).toEqual(documents[0]);
    expect(await collection.findOne({ _id: 1 })).toEqual({ _id: 1, z: 1 });
  });
  it('replaces and gives the document after', async () => {
    const collection = await target.collection(documents);
    const after = await collection.findOneAndReplace({ _id: 1 }, { z: 1 }, { returnDocument: 'after' });
    expect(after).toEqual({ _id: 1, z: 1 });
  });
  it('deletes and gives what it deleted', async () => {
    const collection = await target.collection(documents);
    expect(await collection.findOneAndDelete({ state: 'new' }, { sort: { rank: -1 } })).toEqual(documents[0]);
    expect(await collection.countDocuments()).toBe(2);
  });
  it('deletes nothing and gives null', async () => {
    const collection = await target.collection(documents);
    expect(await collection.findOneAndDelete({ state: 'none' })).toBeNull();
    expect(await collection.countDocuments()).toBe(3);
  });
  it('remove and update together are FailedToParse', async () => {
    const collection = await target.collection(documents);
    const command = {
      findAndModify: collection.collectionName,
      query: {},
      remove: true,
      update: { $set: { a: 1 } },
    };
    expect(await errorOf(target.db.command(command))).toMatchObject({ code: 9 });
  });
});
