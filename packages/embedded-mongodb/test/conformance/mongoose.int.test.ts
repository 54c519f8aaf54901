import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorOf } from './exact.ts';
import { useTarget } from './useTarget.ts';

const target = useTarget();
const odm = new mongoose.Mongoose();

const lineSchema = new mongoose.Schema(
  { sku: { type: String, required: true }, qty: { type: Number, min: 1 } },
  { _id: false },
);
const orderSchema = new mongoose.Schema(
  {
    code: { type: String, required: true, unique: true },
    state: { type: String, enum: ['new', 'paid', 'sent'], default: 'new', index: true },
    lines: [lineSchema],
    total: mongoose.Schema.Types.Decimal128,
    units: BigInt,
    meta: { type: Map, of: String },
    buyer: { type: mongoose.Schema.Types.ObjectId, ref: 'Buyer' },
  },
  { timestamps: true, optimisticConcurrency: true },
);
const buyerSchema = new mongoose.Schema({ name: String, visits: { type: Number, default: 0 } });

const Order = odm.model('Order', orderSchema);
const Buyer = odm.model('Buyer', buyerSchema);

let serial = 0;
const code = (): string => `o${(serial += 1)}`;

beforeAll(async () => {
  await odm.connect(target.uri, { dbName: target.db.databaseName });
  await Promise.all([Order.init(), Buyer.init()]);
});
afterAll(async () => {
  await odm.disconnect();
});

describe('documents', () => {
  it('are made with defaults and times', async () => {
    const order = await Order.create({ code: code(), lines: [{ sku: 'A', qty: 2 }] });
    expect(order).toMatchObject({ state: 'new', __v: 0 });
    expect(order.createdAt).toBeInstanceOf(Date);
  });
  it('are saved when changed, only what changed', async () => {
    const order = await Order.create({ code: code() });
    order.state = 'paid';
    await order.save();
    expect(await Order.findById(order._id).lean()).toMatchObject({ state: 'paid', code: order.code });
  });
  it('refuse what the schema refuses before anything is sent', async () => {
    await expect(Order.create({ code: code(), state: 'lost' as 'new' })).rejects.toThrow(/enum/);
  });
  it('keep decimals, big integers and maps', async () => {
    const { _id } = await Order.create({
      code: code(),
      total: '10.10',
      units: 9007199254740993n,
      meta: { a: 'x' },
    });
    const found = await Order.findById(_id);
    expect(String(found?.total)).toBe('10.10');
    expect(found?.units).toBe(9007199254740993n);
    expect(found?.meta?.get('a')).toBe('x');
  });
  it('push, pull and set inside arrays', async () => {
    const order = await Order.create({
      code: code(),
      lines: [
        { sku: 'A', qty: 1 },
        { sku: 'B', qty: 1 },
      ],
    });
    order.lines.push({ sku: 'C', qty: 3 });
    await order.save();
    order.lines[0]!.qty = 9;
    await order.save();
    await Order.updateOne({ _id: order._id }, { $pull: { lines: { sku: 'B' } } });
    const found = await Order.findById(order._id).lean();
    expect(found?.lines).toEqual([
      { sku: 'A', qty: 9 },
      { sku: 'C', qty: 3 },
    ]);
  });
  it('saved by two at once: the second is told', async () => {
    const { _id } = await Order.create({ code: code() });
    const [one, other] = await Promise.all([Order.findById(_id), Order.findById(_id)]);
    one!.state = 'paid';
    await one!.save();
    other!.state = 'sent';
    await expect(other!.save()).rejects.toThrow(mongoose.Error.VersionError);
  });
  it('are deleted', async () => {
    const order = await Order.create({ code: code() });
    await order.deleteOne();
    expect(await Order.exists({ _id: order._id })).toBeNull();
  });
});

describe('queries', () => {
  it('populate', async () => {
    const buyer = await Buyer.create({ name: 'Ann' });
    const { _id } = await Order.create({ code: code(), buyer: buyer._id });
    const found = await Order.findById(_id).populate('buyer').lean();
    expect(found?.buyer).toMatchObject({ name: 'Ann' });
  });
  it('sort, skip, limit, select and lean', async () => {
    await Buyer.insertMany([3, 1, 2].map((visits) => ({ name: 'sorted', visits })));
    const rows = await Buyer.find({ name: 'sorted' })
      .sort({ visits: -1 })
      .skip(1)
      .limit(1)
      .select('visits -_id')
      .lean();
    expect(rows).toEqual([{ visits: 2 }]);
  });
  it('cursor over many', async () => {
    await Buyer.insertMany(Array.from({ length: 30 }, (_, visits) => ({ name: 'many', visits })));
    let sum = 0;
    for await (const buyer of Buyer.find({ name: 'many' }).batchSize(7).cursor()) sum += buyer.visits;
    expect(sum).toBe(435);
  });
  it('findOneAndUpdate with upsert gives the new document', async () => {
    const made = await Buyer.findOneAndUpdate(
      { name: 'upserted' },
      { $inc: { visits: 1 } },
      { upsert: true, returnDocument: 'after' },
    );
    expect(made).toMatchObject({ name: 'upserted', visits: 1 });
  });
  it('aggregate', async () => {
    await Buyer.insertMany([1, 2, 3].map((visits) => ({ name: 'grouped', visits })));
    const rows = await Buyer.aggregate([
      { $match: { name: 'grouped' } },
      { $group: { _id: '$name', sum: { $sum: '$visits' } } },
    ]);
    expect(rows).toEqual([{ _id: 'grouped', sum: 6 }]);
  });
  it('distinct, exists and countDocuments', async () => {
    await Buyer.insertMany([1, 2].map((visits) => ({ name: 'counted', visits })));
    expect((await Buyer.distinct('visits', { name: 'counted' })).sort()).toEqual([1, 2]);
    expect(await Buyer.exists({ name: 'counted' })).toHaveProperty('_id');
    expect(await Buyer.countDocuments({ name: 'counted' })).toBe(2);
  });
  it('bulkWrite', async () => {
    const result = await Buyer.bulkWrite([
      { insertOne: { document: { name: 'bulk', visits: 1 } } },
      { updateOne: { filter: { name: 'bulk' }, update: { $inc: { visits: 5 } } } },
    ]);
    expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 1 });
    expect(await Buyer.findOne({ name: 'bulk' }).lean()).toMatchObject({ visits: 6 });
  });
});

describe('indexes', () => {
  it('of the schema are made', async () => {
    const names = (await Order.collection.indexes()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['_id_', 'code_1', 'state_1']));
  });
  it('unique ones hold', async () => {
    const same = code();
    await Order.create({ code: same });
    const error = await errorOf(Order.create({ code: same }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { code: 1 }, keyValue: { code: same } });
  });
  it('syncIndexes drops what the schema does not have', async () => {
    await Order.collection.createIndex({ stray: 1 });
    expect(await Order.syncIndexes()).toContain('stray_1');
    expect((await Order.collection.indexes()).map(({ name }) => name)).not.toContain('stray_1');
  });
});

describe('transactions', () => {
  it('commit over two models', async () => {
    const key = code();
    await odm.connection.transaction(async (session) => {
      const [buyer] = await Buyer.create([{ name: key }], { session });
      await Order.create([{ code: key, buyer: buyer!._id }], { session });
    });
    expect(await Order.countDocuments({ code: key })).toBe(1);
    expect(await Buyer.countDocuments({ name: key })).toBe(1);
  });
  it('leave nothing when they fail', async () => {
    const key = code();
    await Order.create({ code: key });
    const work = odm.connection.transaction(async (session) => {
      await Buyer.create([{ name: key }], { session });
      await Order.create([{ code: key }], { session });
    });
    expect(await errorOf(work)).toMatchObject({ code: 11000 });
    expect(await Buyer.countDocuments({ name: key })).toBe(0);
  });
  it('under contention lose no update', async () => {
    const { _id } = await Buyer.create({ name: 'contended' });
    const visit = (): Promise<unknown> =>
      odm.connection.transaction(async (session) => {
        const buyer = await Buyer.findById(_id).session(session);
        buyer!.visits += 1;
        await buyer!.save({ session });
      });
    await Promise.all(Array.from({ length: 10 }, visit));
    expect(await Buyer.findById(_id).lean()).toMatchObject({ visits: 10 });
  });
});

describe('change streams', () => {
  it('of a model', async () => {
    const stream = Buyer.watch([{ $match: { 'fullDocument.name': 'watched' } }], { hydrate: true });
    try {
      const ready = new Promise((resolve) => stream.once('ready', resolve));
      const event = new Promise((resolve, reject) => {
        stream.once('change', resolve);
        stream.once('error', reject);
      });
      await ready;
      await Buyer.create({ name: 'watched' });
      expect(await event).toMatchObject({ operationType: 'insert' });
    } finally {
      await stream.close();
    }
  });
});
