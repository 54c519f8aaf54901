import { describe, expect, it } from 'vitest';
import type { Document } from 'mongodb';
import { errorOf } from './exact.ts';
import { useTarget } from './useTarget.ts';
import type { Row } from '../rows.ts';

const target = useTarget();

describe('what the server says of itself', () => {
  it('hello: a primary of a replica set that is writable', async () => {
    const hello = await target.client.db('admin').command({ hello: 1 });
    expect(hello).toMatchObject({
      isWritablePrimary: true,
      secondary: false,
      maxBsonObjectSize: 16_777_216,
      maxWriteBatchSize: 100_000,
      ok: 1,
    });
    expect(hello.setName).toBeTypeOf('string');
    expect(hello.logicalSessionTimeoutMinutes).toBe(30);
    expect(hello.hosts).toContain(hello.primary);
  });
  it('ping', async () => {
    expect(await target.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });
  it('buildInfo has a version', async () => {
    expect((await target.db.command({ buildInfo: 1 })).version).toMatch(/^\d+\.\d+\.\d+/);
  });
  it('serverStatus has connections and uptime', async () => {
    const status = await target.client.db('admin').command({ serverStatus: 1 });
    expect(status.connections.current).toBeGreaterThan(0);
    expect(status.uptime).toBeGreaterThanOrEqual(0);
  });
  it('replies carry the operation and cluster time', async () => {
    const reply = await target.db.command({ ping: 1 });
    expect(reply.operationTime).toMatchObject({ _bsontype: 'Timestamp' });
    expect(reply.$clusterTime.clusterTime).toMatchObject({ _bsontype: 'Timestamp' });
  });
  it('connectionStatus', async () => {
    expect(await target.db.command({ connectionStatus: 1 })).toMatchObject({
      authInfo: { authenticatedUsers: [] },
      ok: 1,
    });
  });
});

describe('collections and databases', () => {
  it('a collection is made by its first document', async () => {
    await target.db.collection<Row>('by_insert').insertOne({});
    const rows = await target.db.listCollections({ name: 'by_insert' }).toArray();
    expect(rows).toMatchObject([
      { name: 'by_insert', type: 'collection', info: { readOnly: false }, idIndex: { name: '_id_' } },
    ]);
  });
  it('making one that is there with other options is NamespaceExists', async () => {
    await target.db.createCollection('plain');
    expect(await errorOf(target.db.createCollection('plain', { capped: true, size: 4096 }))).toMatchObject({
      code: 48,
    });
  });
  it('names only, when asked', async () => {
    await target.db.createCollection('named');
    const rows = await target.db.listCollections({ name: 'named' }, { nameOnly: true }).toArray();
    expect(rows).toEqual([{ name: 'named', type: 'collection' }]);
  });
  it('dropping one that is not there is no error', async () => {
    expect(await target.db.dropCollection('never_was')).toBe(true);
  });
  it('dropping takes documents and indexes', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    await collection.createIndex({ a: 1 });
    await collection.drop();
    await collection.insertOne({ _id: 2 });
    expect(await collection.countDocuments()).toBe(1);
    expect(await collection.indexes()).toHaveLength(1);
  });
  it('renaming keeps documents and indexes', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    await collection.createIndex({ a: 1 });
    const renamed = await collection.rename('renamed_to');
    expect(await renamed.find().toArray()).toEqual([{ _id: 1 }]);
    expect(await renamed.indexes()).toHaveLength(2);
    expect(await collection.countDocuments()).toBe(0);
  });
  it('renaming onto one that is there is NamespaceExists', async () => {
    const [one, other] = [await target.collection([{ _id: 1 }]), await target.collection([{ _id: 2 }])];
    expect(await errorOf(one.rename(other.collectionName))).toMatchObject({ code: 48 });
    await one.rename(other.collectionName, { dropTarget: true });
    expect(await other.find().toArray()).toEqual([{ _id: 1 }]);
  });
  it('renaming what is not there is NamespaceNotFound', async () => {
    expect(await errorOf(target.db.collection<Row>('ghost').rename('other_ghost'))).toMatchObject({
      code: 26,
    });
  });
  it('a database is listed while it has collections', async () => {
    const db = target.client.db(`${target.db.databaseName}_listed`);
    const names = async (): Promise<string[]> =>
      (await target.client.db().admin().listDatabases({ nameOnly: true })).databases.map(({ name }) => name);
    await db.createCollection('c');
    expect(await names()).toContain(db.databaseName);
    await db.dropDatabase();
    expect(await names()).not.toContain(db.databaseName);
  });
  it('a view shows what its pipeline gives', async () => {
    const collection = await target.collection([
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
    ]);
    await target.db.createCollection('view', {
      viewOn: collection.collectionName,
      pipeline: [{ $match: { a: 2 } }],
    });
    expect(await target.db.collection<Row>('view').find().toArray()).toEqual([{ _id: 2, a: 2 }]);
    expect(await target.db.collection<Row>('view').countDocuments()).toBe(1);
    expect(await errorOf(target.db.collection<Row>('view').insertOne({}))).toMatchObject({ code: 166 });
  });
  it('a capped collection keeps the newest', async () => {
    const collection = await target.collection([], { capped: true, size: 100_000, max: 3 });
    for (let _id = 1; _id <= 5; _id += 1) await collection.insertOne({ _id });
    expect((await collection.find().toArray()).map(({ _id }) => _id)).toEqual([3, 4, 5]);
  });
  it('a validator keeps others out with DocumentValidationFailure', async () => {
    const collection = await target.collection([], { validator: { qty: { $gte: 0 } } });
    await collection.insertOne({ _id: 1, qty: 5 });
    expect(await errorOf(collection.insertOne({ qty: -1 }))).toMatchObject({ code: 121 });
    expect(await errorOf(collection.updateOne({}, { $inc: { qty: -9 } }))).toMatchObject({ code: 121 });
    await collection.insertOne({ _id: 2, qty: -1 }, { bypassDocumentValidation: true });
    expect(await collection.countDocuments()).toBe(2);
  });
  it('a schema as validator tells what failed', async () => {
    const collection = await target.collection([], { validator: { $jsonSchema: { required: ['sku'] } } });
    const error = await errorOf(collection.insertOne({ a: 1 }));
    expect(error).toMatchObject({ code: 121, errInfo: { details: { operatorName: '$jsonSchema' } } });
  });
  it('collMod changes the validator', async () => {
    const collection = await target.collection([], { validator: { qty: { $gte: 0 } } });
    await target.db.command({ collMod: collection.collectionName, validator: { qty: { $gte: -5 } } });
    await collection.insertOne({ qty: -1 });
    expect(await collection.countDocuments()).toBe(1);
  });
  it('collStats counts', async () => {
    const collection = await target.collection([{ _id: 1 }, { _id: 2 }]);
    expect(await target.db.command({ collStats: collection.collectionName })).toMatchObject({
      count: 2,
      nindexes: 1,
    });
  });
  it('dbStats counts', async () => {
    const db = target.client.db(`${target.db.databaseName}_stats`);
    await db.collection<Row>('a').insertMany([{}, {}]);
    expect(await db.stats()).toMatchObject({ db: db.databaseName, collections: 1, objects: 2 });
    await db.dropDatabase();
  });
  it('validate finds all well', async () => {
    const collection = await target.collection([{ _id: 1, a: 1 }]);
    await collection.createIndex({ a: 1 });
    expect(await target.db.command({ validate: collection.collectionName })).toMatchObject({
      valid: true,
      nrecords: 1,
      nIndexes: 2,
    });
  });
  it('collation-free names: collections differ by case', async () => {
    await target.db.collection<Row>('Case').insertOne({ _id: 1 });
    await target.db.collection<Row>('case').insertOne({ _id: 2 });
    expect(await target.db.collection<Row>('Case').find().toArray()).toEqual([{ _id: 1 }]);
  });
});

describe('commands that are refused', () => {
  const refused: [string, Document, number][] = [
    ['an unknown command', { frobnicate: 1 }, 59],
    ['an insert without documents', { insert: 'c' }, 40414],
    ['a collection name with a dollar at its head', { create: '$x' }, 73],
    ['an empty collection name', { insert: '', documents: [{}] }, 73],
    ['a find whose filter is no document', { find: 'c', filter: 5 }, 14],
    ['a find with an unknown field', { find: 'c', frob: 1 }, 40415],
    ['an aggregate without a cursor', { aggregate: 'c', pipeline: [] }, 9],
    ['an update of many by replacement', { update: 'c', updates: [{ q: {}, u: { a: 1 }, multi: true }] }, 9],
    ['a delete with a limit of 5', { delete: 'c', deletes: [{ q: {}, limit: 5 }] }, 9],
  ];
  it.each(refused)('%s', async (_title, command, code) => {
    const reply = await target.db.command(command).catch((error: Document) => error);
    expect(reply.code ?? reply.writeErrors?.[0]?.code).toBe(code);
  });
  it('$where is refused, or it runs: it never answers wrong', async () => {
    const collection = await target.collection([
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
    ]);
    const refusal = { code: expect.any(Number) };
    const answer = await collection
      .find({ $where: 'this.a === 2' })
      .toArray()
      .catch((error: Document) => error);
    if (Array.isArray(answer)) expect(answer).toEqual([{ _id: 2, a: 2 }]);
    else expect(answer).toMatchObject(refusal);
  });
  it('a text search without a text index is IndexNotFound', async () => {
    const collection = await target.collection([{ _id: 1, a: 'x' }]);
    expect(await errorOf(collection.find({ $text: { $search: 'x' } }).toArray())).toMatchObject({ code: 27 });
  });
  it('$near without a geo index is refused', async () => {
    const collection = await target.collection([{ _id: 1, at: [0, 0] }]);
    const near = { at: { $near: { $geometry: { type: 'Point', coordinates: [0, 0] } } } };
    expect(await errorOf(collection.find(near).toArray())).toHaveProperty('code');
  });
  it('an admin command elsewhere is Unauthorized', async () => {
    expect(await errorOf(target.db.command({ listDatabases: 1 }))).toMatchObject({ code: 13 });
  });
});
