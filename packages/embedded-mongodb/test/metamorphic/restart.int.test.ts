import { mkdtemp, open, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Long, UUID } from 'mongodb';
import fc from 'fast-check';
import { MongoClient } from 'mongodb';
import type { Document, ResumeToken } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbeddedMongo } from '../../src/start.ts';
import { opMsg, RawClient } from '../wire/frames.ts';
import { documents, filters, indexKeys, sorts } from './arbitraries.ts';
import type { Row } from '../rows.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'promesse-restart-'));
});
afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

/** Runs `work` with a client of a server started for it over the same data. */
async function served<T>(work: (client: MongoClient) => Promise<T>): Promise<T> {
  const server = await startEmbeddedMongo({ dataDir });
  const client = new MongoClient(server.uri);
  try {
    return await work(client);
  } finally {
    await client.close();
    await server.stop();
  }
}

describe('after a restart', () => {
  it('every query gives the answer it gave before', { timeout: 120_000 }, async () => {
    const queries = fc.sample(fc.tuple(filters, sorts), { numRuns: 60, seed: 7 });
    const [rows = []] = fc.sample(documents, { numRuns: 1, seed: 11 });
    const answers = (client: MongoClient): Promise<Document[][]> => {
      const collection = client.db('again').collection<Row>('rows');
      return Promise.all(queries.map(([filter, sort]) => collection.find(filter, { sort }).toArray()));
    };
    const before = await served(async (client) => {
      const collection = client.db('again').collection<Row>('rows');
      await collection.createIndexes(indexKeys.map((key) => ({ key })));
      await collection.insertMany(rows.map((row, _id) => ({ ...row, _id })));
      return answers(client);
    });
    expect(await served(answers)).toEqual(before);
  });

  it('collections, options, indexes and views are as they were', async () => {
    const describeAll = async (client: MongoClient): Promise<unknown> => {
      const db = client.db('shape');
      const collections = await db.listCollections().toArray();
      return { collections, indexes: await db.collection<Row>('rows').indexes() };
    };
    const before = await served(async (client) => {
      const db = client.db('shape');
      await db.createCollection('rows', { validator: { n: { $gte: 0 } } });
      await db
        .collection<Row>('rows')
        .createIndex({ n: 1 }, { unique: true, partialFilterExpression: { n: { $gt: 5 } } });
      await db.createCollection('seen', { viewOn: 'rows', pipeline: [{ $match: { n: 1 } }] });
      return describeAll(client);
    });
    expect(await served(describeAll)).toEqual(before);
  });

  it('a change stream goes on where it was', async () => {
    let token: ResumeToken;
    await served(async (client) => {
      const collection = client.db('stream').collection<Row>('rows');
      const stream = collection.watch([], { maxAwaitTimeMS: 100 });
      await stream.tryNext();
      await collection.insertMany([1, 2, 3].map((_id) => ({ _id })));
      token = (await stream.next())._id;
      await stream.close();
    });
    await served(async (client) => {
      const collection = client.db('stream').collection<Row>('rows');
      await collection.insertOne({ _id: 4 });
      const stream = collection.watch([], { resumeAfter: token });
      const keys: unknown[] = [];
      while (keys.length < 3) keys.push(((await stream.next()) as Document).documentKey._id);
      expect(keys).toEqual([2, 3, 4]);
      await stream.close();
    });
  });

  it('a retried write is not done twice', async () => {
    // Raw messages, because the driver puts its own session and number on every write.
    const lsid = { id: new UUID() };
    const insert = {
      insert: 'rows',
      documents: [{ _id: 1, n: 1 }],
      lsid,
      txnNumber: Long.fromNumber(5),
      $db: 'retry',
    };
    const updates = [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }];
    const update = { update: 'rows', updates, lsid, txnNumber: Long.fromNumber(6), $db: 'retry' };
    await served(async ({ options }) => {
      const raw = await RawClient.open(`mongodb://${String(options.hosts[0])}`);
      for (const command of [insert, update]) {
        raw.send(opMsg(command));
        expect(await raw.next()).toMatchObject({ document: { ok: 1, n: 1 } });
      }
      await raw.vanish();
    });
    await served(async (client) => {
      const raw = await RawClient.open(`mongodb://${String(client.options.hosts[0])}`);
      raw.send(opMsg(update));
      expect(await raw.next()).toMatchObject({ document: { ok: 1, n: 1, nModified: 1 } });
      await raw.vanish();
      expect(await client.db('retry').collection<Row>('rows').findOne()).toMatchObject({ n: 2 });
    });
  });

  it('an open transaction has left nothing', async () => {
    await served(async (client) => {
      await client.db('open').createCollection('rows');
      const session = client.startSession();
      session.startTransaction();
      await client.db('open').collection<Row>('rows').insertOne({ a: 1 }, { session });
    });
    await served(async (client) => {
      expect(await client.db('open').collection<Row>('rows').countDocuments()).toBe(0);
    });
  });
});

describe('a data file that is not whole', () => {
  const biggestFile = async (): Promise<string> => {
    const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const sizes = await Promise.all(files.map(async (file) => ({ file, size: (await stat(file)).size })));
    return sizes.sort((a, b) => b.size - a.size)[0]?.file as string;
  };
  beforeEach(async () => {
    await served(async (client) => {
      const rows = Array.from({ length: 2_000 }, (_, n) => ({ n, text: 'x'.repeat(500) }));
      await client.db('torn').collection<Row>('rows').insertMany(rows);
    });
  });

  it.each([0.9, 0.5, 0.1])('cut to %f of its length is refused with a message naming it', async (part) => {
    const file = await biggestFile();
    await truncate(file, Math.floor((await stat(file)).size * part));
    await expect(served(async () => undefined)).rejects.toThrow(dataDir);
  });

  it('overwritten at its head is refused with a message naming it', async () => {
    const file = await open(await biggestFile(), 'r+');
    await file.write(Buffer.alloc(8192, 0xa5), 0, 8192, 0);
    await file.close();
    await expect(served(async () => undefined)).rejects.toThrow(dataDir);
  });
});
