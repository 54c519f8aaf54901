import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '@promesse/embedded-mongodb/start';
import { MongoClient, type Collection } from 'mongodb';
import { closedLoop, percentile } from './closedLoop.ts';

/**
 * A bare program that makes durable what a correct checkout cannot do without, on the same database through the
 * official driver, and nothing else: one transaction of two conditional stock counters, the order, its event and the
 * row of the idempotency key. Prints its figures as one line of JSON. Arguments: callers, orders.
 */
interface Stock {
  readonly _id: string;
  readonly free: number;
}

const ARTICLES = 60;
const callers = Number(process.argv[2] ?? 8);
const orders = Number(process.argv[3] ?? 200);

const dataDir = await mkdtemp(join(tmpdir(), 'promesse-bench-floor-'));
const server = await startEmbeddedMongo({ dataDir, worker: true });
const client = await MongoClient.connect(server.uri, { maxPoolSize: 20 });
const db = client.db('floor');
const stock = db.collection<Stock>('stock');
const rows = (name: string): Collection<{ _id: string }> => db.collection<{ _id: string }>(name);
const [placed, events, keys] = [rows('orders'), rows('events'), rows('keys')];
for (const name of ['stock', 'orders', 'events', 'keys']) await db.createCollection(name);
await stock.insertMany(Array.from({ length: ARTICLES }, (_, i) => ({ _id: `sku-${i}`, free: 1_000_000 })));

const address = { name: 'Load Test', line1: '1 rue de la Paix', postalCode: '75002', city: 'Paris' };

async function placeOne(index: number, run: string): Promise<void> {
  const _id = `${run}-${index}`;
  const lines = [
    { sku: `sku-${index % ARTICLES}`, quantity: 1 },
    { sku: `sku-${(index + 7) % ARTICLES}`, quantity: 1 + (index % 2) },
  ];
  const order = { _id, lines, address, totalMinor: 12_300, currency: 'EUR', at: Date.now() };
  await client.withSession((session) =>
    session.withTransaction(
      async () => {
        for (const { sku, quantity } of lines) {
          const taken = await stock.updateOne(
            { _id: sku, free: { $gte: quantity } },
            { $inc: { free: -quantity } },
            { session },
          );
          if (taken.modifiedCount !== 1) throw new Error(`${sku} is sold out.`);
        }
        await placed.insertOne(order, { session });
        await events.insertOne({ ...order, _id: `event-${_id}` }, { session });
        await keys.insertOne({ ...order, _id: `key-${_id}` }, { session });
      },
      { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', journal: true } },
    ),
  );
}

// Code becomes fast by being used.
await closedLoop(callers, Math.min(orders, 300), (index) => placeOne(index, 'warm'));
const before = process.cpuUsage();
const { seconds, tookMs } = await closedLoop(callers, orders, (index) => placeOne(index, 'run'));
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    ordersPerSecond: orders / seconds,
    p50Ms: percentile(tookMs, 0.5),
    p99Ms: percentile(tookMs, 0.99),
    cpuSecondsPer1000: (user + system) / 1_000 / orders,
  }),
);
await client.close();
await server.stop();
await rm(dataDir, { recursive: true, force: true });
