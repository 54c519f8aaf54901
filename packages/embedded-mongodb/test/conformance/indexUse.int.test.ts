import { describe, expect, it } from 'vitest';
import type { CreateIndexesOptions, Document } from 'mongodb';
import { errorOf } from './exact.ts';
import { planOf } from './planOf.ts';
import { useTarget } from './useTarget.ts';
import type { Row } from '../rows.ts';

const target = useTarget();
const documents = Array.from({ length: 100 }, (_, i) => ({
  _id: i,
  sku: `S${i % 10}`,
  place: `P${i % 4}`,
  qty: i,
  tags: [`t${i % 5}`, `u${i % 3}`],
  at: new Date(i * 1000),
  stock: { free: i % 7 },
}));

/** An index, a query, how many documents it finds and how many keys at most it may read for that. */
type UseCase = readonly [title: string, index: Document, filter: Document, found: number, mostKeys: number];

const used: UseCase[] = [
  ['equality', { qty: 1 }, { qty: 7 }, 1, 2],
  ['a range', { qty: 1 }, { qty: { $gte: 90 } }, 10, 11],
  ['a range of two bounds', { qty: 1 }, { qty: { $gt: 10, $lte: 20 } }, 10, 12],
  ['$in', { qty: 1 }, { qty: { $in: [3, 50, 999] } }, 2, 7],
  ['equality on the first of two fields', { sku: 1, qty: 1 }, { sku: 'S3' }, 10, 11],
  ['equality on both fields', { sku: 1, qty: 1 }, { sku: 'S3', qty: 13 }, 1, 2],
  ['equality, then a range', { sku: 1, qty: 1 }, { sku: 'S3', qty: { $gte: 50 } }, 5, 6],
  ['an array element', { tags: 1 }, { tags: 't1' }, 20, 21],
  ['a nested field', { 'stock.free': 1 }, { 'stock.free': 0 }, 15, 16],
  ['a date range', { at: 1 }, { at: { $lt: new Date(5000) } }, 5, 6],
  ['an anchored pattern', { sku: 1 }, { sku: /^S3/ }, 10, 12],
  ['a descending index', { qty: -1 }, { qty: { $gte: 98 } }, 2, 3],
];

describe('an index is used', () => {
  it.each(used)('for %s', async (_title, index, filter, found, mostKeys) => {
    const collection = await target.collection(documents);
    const name = await collection.createIndex(index as Record<string, 1>);
    const plan = await planOf(collection, filter);
    expect(plan).toMatchObject({ index: name, scanned: false, returned: found });
    expect(plan.keys).toBeLessThanOrEqual(mostKeys);
    expect(await collection.countDocuments(filter)).toBe(found);
  });

  it('for _id without being made', async () => {
    const collection = await target.collection(documents);
    expect(await planOf(collection, { _id: 5 })).toMatchObject({
      index: '_id_',
      scanned: false,
      returned: 1,
    });
  });
  it('for a sort, which then sorts nothing', async () => {
    const collection = await target.collection(documents);
    await collection.createIndex({ qty: 1 });
    const plan = await planOf(collection, {}, { sort: { qty: -1 }, limit: 3 });
    expect(plan).toMatchObject({ index: 'qty_1', sorted: false, returned: 3 });
    expect(plan.documents).toBeLessThanOrEqual(4);
  });
  it('for equality and a sort on the next field', async () => {
    const collection = await target.collection(documents);
    await collection.createIndex({ sku: 1, at: 1 });
    const plan = await planOf(collection, { sku: 'S1' }, { sort: { at: -1 }, limit: 2 });
    expect(plan).toMatchObject({ index: 'sku_1_at_1', sorted: false, returned: 2 });
  });
  it('when a hint names it', async () => {
    const collection = await target.collection(documents);
    await collection.createIndex({ qty: 1 });
    await collection.createIndex({ sku: 1 }, { name: 'bySku' });
    expect(await planOf(collection, { qty: 7, sku: 'S7' }, { hint: 'bySku' })).toMatchObject({
      index: 'bySku',
      returned: 1,
    });
    expect(await planOf(collection, { qty: 7, sku: 'S7' }, { hint: { qty: 1 } })).toMatchObject({
      index: 'qty_1',
      returned: 1,
    });
  });
  it('not at all when the hint says $natural', async () => {
    const collection = await target.collection(documents);
    await collection.createIndex({ qty: 1 });
    expect(await planOf(collection, { qty: 7 }, { hint: { $natural: 1 } })).toMatchObject({
      scanned: true,
      documents: 100,
      returned: 1,
    });
  });
});

describe('an index is not used', () => {
  const unfit: [string, Document, CreateIndexesOptions, Document][] = [
    ['for the second field alone', { sku: 1, qty: 1 }, {}, { qty: 5 }],
    ['for another field', { sku: 1 }, {}, { qty: 5 }],
    [
      'when it is partial and the query asks for more',
      { qty: 1 },
      { partialFilterExpression: { qty: { $gt: 50 } } },
      { qty: { $gt: 10 } },
    ],
    ['when it is sparse and the query asks for missing', { gone: 1 }, { sparse: true }, { gone: null }],
  ];
  it.each(unfit)('%s', async (_title, index, options, filter) => {
    const collection = await target.collection(documents);
    await collection.createIndex(index as Record<string, 1>, options);
    expect(await planOf(collection, filter)).toMatchObject({ scanned: true, documents: 100 });
  });
  it('a partial index is used when the query asks for less', async () => {
    const collection = await target.collection(documents);
    await collection.createIndex({ qty: 1 }, { partialFilterExpression: { qty: { $gt: 50 } } });
    expect(await planOf(collection, { qty: { $gt: 60 } })).toMatchObject({ index: 'qty_1', returned: 39 });
  });
  it('a sort without an index sorts', async () => {
    const collection = await target.collection(documents);
    expect(await planOf(collection, {}, { sort: { qty: -1 }, limit: 3 })).toMatchObject({
      sorted: true,
      scanned: true,
    });
  });
});

describe('making and dropping indexes', () => {
  it('names them after their keys', async () => {
    const collection = await target.collection();
    expect(await collection.createIndex({ a: 1, 'b.c': -1 })).toBe('a_1_b.c_-1');
  });
  it('lists them with their options', async () => {
    const collection = await target.collection();
    await collection.createIndex({ a: 1 }, { unique: true, sparse: true, name: 'mine' });
    expect(await collection.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1 }, name: 'mine', unique: true, sparse: true },
    ]);
  });
  it('making the same again changes nothing', async () => {
    const collection = await target.collection();
    await collection.createIndex({ a: 1 });
    await collection.createIndex({ a: 1 });
    expect(await collection.indexes()).toHaveLength(2);
  });
  it('the same keys with other options are refused', async () => {
    const collection = await target.collection();
    await collection.createIndex({ a: 1 });
    expect(await errorOf(collection.createIndex({ a: 1 }, { unique: true }))).toMatchObject({ code: 86 });
  });
  it('the same keys under another name are refused', async () => {
    const collection = await target.collection();
    await collection.createIndex({ a: 1 });
    expect(await errorOf(collection.createIndex({ a: 1 }, { name: 'other' }))).toMatchObject({ code: 85 });
  });
  it('another index of the same name is refused', async () => {
    const collection = await target.collection();
    await collection.createIndex({ a: 1 }, { name: 'mine' });
    expect(await errorOf(collection.createIndex({ b: 1 }, { name: 'mine' }))).toMatchObject({ code: 86 });
  });
  it('several at once', async () => {
    const collection = await target.collection();
    expect(await collection.createIndexes([{ key: { a: 1 } }, { key: { b: -1 } }])).toEqual(['a_1', 'b_-1']);
  });
  it('makes the collection when it is not there', async () => {
    const collection = target.db.collection<Row>('made_by_index');
    await collection.createIndex({ a: 1 });
    expect(await target.db.listCollections({ name: 'made_by_index' }).toArray()).toHaveLength(1);
  });
  it('drops by name', async () => {
    const collection = await target.collection();
    await collection.createIndex({ a: 1 });
    await collection.dropIndex('a_1');
    expect(await collection.indexes()).toHaveLength(1);
  });
  it('drops all but _id', async () => {
    const collection = await target.collection();
    await collection.createIndexes([{ key: { a: 1 } }, { key: { b: 1 } }]);
    await collection.dropIndexes();
    expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_']);
  });
  it('dropping what is not there is IndexNotFound', async () => {
    const collection = await target.collection();
    expect(await errorOf(collection.dropIndex('none_1'))).toMatchObject({
      code: 27,
      codeName: 'IndexNotFound',
    });
  });
  it('dropping the index of _id is InvalidOptions', async () => {
    const collection = await target.collection();
    expect(await errorOf(collection.dropIndex('_id_'))).toMatchObject({ code: 72 });
  });
  it('an index over two arrays of one document is CannotIndexParallelArrays', async () => {
    const collection = await target.collection();
    await collection.createIndex({ a: 1, b: 1 });
    expect(await errorOf(collection.insertOne({ a: [1], b: [2] }))).toMatchObject({ code: 171 });
  });
  it('listing indexes of no collection is NamespaceNotFound', async () => {
    expect(await errorOf(target.db.collection<Row>('nowhere').listIndexes().toArray())).toMatchObject({
      code: 26,
    });
  });
  it('a hint at no index is BadValue', async () => {
    const collection = await target.collection([{ _id: 1 }]);
    expect(await errorOf(collection.find({ a: 1 }, { hint: 'none' }).toArray())).toMatchObject({ code: 2 });
  });
  it('a bad direction is CannotCreateIndex', async () => {
    const collection = await target.collection();
    expect(await errorOf(collection.createIndex({ a: 0 }))).toMatchObject({ code: 67 });
  });
  it('a multikey index counts a document once', async () => {
    const collection = await target.collection([{ _id: 1, a: [1, 2, 3] }]);
    await collection.createIndex({ a: 1 });
    expect(await collection.find({ a: { $gte: 1 } }, { hint: { a: 1 } }).toArray()).toHaveLength(1);
  });
  it('an index made over documents finds them, one by one, as they change', async () => {
    const collection = await target.collection([
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
    ]);
    await collection.createIndex({ a: 1 });
    await collection.updateOne({ _id: 1 }, { $set: { a: 5 } });
    await collection.deleteOne({ _id: 2 });
    await collection.insertOne({ _id: 3, a: 2 });
    const byIndex = await collection.find({ a: { $gt: 0 } }, { hint: { a: 1 } }).toArray();
    expect(byIndex.map(({ _id }) => _id)).toEqual([3, 1]);
  });
  it('a TTL index takes away what has expired', { timeout: 130_000 }, async () => {
    const collection = await target.collection([
      { _id: 1, until: new Date(Date.now() - 60_000) },
      { _id: 2, until: new Date(Date.now() + 3_600_000) },
      { _id: 3, until: 'never' },
    ]);
    // A server that lets its rounds be set makes this quick; one that does not goes round every minute.
    await target.client
      .db('admin')
      .command({ setParameter: 1, ttlMonitorSleepSecs: 1 })
      .catch(() => undefined);
    const gone = collection.watch([{ $match: { operationType: 'delete' } }]);
    try {
      const event = gone.next();
      await collection.createIndex({ until: 1 }, { expireAfterSeconds: 1 });
      expect(await event).toMatchObject({ documentKey: { _id: 1 } });
    } finally {
      await gone.close();
    }
    expect((await collection.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([2, 3]);
  });
});
