import { MongoClient } from 'mongodb';
import type { ChangeStream, ChangeStreamOptions, Collection, Document } from 'mongodb';
import { afterEach, describe, expect, it } from 'vitest';
import { errorOf } from './exact.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();
const open: ChangeStream[] = [];
afterEach(async () => {
  for (const stream of open.splice(0)) await stream.close();
});

interface Watchable {
  watch(pipeline?: Document[], options?: ChangeStreamOptions): ChangeStream;
}

/** A stream that is open on the server: it sees all that happens from now on. */
async function watch(
  on: Watchable,
  pipeline: Document[] = [],
  options: ChangeStreamOptions = {},
): Promise<ChangeStream> {
  const stream = on.watch(pipeline, { maxAwaitTimeMS: 200, ...options });
  open.push(stream);
  await stream.tryNext();
  return stream;
}

async function take(stream: ChangeStream, count: number): Promise<Document[]> {
  const events: Document[] = [];
  while (events.length < count) events.push((await stream.next()) as Document);
  return events;
}

const watched = (collection: Collection<Document>): Watchable => collection as unknown as Watchable;

describe('events of a collection', () => {
  it('an insert carries the document', async () => {
    const collection = await target.collection();
    const stream = await watch(watched(collection));
    await collection.insertOne({ _id: 1 as never, a: 5 });
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
    const stream = await watch(watched(collection));
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
    const stream = await watch(watched(collection));
    await collection.updateOne({}, { $set: { 'a.1': 9 } });
    expect((await take(stream, 1))[0]?.updateDescription.updatedFields).toEqual({ 'a.1': 9 });
  });
  it('a replacement carries the whole document', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    const stream = await watch(watched(collection));
    await collection.replaceOne({}, { z: 1 });
    expect(await take(stream, 1)).toMatchObject([
      { operationType: 'replace', fullDocument: { _id: 1, z: 1 } },
    ]);
  });
  it('a delete carries the key only', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    const stream = await watch(watched(collection));
    await collection.deleteOne({});
    const [event] = await take(stream, 1);
    expect(event).toMatchObject({ operationType: 'delete', documentKey: { _id: 1 } });
    expect(event).not.toHaveProperty('fullDocument');
  });
  it('an update that changes nothing is no event', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    const stream = await watch(watched(collection));
    await collection.updateOne({}, { $set: { a: 1 } });
    await collection.insertOne({ _id: 2 as never });
    expect(await take(stream, 1)).toMatchObject([{ operationType: 'insert' }]);
  });
  it('an upsert is an insert', async () => {
    const collection = await target.collection();
    const stream = await watch(watched(collection));
    await collection.updateOne({ _id: 1 as never }, { $set: { a: 1 } }, { upsert: true });
    expect(await take(stream, 1)).toMatchObject([
      { operationType: 'insert', fullDocument: { _id: 1, a: 1 } },
    ]);
  });
  it('come in the order of the changes', async () => {
    const collection = await target.collection();
    const stream = await watch(watched(collection));
    for (let _id = 0; _id < 50; _id += 1) await collection.insertOne({ _id: _id as never });
    expect((await take(stream, 50)).map(({ documentKey }) => documentKey._id)).toEqual(
      Array.from({ length: 50 }, (_, i) => i),
    );
  });
  it('of many documents in one command each come', async () => {
    const collection = await target.collection();
    const stream = await watch(watched(collection), [], { batchSize: 10 });
    await collection.insertMany(Array.from({ length: 100 }, (_, _id) => ({ _id: _id as never })));
    expect(new Set((await take(stream, 100)).map(({ documentKey }) => documentKey._id)).size).toBe(100);
  });
  it('dropping the collection ends in an invalidate', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    const stream = await watch(watched(collection));
    await collection.drop();
    expect((await take(stream, 2)).map(({ operationType }) => operationType)).toEqual(['drop', 'invalidate']);
  });
  it('a rename comes with the new name, then an invalidate', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    const stream = await watch(watched(collection));
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
    const stream = await watch(watched(collection));
    await collection.insertOne({});
    const [event] = await take(stream, 1);
    expect(event?.clusterTime).toMatchObject({ _bsontype: 'Timestamp' });
    expect(event?.wallTime).toBeInstanceOf(Date);
  });
});

describe('what a stream may be asked', () => {
  it('updateLookup brings the document as it is now', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    const stream = await watch(watched(collection), [], { fullDocument: 'updateLookup' });
    await collection.updateOne({}, { $set: { a: 2 } });
    expect(await take(stream, 1)).toMatchObject([
      { operationType: 'update', fullDocument: { _id: 1, a: 2 } },
    ]);
  });
  it('updateLookup of a document that is gone brings null', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    const stream = await watch(watched(collection), [{ $match: { operationType: 'update' } }], {
      fullDocument: 'updateLookup',
    });
    await collection.updateOne({}, { $set: { a: 2 } });
    await collection.deleteOne({});
    expect(await take(stream, 1)).toMatchObject([{ operationType: 'update', fullDocument: null }]);
  });
  it('images before and after, when the collection keeps them', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }], {
      changeStreamPreAndPostImages: { enabled: true },
    });
    const options = { fullDocument: 'required', fullDocumentBeforeChange: 'required' };
    const stream = await watch(watched(collection), [], options);
    await collection.updateOne({}, { $set: { a: 2 } });
    expect(await take(stream, 1)).toMatchObject([
      { fullDocumentBeforeChange: { _id: 1, a: 1 }, fullDocument: { _id: 1, a: 2 } },
    ]);
  });
  it('a $match keeps other events out', async () => {
    const collection = await target.collection();
    const stream = await watch(watched(collection), [{ $match: { 'fullDocument.kind': 'x' } }]);
    await collection.insertMany([{ kind: 'y' }, { kind: 'x' }]);
    expect(await take(stream, 1)).toMatchObject([{ fullDocument: { kind: 'x' } }]);
  });
  it('a $project shapes events', async () => {
    const collection = await target.collection();
    const stream = await watch(watched(collection), [{ $project: { documentKey: 1 } }]);
    await collection.insertOne({ _id: 1 as never, a: 1 });
    const [event] = await take(stream, 1);
    expect(Object.keys(event ?? {}).sort()).toEqual(['_id', 'documentKey']);
  });
  it('taking the resume token away is refused', async () => {
    const collection = await target.collection();
    const stream = collection.watch([{ $project: { _id: 0 } }]);
    open.push(stream);
    const next = stream.next();
    await collection.insertOne({});
    expect(await errorOf(next)).toBeInstanceOf(Error);
  });
  it('a stage that is not allowed is refused', async () => {
    const collection = await target.collection();
    const stream = collection.watch([{ $group: { _id: null } }]);
    open.push(stream);
    expect(await errorOf(stream.tryNext())).toMatchObject({ code: 20 });
  });
  it('a whole database', async () => {
    const collection = await target.collection();
    const stream = await watch(target.db as unknown as Watchable);
    await collection.insertOne({ _id: 1 as never });
    await target.db.collection('another_in_db').insertOne({ _id: 2 as never });
    const events = await take(stream, 2);
    expect(events.map(({ ns }) => ns.coll)).toEqual([collection.collectionName, 'another_in_db']);
  });
  it('all databases', async () => {
    const collection = await target.collection();
    const other = target.client.db(`${target.db.databaseName}_more`);
    try {
      const names = [target.db.databaseName, other.databaseName];
      const stream = await watch(target.client as unknown as Watchable, [
        { $match: { 'ns.db': { $in: names } } },
      ]);
      await collection.insertOne({ _id: 1 as never });
      await other.collection('x').insertOne({ _id: 2 as never });
      expect((await take(stream, 2)).map(({ ns }) => ns.db)).toEqual(names);
    } finally {
      await other.dropDatabase();
    }
  });
  it('showExpandedEvents brings the making of indexes', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    const stream = await watch(watched(collection), [], { showExpandedEvents: true });
    await collection.createIndex({ a: 1 });
    expect(await take(stream, 1)).toMatchObject([{ operationType: 'createIndexes' }]);
  });
});

describe('transactions in a stream', () => {
  it('come at the commit, together and in order', async () => {
    const collection = await target.collection();
    const stream = await watch(watched(collection));
    await target.client.withSession((session) =>
      session.withTransaction(async () => {
        await collection.insertOne({ _id: 1 as never }, { session });
        await collection.insertOne({ _id: 2 as never }, { session });
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
    const stream = await watch(watched(collection));
    await target.client.withSession(async (session) => {
      session.startTransaction();
      await collection.insertOne({ _id: 1 as never }, { session });
      await session.abortTransaction();
    });
    await collection.insertOne({ _id: 2 as never });
    expect((await take(stream, 1))[0]?.documentKey).toEqual({ _id: 2 });
  });
});

describe('going on with a stream', () => {
  const three = async (): Promise<{ collection: Collection<Document>; events: Document[] }> => {
    const collection = await target.collection();
    const stream = await watch(watched(collection));
    for (const _id of [1, 2, 3]) await collection.insertOne({ _id: _id as never });
    return { collection, events: await take(stream, 3) };
  };

  it('resumeAfter goes on behind an event', async () => {
    const { collection, events } = await three();
    const stream = await watchAgain(collection, { resumeAfter: events[0]?._id });
    expect((await take(stream, 2)).map(({ documentKey }) => documentKey._id)).toEqual([2, 3]);
  });
  it('startAfter goes on behind an event', async () => {
    const { collection, events } = await three();
    const stream = await watchAgain(collection, { startAfter: events[1]?._id });
    expect((await take(stream, 1)).map(({ documentKey }) => documentKey._id)).toEqual([3]);
  });
  it('startAtOperationTime begins at that time', async () => {
    const { collection, events } = await three();
    const stream = await watchAgain(collection, { startAtOperationTime: events[1]?.clusterTime });
    expect((await take(stream, 2)).map(({ documentKey }) => documentKey._id)).toEqual([2, 3]);
  });
  it('the token of a quiet stream moves on, and brings what comes later', async () => {
    const collection = await target.collection();
    const stream = await watch(watched(collection));
    const { resumeToken } = stream;
    await collection.insertOne({ _id: 1 as never });
    const again = await watchAgain(collection, { resumeAfter: resumeToken });
    expect((await take(again, 1))[0]?.documentKey).toEqual({ _id: 1 });
  });
  it('startAfter goes on behind an invalidate, resumeAfter does not', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    const stream = await watch(watched(collection));
    await collection.drop();
    const [, invalidate] = await take(stream, 2);
    await collection.insertOne({ _id: 2 as never });
    const again = await watchAgain(collection, { startAfter: invalidate?._id });
    expect((await take(again, 1))[0]?.documentKey).toEqual({ _id: 2 });
    const refused = await watchAgain(collection, { resumeAfter: invalidate?._id });
    expect(await errorOf(refused.tryNext())).toMatchObject({ code: 260 });
  });
  it('a token that is none is refused', async () => {
    const collection = await target.collection();
    const stream = await watchAgain(collection, { resumeAfter: { _data: 'nonsense' } });
    expect(await errorOf(stream.tryNext())).toBeInstanceOf(Error);
  });
  it('another client may go on with it', async () => {
    const { collection, events } = await three();
    const client = new MongoClient(target.uri);
    try {
      const same = client.db(target.db.databaseName).collection(collection.collectionName);
      const stream = same.watch([], { resumeAfter: events[1]?._id });
      expect(await stream.next()).toMatchObject({ documentKey: { _id: 3 } });
      await stream.close();
    } finally {
      await client.close();
    }
  });
  it('waiting for an event does not keep others waiting', async () => {
    const collection = await target.collection();
    const { operationTime } = await target.db.command({ ping: 1 });
    await collection.insertOne({ _id: 1 as never });
    const stream = await watchAgain(collection, {
      startAtOperationTime: operationTime,
      maxAwaitTimeMS: 30_000,
    });
    expect(await stream.next()).toMatchObject({ documentKey: { _id: 1 } });
    const next = stream.next();
    await collection.insertOne({ _id: 2 as never });
    expect(await next).toMatchObject({ documentKey: { _id: 2 } });
  });

  async function watchAgain(
    collection: Collection<Document>,
    options: ChangeStreamOptions,
  ): Promise<ChangeStream> {
    const stream = collection.watch([], { maxAwaitTimeMS: 200, ...options });
    open.push(stream);
    return stream;
  }
});
