import type { MongoServerError } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { accounts, byId, sumOf, useTransactions } from './accounts.ts';
import { errorOf } from './exact.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();
const begin = useTransactions(target);

describe('transactions in each other’s way', () => {
  it('the second writer of a document fails with WriteConflict, to be tried again', async () => {
    const collection = await target.collection(accounts);
    const [first, second] = [begin(), begin()];
    await collection.updateOne(byId('a'), { $inc: { sum: 1 } }, { session: first });
    const error = await errorOf(collection.updateOne(byId('a'), { $inc: { sum: 1 } }, { session: second }));
    expect(error).toMatchObject({ code: 112, codeName: 'WriteConflict' });
    expect((error as MongoServerError).hasErrorLabel('TransientTransactionError')).toBe(true);
    await first.commitTransaction();
    expect(await sumOf(collection, 'a')).toBe(101);
  });
  it('a write over what changed since the snapshot fails with WriteConflict', async () => {
    const collection = await target.collection(accounts);
    const session = begin();
    await sumOf(collection, 'b', session);
    await collection.updateOne(byId('a'), { $inc: { sum: 1 } });
    const error = await errorOf(collection.updateOne(byId('a'), { $inc: { sum: 1 } }, { session }));
    expect(error).toMatchObject({ code: 112 });
    expect(await sumOf(collection, 'a')).toBe(101);
  });
  it('a document read but not written may change', async () => {
    const collection = await target.collection(accounts);
    const session = begin();
    await sumOf(collection, 'a', session);
    await collection.updateOne(byId('b'), { $inc: { sum: 1 } }, { session });
    await collection.updateOne(byId('a'), { $inc: { sum: 1 } });
    await session.commitTransaction();
    expect([await sumOf(collection, 'a'), await sumOf(collection, 'b')]).toEqual([101, 1]);
  });
  it('two inserts of one unique value: one commits', async () => {
    const collection = await target.collection();
    await collection.createIndex({ key: 1 }, { unique: true });
    const [first, second] = [begin(), begin()];
    await collection.insertOne({ key: 'k' }, { session: first });
    const error = await errorOf(collection.insertOne({ key: 'k' }, { session: second }));
    expect(error).toMatchObject({ code: 112 });
    await first.commitTransaction();
    expect(await collection.countDocuments({ key: 'k' })).toBe(1);
  });
  it('different documents do not conflict', async () => {
    const collection = await target.collection(accounts);
    const [first, second] = [begin(), begin()];
    await collection.updateOne(byId('a'), { $inc: { sum: 1 } }, { session: first });
    await collection.updateOne(byId('b'), { $inc: { sum: 1 } }, { session: second });
    await Promise.all([first.commitTransaction(), second.commitTransaction()]);
    expect([await sumOf(collection, 'a'), await sumOf(collection, 'b')]).toEqual([101, 1]);
  });
  it('a write outside a transaction waits for the one inside', async () => {
    const collection = await target.collection(accounts);
    const session = begin();
    await collection.updateOne(byId('a'), { $inc: { sum: 1 } }, { session });
    const outside = collection.updateOne(byId('a'), { $inc: { sum: 10 } });
    await collection.findOne(byId('b'));
    await session.commitTransaction();
    expect(await outside).toMatchObject({ modifiedCount: 1 });
    expect(await sumOf(collection, 'a')).toBe(111);
  });
  it('withTransaction tries again until every change is in', async () => {
    const collection = await target.collection(accounts);
    const move = async (): Promise<void> => {
      await target.client.withSession((session) =>
        session.withTransaction(async () => {
          const sum = await sumOf(collection, 'a', session);
          await collection.updateOne(byId('a'), { $set: { sum: sum - 1 } }, { session });
          await collection.updateOne(byId('b'), { $inc: { sum: 1 } }, { session });
        }),
      );
    };
    await Promise.all(Array.from({ length: 20 }, move));
    expect([await sumOf(collection, 'a'), await sumOf(collection, 'b')]).toEqual([80, 20]);
  });
  it('withTransaction gives up on the callback’s own error and leaves nothing', async () => {
    const collection = await target.collection(accounts);
    const work = target.client.withSession((session) =>
      session.withTransaction(async () => {
        await collection.deleteMany({}, { session });
        throw new Error('changed my mind');
      }),
    );
    await expect(work).rejects.toThrow('changed my mind');
    expect(await collection.countDocuments()).toBe(2);
  });
});
