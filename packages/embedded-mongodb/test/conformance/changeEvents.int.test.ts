import { describe, expect, it } from 'vitest';
import { take, useStreams } from './watching.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();
const { watch } = useStreams();

describe('events of a collection', () => {
  it('an insert carries the document', async () => {
    const collection = await target.collection();
    const stream = await watch(collection);
    await collection.insertOne({ _id: 1, a: 5 });
    expect(await take(stream, 1)).toMatchObject([
      {
        operationType: 'insert',
        ns: { db: target.db.databaseName, coll: collection.collectionName },
        documentKey: { _id: 1 },
        fullDocument: { _id: 1, a: 5 },
      },
    ]);
  });
  it('an update carries what changed', async () => {
    const collection = await target.collection([{ _id: 1, a: 1, b: 2, c: { d: 1 } }]);
    const stream = await watch(collection);
    await collection.updateOne({}, { $set: { a: 9, 'c.d': 5, n: 1 }, $unset: { b: '' } });
    const [event] = await take(stream, 1);
    expect(event).toMatchObject({
      operationType: 'update',
      documentKey: { _id: 1 },
      updateDescription: {
        updatedFields: { a: 9, 'c.d': 5, n: 1 },
        removedFields: ['b'],
        truncatedArrays: [],
      },
    });
    expect(event).not.toHaveProperty('fullDocument');
  });
  it('an update of an array element carries its path', async () => {
    const collection = await target.collection([{ _id: 1, a: [1, 2, 3] }]);
    const stream = await watch(collection);
    await collection.updateOne({}, { $set: { 'a.1': 9 } });
    expect((await take(stream, 1))[0]?.updateDescription.updatedFields).toEqual({ 'a.1': 9 });
  });
  it('a replacement carries the whole document', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    const stream = await watch(collection);
    await collection.replaceOne({}, { z: 1 });
    expect(await take(stream, 1)).toMatchObject([
      { operationType: 'replace', fullDocument: { _id: 1, z: 1 } },
    ]);
  });
  it('a delete carries the key only', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    const stream = await watch(collection);
    await collection.deleteOne({});
    const [event] = await take(stream, 1);
    expect(event).toMatchObject({ operationType: 'delete', documentKey: { _id: 1 } });
    expect(event).not.toHaveProperty('fullDocument');
  });
  it('an update that changes nothing is no event', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    const stream = await watch(collection);
    await collection.updateOne({}, { $set: { a: 1 } });
    await collection.insertOne({ _id: 2 });
    expect(await take(stream, 1)).toMatchObject([{ operationType: 'insert' }]);
  });
  it('an upsert is an insert', async () => {
    const collection = await target.collection();
    const stream = await watch(collection);
    await collection.updateOne({ _id: 1 }, { $set: { a: 1 } }, { upsert: true });
    expect(await take(stream, 1)).toMatchObject([
      { operationType: 'insert', fullDocument: { _id: 1, a: 1 } },
    ]);
  });
  it('come in the order of the changes', async () => {
    const collection = await target.collection();
    const stream = await watch(collection);
    for (let _id = 0; _id < 50; _id += 1) await collection.insertOne({ _id });
    expect((await take(stream, 50)).map(({ documentKey }) => documentKey._id)).toEqual(
      Array.from({ length: 50 }, (_, i) => i),
    );
  });
  it('of many documents in one command each come', async () => {
    const collection = await target.collection();
    const stream = await watch(collection, [], { batchSize: 10 });
    await collection.insertMany(Array.from({ length: 100 }, (_, _id) => ({ _id })));
    expect(new Set((await take(stream, 100)).map(({ documentKey }) => documentKey._id)).size).toBe(100);
  });
  it('dropping the collection ends in an invalidate', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    const stream = await watch(collection);
    await collection.drop();
    expect((await take(stream, 2)).map(({ operationType }) => operationType)).toEqual(['drop', 'invalidate']);
  });
  it('a rename comes with the new name, then an invalidate', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    const stream = await watch(collection);
    const name = `${collection.collectionName}_renamed`;
    await collection.rename(name);
    const events = await take(stream, 2);
    expect(events).toMatchObject([
      { operationType: 'rename', to: { coll: name } },
      { operationType: 'invalidate' },
    ]);
  });
  it('carry a cluster time and a wall time', async () => {
    const collection = await target.collection();
    const stream = await watch(collection);
    await collection.insertOne({});
    const [event] = await take(stream, 1);
    expect(event?.clusterTime).toMatchObject({ _bsontype: 'Timestamp' });
    expect(event?.wallTime).toBeInstanceOf(Date);
  });
});

describe('transactions in a stream', () => {
  it('come at the commit, together and in order', async () => {
    const collection = await target.collection();
    const stream = await watch(collection);
    await target.client.withSession((session) =>
      session.withTransaction(async () => {
        await collection.insertOne({ _id: 1 }, { session });
        await collection.insertOne({ _id: 2 }, { session });
        expect(await stream.tryNext()).toBeNull();
      }),
    );
    const events = await take(stream, 2);
    expect(events.map(({ documentKey }) => documentKey._id)).toEqual([1, 2]);
    expect(events[0]?.txnNumber).toEqual(events[1]?.txnNumber);
    expect(events[0]?.clusterTime).toEqual(events[1]?.clusterTime);
  });
  it('do not come when it aborts', async () => {
    const collection = await target.collection();
    const stream = await watch(collection);
    await target.client.withSession(async (session) => {
      session.startTransaction();
      await collection.insertOne({ _id: 1 }, { session });
      await session.abortTransaction();
    });
    await collection.insertOne({ _id: 2 });
    expect((await take(stream, 1))[0]?.documentKey).toEqual({ _id: 2 });
  });
});
