import { MongoClient } from 'mongodb';
import type { ChangeStream, ChangeStreamOptions, Collection, Document } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { errorOf } from './exact.ts';
import { take, useStreams } from './watching.ts';
import { useTarget } from './useTarget.ts';
import type { Row } from '../rows.ts';

const target = useTarget();
const { keep, watch } = useStreams();

describe('going on with a stream', () => {
  const three = async (): Promise<{ collection: Collection<Row>; events: Document[] }> => {
    const collection = await target.collection();
    const stream = await watch(collection);
    for (const _id of [1, 2, 3]) await collection.insertOne({ _id });
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
    const stream = await watch(collection);
    const { resumeToken } = stream;
    await collection.insertOne({ _id: 1 });
    const again = await watchAgain(collection, { resumeAfter: resumeToken });
    expect((await take(again, 1))[0]?.documentKey).toEqual({ _id: 1 });
  });
  it('startAfter goes on behind an invalidate, resumeAfter does not', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    const stream = await watch(collection);
    await collection.drop();
    const [, invalidate] = await take(stream, 2);
    await collection.insertOne({ _id: 2 });
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
      const same = client.db(target.db.databaseName).collection<Row>(collection.collectionName);
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
    await collection.insertOne({ _id: 1 });
    const stream = await watchAgain(collection, {
      startAtOperationTime: operationTime,
      maxAwaitTimeMS: 30_000,
    });
    expect(await stream.next()).toMatchObject({ documentKey: { _id: 1 } });
    const next = stream.next();
    await collection.insertOne({ _id: 2 });
    expect(await next).toMatchObject({ documentKey: { _id: 2 } });
  });

  async function watchAgain(
    collection: Collection<Row>,
    options: ChangeStreamOptions,
  ): Promise<ChangeStream> {
    const stream = collection.watch([], { maxAwaitTimeMS: 200, ...options });
    keep(stream);
    return stream;
  }
});
