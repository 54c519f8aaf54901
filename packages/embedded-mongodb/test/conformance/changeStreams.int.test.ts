import { describe, expect, it } from 'vitest';
import { errorOf } from './exact.ts';
import { take, useStreams } from './watching.ts';
import { useTarget } from './useTarget.ts';
import type { Row } from '../rows.ts';

const target = useTarget();
const { keep, watch } = useStreams();

describe('what a stream may be asked', () => {
  it('updateLookup brings the document as it is now', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    const stream = await watch(collection, [], { fullDocument: 'updateLookup' });
    await collection.updateOne({}, { $set: { a: 2 } });
    expect(await take(stream, 1)).toMatchObject([
      { operationType: 'update', fullDocument: { _id: 1, a: 2 } },
    ]);
  });
  it('updateLookup of a document that is gone brings null', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    const stream = await watch(collection, [{ $match: { operationType: 'update' } }], {
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
    const stream = await watch(collection, [], options);
    await collection.updateOne({}, { $set: { a: 2 } });
    expect(await take(stream, 1)).toMatchObject([
      { fullDocumentBeforeChange: { _id: 1, a: 1 }, fullDocument: { _id: 1, a: 2 } },
    ]);
  });
  it('a $match keeps other events out', async () => {
    const collection = await target.collection();
    const stream = await watch(collection, [{ $match: { 'fullDocument.kind': 'x' } }]);
    await collection.insertMany([{ kind: 'y' }, { kind: 'x' }]);
    expect(await take(stream, 1)).toMatchObject([{ fullDocument: { kind: 'x' } }]);
  });
  it('a $project shapes events', async () => {
    const collection = await target.collection();
    const stream = await watch(collection, [{ $project: { documentKey: 1 } }]);
    await collection.insertOne({ _id: 1, a: 1 });
    const [event] = await take(stream, 1);
    expect(Object.keys(event ?? {}).sort()).toEqual(['_id', 'documentKey']);
  });
  it('taking the resume token away is refused', async () => {
    const collection = await target.collection();
    const stream = collection.watch([{ $project: { _id: 0 } }]);
    keep(stream);
    const next = stream.next();
    await collection.insertOne({});
    expect(await errorOf(next)).toBeInstanceOf(Error);
  });
  it('a stage that is not allowed is refused', async () => {
    const collection = await target.collection();
    const stream = collection.watch([{ $group: { _id: null } }]);
    keep(stream);
    expect(await errorOf(stream.tryNext())).toMatchObject({ code: 20 });
  });
  it('a whole database', async () => {
    const collection = await target.collection();
    const stream = await watch(target.db);
    await collection.insertOne({ _id: 1 });
    await target.db.collection<Row>('another_in_db').insertOne({ _id: 2 });
    const events = await take(stream, 2);
    expect(events.map(({ ns }) => ns.coll)).toEqual([collection.collectionName, 'another_in_db']);
  });
  it('all databases', async () => {
    const collection = await target.collection();
    const other = target.client.db(`${target.db.databaseName}_more`);
    try {
      const names = [target.db.databaseName, other.databaseName];
      const stream = await watch(target.client, [{ $match: { 'ns.db': { $in: names } } }]);
      await collection.insertOne({ _id: 1 });
      await other.collection<Row>('x').insertOne({ _id: 2 });
      expect((await take(stream, 2)).map(({ ns }) => ns.db)).toEqual(names);
    } finally {
      await other.dropDatabase();
    }
  });
  it('showExpandedEvents brings the making of indexes', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    const stream = await watch(collection, [], { showExpandedEvents: true });
    await collection.createIndex({ a: 1 });
    expect(await take(stream, 1)).toMatchObject([{ operationType: 'createIndexes' }]);
  });
});
