import { Int32, ObjectId } from 'bson';
import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { compare } from './measure.ts';
import type { Turn, Measured } from './measure.ts';
import type { Row } from '../test/rows.ts';

/** One line of the table: an operation's rate beside the ping rate of the same run at the same concurrency. */
export interface RateLine extends Measured {
  name: string;
  concurrency: number;
  /** Rate of `ping` at this concurrency, operations a second. */
  pingRate: number;
  /** Median of rate / ping rate over several turns. */
  ratio: number;
  /** The least ratio aimed at; undefined where nothing is promised. */
  aim: number | undefined;
}

interface RateCase {
  name: string;
  concurrency: number;
  aim?: number;
  run: (db: Db, client: MongoClient) => Turn;
}

const durable = { writeConcern: { w: 'majority', journal: true } } as const;
const some = (below: number): number => Math.floor(Math.random() * below);

/** What is measured, with so many documents in the big collection, one kilobyte each. */
const casesOf = (big: number): RateCase[] => [
  { name: `findOne by index, ${big} documents`, concurrency: 16, aim: 0.6, run: findIn('big', big) },
  { name: 'findOne by index, 200 documents', concurrency: 16, run: findIn('small', 200) },
  {
    name: 'findOne by _id',
    concurrency: 16,
    run: (db) => () => db.collection<Row>('big').findOne({ _id: some(big) }),
  },
  { name: 'insertOne j:true, 64 writers', concurrency: 64, aim: 0.3, run: insertInto('inserted64') },
  { name: 'insertOne j:true, 1 writer', concurrency: 1, run: insertInto('inserted1') },
  {
    name: 'findOneAndUpdate, spread',
    concurrency: 64,
    aim: 0.3,
    run: (db) => () => increment(db, 'spread', some(1_000)),
  },
  {
    name: 'findOneAndUpdate, one hot document',
    concurrency: 64,
    aim: 0.2,
    run: (db) => () => increment(db, 'hot', 0),
  },
  { name: 'transaction over two collections', concurrency: 16, aim: 0.08, run: twoCollections },
];

/** Fills the database and measures every operation. Throws when the hot document lost an update. */
export async function measureRates(uri: string, durationMs: number, big: number): Promise<RateLine[]> {
  const client = new MongoClient(uri, { maxPoolSize: 64 });
  try {
    const db = client.db('bench', durable);
    await prepare(db, big);
    const lines: RateLine[] = [];
    for (const { name, concurrency, aim, run } of casesOf(big)) {
      const ping: Turn = () => db.command({ ping: 1 });
      const { operation, floor, ratio } = await compare(concurrency, durationMs, ping, run(db, client));
      lines.push({ name, concurrency, aim, pingRate: floor.rate, ratio, ...operation });
    }
    await expectNothingLost(db);
    return lines;
  } finally {
    await client.close();
  }
}

async function prepare(db: Db, big: number): Promise<void> {
  await db.dropDatabase();
  const pad = 'x'.repeat(940);
  for (const [name, size] of [
    ['big', big],
    ['small', 200],
  ] as const) {
    const collection = db.collection<Row>(name);
    await collection.createIndex({ code: 1 });
    for (let from = 0; from < size; from += 5_000) {
      const rows = Array.from({ length: Math.min(5_000, size - from) }, (_, i) => ({
        _id: from + i,
        code: `C${from + i}`,
        pad,
      }));
      await collection.insertMany(rows, { ordered: false });
    }
  }
  const counters = Array.from({ length: 1_000 }, (_, _id) => ({ _id, n: new Int32(0) }));
  await db.collection<Row>('spread').insertMany(counters);
  await db.collection<Row>('hot').insertOne({ _id: 0, n: 0 });
  for (const name of ['orders', 'stock', 'inserted1', 'inserted64', 'acknowledged'])
    await db.createCollection(name);
  await db
    .collection<Row>('stock')
    .insertMany(Array.from({ length: 10_000 }, (_, _id) => ({ _id, free: 1_000_000 })));
}

function findIn(name: string, size: number): RateCase['run'] {
  return (db) => () => db.collection<Row>(name).findOne({ code: `C${some(size)}` });
}

function insertInto(name: string): RateCase['run'] {
  return (db) => (caller, turn) =>
    db.collection<Row>(name).insertOne({ caller, turn, text: 'an order of ordinary length, a few words' });
}

let hotAcknowledged = 0;

async function increment(db: Db, name: string, id: number): Promise<void> {
  await db.collection<Row>(name).findOneAndUpdate({ _id: id }, { $inc: { n: 1 } });
  if (name === 'hot') hotAcknowledged += 1;
}

function twoCollections(db: Db, client: MongoClient): Turn {
  return () =>
    client.withSession((session) =>
      session.withTransaction(async () => {
        await db
          .collection<Row>('stock')
          .updateOne({ _id: some(10_000) }, { $inc: { free: -1 } }, { session });
        await db.collection<Row>('orders').insertOne({ _id: new ObjectId(), state: 'new' }, { session });
      }, durable),
    );
}

async function expectNothingLost(db: Db): Promise<void> {
  const hot = await db.collection<Row>('hot').findOne({});
  if (hot?.n !== hotAcknowledged)
    throw new Error(`hot document: ${hotAcknowledged} updates acknowledged, ${hot?.n} there`);
}
