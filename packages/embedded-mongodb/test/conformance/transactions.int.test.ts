import type { ClientSession, Document } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { accounts, byId, sumOf, useTransactions } from './accounts.ts';
import { errorOf } from './exact.ts';
import { useTarget } from './useTarget.ts';
import type { Row } from '../rows.ts';

const target = useTarget();
const begin = useTransactions(target);

describe('a transaction', () => {
  it('shows nothing before it commits and all after', async () => {
    const collection = await target.collection(accounts);
    const session = begin();
    await collection.updateOne(byId('a'), { $inc: { sum: -10 } }, { session });
    await collection.updateOne(byId('b'), { $inc: { sum: 10 } }, { session });
    expect([await sumOf(collection, 'a'), await sumOf(collection, 'b')]).toEqual([100, 0]);
    await session.commitTransaction();
    expect([await sumOf(collection, 'a'), await sumOf(collection, 'b')]).toEqual([90, 10]);
  });
  it('leaves nothing when it aborts', async () => {
    const collection = await target.collection(accounts);
    const session = begin();
    await collection.deleteMany({}, { session });
    await collection.insertOne({ _id: 'c' }, { session });
    await session.abortTransaction();
    expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual(accounts);
  });
  it('sees its own writes', async () => {
    const collection = await target.collection(accounts);
    const session = begin();
    await collection.insertOne({ _id: 'c', sum: 5 }, { session });
    expect(await sumOf(collection, 'c', session)).toBe(5);
    expect(await collection.countDocuments({}, { session })).toBe(3);
    await session.abortTransaction();
  });
  it('sees its own writes through an index', async () => {
    const collection = await target.collection(accounts);
    await collection.createIndex({ sum: 1 });
    const session = begin();
    await collection.updateOne(byId('a'), { $set: { sum: 7 } }, { session });
    expect(await collection.find({ sum: { $gt: 0 } }, { session, hint: { sum: 1 } }).toArray()).toEqual([
      { _id: 'a', sum: 7 },
    ]);
    expect(await collection.find({ sum: 100 }, { session, hint: { sum: 1 } }).toArray()).toEqual([]);
    await session.abortTransaction();
  });
  it('sees its own writes in an aggregation', async () => {
    const collection = await target.collection(accounts);
    const session = begin();
    await collection.insertOne({ _id: 'c', sum: 5 }, { session });
    const rows = collection.aggregate([{ $group: { _id: null, all: { $sum: '$sum' } } }], { session });
    expect(await rows.toArray()).toEqual([{ _id: null, all: 105 }]);
    await session.abortTransaction();
  });
  it('reads from one point in time', async () => {
    const collection = await target.collection(accounts);
    const session = begin();
    expect(await sumOf(collection, 'a', session)).toBe(100);
    await collection.updateOne(byId('b'), { $set: { sum: 999 } });
    await collection.insertOne({ _id: 'c' });
    expect(await sumOf(collection, 'b', session)).toBe(0);
    expect(await collection.find({}, { session }).toArray()).toHaveLength(2);
    await session.commitTransaction();
  });
  it('goes over collections, all or none', async () => {
    const first = await target.collection();
    const second = await target.collection();
    const session = begin();
    await first.insertOne({ _id: 1 }, { session });
    await second.insertOne({ _id: 1 }, { session });
    expect([await first.countDocuments(), await second.countDocuments()]).toEqual([0, 0]);
    await session.commitTransaction();
    expect([await first.countDocuments(), await second.countDocuments()]).toEqual([1, 1]);
  });
  it('makes a collection that is there only if it commits', async () => {
    const session = begin();
    await target.db.collection<Row>('made_in_transaction').insertOne({ a: 1 }, { session });
    await session.abortTransaction();
    expect(await target.db.listCollections({ name: 'made_in_transaction' }).toArray()).toEqual([]);
  });
  it('that broke a unique index is over and leaves nothing', async () => {
    const collection = await target.collection(accounts);
    await collection.createIndex({ sum: 1 }, { unique: true });
    const session = begin();
    await collection.insertOne({ _id: 'c', sum: 50 }, { session });
    const error = await errorOf(collection.insertOne({ _id: 'd', sum: 100 }, { session }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { sum: 1 }, keyValue: { sum: 100 } });
    expect(await errorOf(collection.findOne({}, { session }))).toMatchObject({ code: 251 });
    await session.abortTransaction();
    expect(await collection.countDocuments()).toBe(2);
  });
  it('may use a value again that it took away', async () => {
    const collection = await target.collection(accounts);
    await collection.createIndex({ sum: 1 }, { unique: true });
    const session = begin();
    await collection.deleteOne(byId('a'), { session });
    await collection.insertOne({ _id: 'c', sum: 100 }, { session });
    await session.commitTransaction();
    expect(await collection.find({ sum: 100 }).toArray()).toEqual([{ _id: 'c', sum: 100 }]);
  });
  it('keeps its cursors', async () => {
    const collection = await target.collection(Array.from({ length: 10 }, (_, _id) => ({ _id })));
    const session = begin();
    const rows = await collection.find({}, { session, batchSize: 3 }).sort({ _id: 1 }).toArray();
    expect(rows.map(({ _id }) => _id)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    await session.commitTransaction();
  });
  it('committed twice is committed once', async () => {
    const collection = await target.collection(accounts);
    const session = begin();
    await collection.updateOne(byId('a'), { $inc: { sum: 1 } }, { session });
    await session.commitTransaction();
    await session.commitTransaction();
    expect(await sumOf(collection, 'a')).toBe(101);
  });
  it('of many documents is one', async () => {
    const collection = await target.collection();
    const session = begin();
    await collection.insertMany(
      Array.from({ length: 2000 }, (_, _id) => ({ _id })),
      { session },
    );
    expect(await collection.countDocuments()).toBe(0);
    await session.commitTransaction();
    expect(await collection.countDocuments()).toBe(2000);
  });
});

describe('what a transaction may not do', () => {
  const command = (session: ClientSession, body: Document): Promise<unknown> =>
    target.db.command(body, { session });
  it('count, the command, is refused', async () => {
    const collection = await target.collection(accounts);
    const session = begin();
    expect(await errorOf(command(session, { count: collection.collectionName }))).toMatchObject({
      code: 263,
    });
  });
  it('dropping a collection is refused', async () => {
    const collection = await target.collection(accounts);
    const session = begin();
    expect(await errorOf(command(session, { drop: collection.collectionName }))).toMatchObject({ code: 263 });
    expect(await collection.countDocuments()).toBe(2);
  });
  it('an unknown transaction cannot commit', async () => {
    const body = { commitTransaction: 1, txnNumber: 99, autocommit: false };
    expect(await errorOf(target.client.db('admin').command(body))).toMatchObject({ code: 251 });
  });
  it('a change stream cannot be opened inside', async () => {
    const collection = await target.collection(accounts);
    const session = begin();
    const rows = collection.aggregate([{ $changeStream: {} }], { session });
    // Which of two rules it breaks first, read concern or transaction, is not written down.
    expect([72, 263]).toContain((await errorOf(rows.toArray())).code);
  });
});
