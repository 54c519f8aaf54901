import { MongoBulkWriteError } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { errorOf } from './exact.ts';
import type { Row } from '../rows.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();
const doc = (_id: number, more: object = {}): Row & { _id: number } => ({ _id, ...more });

describe('insertMany', () => {
  it('inserts all', async () => {
    const collection = await target.collection();
    expect(await collection.insertMany([doc(1), doc(2)])).toMatchObject({
      insertedCount: 2,
      insertedIds: { 0: 1, 1: 2 },
    });
  });
  it('in order stops at the first error', async () => {
    const collection = await target.collection([doc(2)]);
    const error = await errorOf(collection.insertMany([doc(1), doc(2), doc(3)]));
    expect(error).toBeInstanceOf(MongoBulkWriteError);
    expect(error).toMatchObject({ code: 11000, insertedCount: 1 });
    expect((await collection.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([1, 2]);
  });
  it('out of order goes on after errors', async () => {
    const collection = await target.collection([doc(2)]);
    const error = await errorOf(collection.insertMany([doc(1), doc(2), doc(3), doc(3)], { ordered: false }));
    expect(error.insertedCount).toBe(2);
    expect(error.writeErrors.map(({ index }: { index: number }) => index)).toEqual([1, 3]);
    expect(await collection.countDocuments()).toBe(3);
  });
  it('inserts more than one message holds', async () => {
    const collection = await target.collection();
    const text = 'x'.repeat(500_000);
    await collection.insertMany(Array.from({ length: 120 }, (_, i) => doc(i, { text })));
    expect(await collection.countDocuments()).toBe(120);
  });
  it('inserts 20 000 documents', async () => {
    const collection = await target.collection();
    await collection.insertMany(Array.from({ length: 20_000 }, (_, i) => doc(i)));
    expect(await collection.estimatedDocumentCount()).toBe(20_000);
  });
});

describe('bulkWrite', () => {
  it('does every kind of write in order', async () => {
    const collection = await target.collection([doc(1, { a: 1 })]);
    const result = await collection.bulkWrite([
      { insertOne: { document: doc(2, { a: 2 }) } },
      { updateOne: { filter: { a: 1 }, update: { $set: { a: 5 } } } },
      { updateMany: { filter: {}, update: { $inc: { a: 1 } } } },
      { replaceOne: { filter: { _id: 2 }, replacement: { z: 1 } } },
      { updateOne: { filter: { _id: 9 }, update: { $set: { up: 1 } }, upsert: true } },
      { deleteOne: { filter: { _id: 1 } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 1,
      matchedCount: 4,
      modifiedCount: 4,
      deletedCount: 1,
      upsertedCount: 1,
      upsertedIds: { 4: 9 },
    });
    expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 2, z: 1 },
      { _id: 9, up: 1 },
    ]);
  });
  it('in order stops at the first error', async () => {
    const collection = await target.collection([doc(1)]);
    const error = await errorOf(
      collection.bulkWrite([
        { updateOne: { filter: {}, update: { $set: { a: 1 } } } },
        { insertOne: { document: doc(1) } },
        { deleteMany: { filter: {} } },
      ]),
    );
    expect(error).toMatchObject({ code: 11000, modifiedCount: 1, deletedCount: 0 });
    expect(await collection.find().toArray()).toEqual([{ _id: 1, a: 1 }]);
  });
  it('out of order tells every error at its place', async () => {
    const collection = await target.collection([doc(1)]);
    const writes = [
      { insertOne: { document: doc(1) } },
      { insertOne: { document: doc(2) } },
      { insertOne: { document: doc(2) } },
    ];
    const error = await errorOf(collection.bulkWrite(writes, { ordered: false }));
    expect(error.writeErrors.map(({ index }: { index: number }) => index)).toEqual([0, 2]);
  });
  it('takes array filters', async () => {
    const collection = await target.collection([doc(1, { a: [1, 9] })]);
    await collection.bulkWrite([
      { updateOne: { filter: {}, update: { $set: { 'a.$[e]': 0 } }, arrayFilters: [{ e: 9 }] } },
    ]);
    expect(await collection.findOne()).toEqual({ _id: 1, a: [1, 0] });
  });
  it('in a transaction is all or none', async () => {
    const collection = await target.collection([doc(1)]);
    const work = target.client.withSession((session) =>
      session.withTransaction(() =>
        collection.bulkWrite([{ insertOne: { document: doc(2) } }, { insertOne: { document: doc(1) } }], {
          session,
        }),
      ),
    );
    expect(await errorOf(work)).toMatchObject({ code: 11000 });
    expect(await collection.countDocuments()).toBe(1);
  });
  it('over several collections by the client', async () => {
    const [one, other] = [await target.collection(), await target.collection([doc(1, { n: 1 })])];
    const result = await target.client.bulkWrite<Record<string, Row>>([
      { namespace: one.namespace, name: 'insertOne', document: doc(1) },
      {
        namespace: other.namespace,
        name: 'updateOne',
        filter: { _id: 1 },
        update: { $inc: { n: 1 } },
      },
      { namespace: other.namespace, name: 'deleteOne', filter: { n: 99 } },
    ]);
    expect(result).toMatchObject({ insertedCount: 1, matchedCount: 1, modifiedCount: 1, deletedCount: 0 });
    expect(await other.findOne()).toEqual({ _id: 1, n: 2 });
  });
});
