import { Long } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { Document } from 'mongodb';
import { errorOf } from './exact.ts';
import { useTarget } from './useTarget.ts';
import type { Row } from '../rows.ts';

const target = useTarget();
const numbers = (count: number): { _id: number }[] => Array.from({ length: count }, (_, _id) => ({ _id }));

describe('batches', () => {
  it.each([1, 2, 3, 7, 50, 100, 101])('of %i bring every document once, in order', async (batchSize) => {
    const collection = await target.collection(numbers(100));
    const rows = await collection.find({}, { batchSize, sort: { _id: 1 } }).toArray();
    expect(rows.map(({ _id }) => _id)).toEqual(numbers(100).map(({ _id }) => _id));
  });
  it('the first brings 101 documents when nothing is said', async () => {
    const collection = await target.collection(numbers(150));
    const { cursor } = await target.db.command({ find: collection.collectionName });
    expect(cursor.firstBatch).toHaveLength(101);
    expect(cursor.id).not.toEqual(0);
  });
  it('an empty first batch opens the cursor', async () => {
    const collection = await target.collection(numbers(3));
    const { cursor } = await target.db.command({ find: collection.collectionName, batchSize: 0 });
    expect(cursor.firstBatch).toEqual([]);
    const more = await target.db.command({
      getMore: Long.fromValue(cursor.id),
      collection: collection.collectionName,
    });
    expect(more.cursor.nextBatch).toHaveLength(3);
    expect(more.cursor.id).toEqual(0);
  });
  it('a single batch closes the cursor', async () => {
    const collection = await target.collection(numbers(5));
    const { cursor } = await target.db.command({
      find: collection.collectionName,
      batchSize: 2,
      singleBatch: true,
    });
    expect(cursor.firstBatch).toHaveLength(2);
    expect(cursor.id).toEqual(0);
  });
  it('a limit over several batches is kept', async () => {
    const collection = await target.collection(numbers(50));
    expect(await collection.find({}, { batchSize: 3, limit: 10 }).toArray()).toHaveLength(10);
  });
  it('stop before 16 MB', async () => {
    const text = 'x'.repeat(3_000_000);
    const collection = await target.collection(numbers(8).map((row) => ({ ...row, text })));
    const { cursor } = await target.db.command({ find: collection.collectionName, batchSize: 8 });
    expect(cursor.firstBatch.length).toBeLessThan(8);
    const rows = await collection.find({}, { batchSize: 8, projection: { _id: 1, text: 1 } }).toArray();
    expect(rows).toHaveLength(8);
  });
  it('an aggregation over several batches', async () => {
    const collection = await target.collection(numbers(30));
    const rows = await collection.aggregate([{ $match: { _id: { $gte: 5 } } }], { batchSize: 4 }).toArray();
    expect(rows).toHaveLength(25);
  });
});

describe('the life of a cursor', () => {
  it('ends when it is killed', async () => {
    const collection = await target.collection(numbers(10));
    const { cursor } = await target.db.command({ find: collection.collectionName, batchSize: 2 });
    const id = Long.fromValue(cursor.id);
    const killed = await target.db.command({ killCursors: collection.collectionName, cursors: [id] });
    expect(killed.cursorsKilled).toHaveLength(1);
    const more = target.db.command({ getMore: id, collection: collection.collectionName });
    expect(await errorOf(more)).toMatchObject({ code: 43, codeName: 'CursorNotFound' });
  });
  it('killing what is not there says so', async () => {
    const collection = await target.collection(numbers(1));
    const killed = await target.db.command({
      killCursors: collection.collectionName,
      cursors: [Long.fromNumber(12345)],
    });
    expect(killed.cursorsNotFound).toHaveLength(1);
  });
  it('an unknown cursor is CursorNotFound', async () => {
    const collection = await target.collection(numbers(1));
    const more = target.db.command({
      getMore: Long.fromNumber(987654321),
      collection: collection.collectionName,
    });
    expect(await errorOf(more)).toMatchObject({ code: 43 });
  });
  it('another collection may not read it', async () => {
    const collection = await target.collection(numbers(10));
    const { cursor } = await target.db.command({ find: collection.collectionName, batchSize: 2 });
    const more = target.db.command({ getMore: Long.fromValue(cursor.id), collection: 'another' });
    expect(await errorOf(more)).toMatchObject({ code: 13 });
  });
  it('is left early without harm', async () => {
    const collection = await target.collection(numbers(100));
    for await (const row of collection.find({}, { batchSize: 5 })) if ((row as Document)._id === 12) break;
    expect(await collection.countDocuments()).toBe(100);
  });
  it('goes on while its documents are deleted', async () => {
    const collection = await target.collection(numbers(50));
    const cursor = collection.find({}, { batchSize: 10 });
    expect(await cursor.next()).toEqual({ _id: 0 });
    await collection.deleteMany({ _id: { $gte: 25 } });
    const rest = await cursor.toArray();
    expect(rest.length).toBeGreaterThanOrEqual(24);
  });
  it('rewound reads again', async () => {
    const collection = await target.collection(numbers(3));
    const cursor = collection.find();
    expect(await cursor.toArray()).toHaveLength(3);
    cursor.rewind();
    expect(await cursor.toArray()).toHaveLength(3);
  });
  it('of a collection that is not there is empty', async () => {
    expect(await target.db.collection<Row>('not_there').find().toArray()).toEqual([]);
    expect(
      await target.db
        .collection<Row>('not_there')
        .aggregate([{ $match: {} }])
        .toArray(),
    ).toEqual([]);
    expect(await target.db.collection<Row>('not_there').countDocuments()).toBe(0);
  });
  it('tailable on a plain collection is BadValue', async () => {
    const collection = await target.collection(numbers(1));
    expect(await errorOf(collection.find({}, { tailable: true }).toArray())).toMatchObject({ code: 2 });
  });
  it.each([
    ['limit', { limit: -1 }],
    ['skip', { skip: -1 }],
    ['batchSize', { batchSize: -1 }],
  ])('a negative %s is refused', async (_title, fields) => {
    const collection = await target.collection(numbers(1));
    const command = target.db.command({ find: collection.collectionName, ...fields });
    expect((await errorOf(command)).name).toBe('MongoServerError');
  });
});

describe('distinct and count', () => {
  const rows = [
    { _id: 1, a: 1, t: ['x', 'y'] },
    { _id: 2, a: 2, t: ['y', 'z'] },
    { _id: 3, a: 1 },
    { _id: 4, a: null, t: 'x' },
  ];
  it('distinct gives each value once', async () => {
    const collection = await target.collection(rows);
    expect(new Set(await collection.distinct('a'))).toEqual(new Set([null, 1, 2]));
  });
  it('distinct takes the elements of arrays', async () => {
    const collection = await target.collection(rows);
    expect((await collection.distinct('t')).sort()).toEqual(['x', 'y', 'z']);
  });
  it('distinct with a filter', async () => {
    const collection = await target.collection(rows);
    expect((await collection.distinct('t', { a: 2 })).sort()).toEqual(['y', 'z']);
  });
  it('distinct of a missing field is empty', async () => {
    const collection = await target.collection(rows);
    expect(await collection.distinct('none')).toEqual([]);
  });
  it('distinct of a nested path', async () => {
    const collection = await target.collection([{ a: { b: 1 } }, { a: { b: 2 } }, { a: { b: 1 } }]);
    expect((await collection.distinct('a.b')).sort()).toEqual([1, 2]);
  });
  it('countDocuments with skip and limit', async () => {
    const collection = await target.collection(rows);
    expect(await collection.countDocuments({}, { skip: 1, limit: 2 })).toBe(2);
  });
  it('estimatedDocumentCount counts all', async () => {
    const collection = await target.collection(rows);
    expect(await collection.estimatedDocumentCount()).toBe(4);
  });
  it('the count command takes a query', async () => {
    const collection = await target.collection(rows);
    expect(await target.db.command({ count: collection.collectionName, query: { a: 1 } })).toMatchObject({
      n: 2,
      ok: 1,
    });
  });
});
