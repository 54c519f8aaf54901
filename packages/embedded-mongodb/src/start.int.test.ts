import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Binary, BSON, Long, MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbeddedMongo } from './start.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'promesse-mongo-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function withClient<T>(uri: string, use: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(uri);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

/** Sends one command past the driver, which would give it a session of its own. */
function exchange(uri: string, command: object): Promise<Record<string, unknown>> {
  const { hostname, port } = new URL(uri);
  const body = BSON.serialize(command);
  const head = Buffer.alloc(21);
  head.writeInt32LE(21 + body.length, 0);
  head.writeInt32LE(2013, 12);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(Buffer.concat([head, body])));
    socket.once('error', reject);
    socket.once('data', (frame) => {
      socket.destroy();
      resolve(BSON.deserialize(frame.subarray(21)));
    });
  });
}

describe('the embedded server', () => {
  it('listens on a socket file and removes it afterwards', async () => {
    const socketPath = join(dataDir, 'mongo.sock');
    const server = await startEmbeddedMongo({ dataDir, socketPath });
    const names = await withClient(server.uri, (client) =>
      client.db('a').collection('x').insertOne({ a: 1 }),
    );
    await server.stop();
    expect(names.acknowledged).toBe(true);
    expect(() => statSync(socketPath)).toThrow('ENOENT');
  });

  it('listens where a server that was killed has left its socket file', async () => {
    const socketPath = join(dataDir, 'mongo.sock');
    writeFileSync(socketPath, '');
    const server = await startEmbeddedMongo({ dataDir, socketPath });
    const found = await withClient(server.uri, (client) => client.db('a').collection('x').countDocuments());
    await server.stop();
    expect(found).toBe(0);
  });

  it('leaves a socket file alone that lies elsewhere: it may be of another server', async () => {
    const elsewhere = join(dataDir, 'elsewhere.sock');
    const one = await startEmbeddedMongo({ dataDir: join(dataDir, 'one'), socketPath: elsewhere });
    await expect(
      startEmbeddedMongo({ dataDir: join(dataDir, 'two'), socketPath: elsewhere }),
    ).rejects.toThrow('EADDRINUSE');
    const found = await withClient(one.uri, (client) => client.db('a').collection('x').countDocuments());
    await one.stop();
    expect(found).toBe(0);
  });

  it('counts commands, transactions and commits for whoever asks for its status', async () => {
    const server = await startEmbeddedMongo({ dataDir });
    const [before, after] = await withClient(server.uri, async (client) => {
      const status = () => client.db('admin').command({ serverStatus: 1 });
      const rows = client.db('a').collection('x');
      await rows.insertOne({ a: 0 });
      const earlier = await status();
      await client.withSession((session) =>
        session.withTransaction(async () => {
          await rows.insertOne({ a: 1 }, { session });
          await rows.updateOne({ a: 1 }, { $set: { b: 1 } }, { session });
        }),
      );
      await rows.findOne({});
      return [earlier, await status()];
    });
    await server.stop();
    const grown = (of: (status: typeof before) => unknown) => Number(of(after)) - Number(of(before));
    expect(grown((status) => status?.['opcounters'].insert)).toBe(1);
    expect(grown((status) => status?.['opcounters'].update)).toBe(1);
    expect(grown((status) => status?.['opcounters'].query)).toBe(1);
    expect(grown((status) => status?.['transactions'].totalCommitted)).toBe(1);
    expect(grown((status) => status?.['lmdb'].commits)).toBe(1);
  });

  it('runs in a thread of its own', async () => {
    const server = await startEmbeddedMongo({ dataDir, worker: true });
    const { insertedId } = await withClient(server.uri, (client) =>
      client.db('a').collection('x').insertOne({ a: 1 }),
    );
    await server.stop();
    expect(insertedId).toBeDefined();
  });

  it('serves several directories side by side in one process', async () => {
    const one = await startEmbeddedMongo({ dataDir: join(dataDir, 'one') });
    const two = await startEmbeddedMongo({ dataDir: join(dataDir, 'two') });
    await withClient(one.uri, (client) => client.db('a').collection('x').insertOne({ a: 1 }));
    const others = await withClient(two.uri, (client) => client.db('a').collection('x').countDocuments());
    await Promise.all([one.stop(), two.stop()]);
    expect(others).toBe(0);
  });

  it('lets one server use a directory at a time', async () => {
    const server = await startEmbeddedMongo({ dataDir });
    await expect(startEmbeddedMongo({ dataDir })).rejects.toThrow('is in use');
    await expect(startEmbeddedMongo({ dataDir, worker: true })).rejects.toThrow('is in use');
    await server.stop();
    await (await startEmbeddedMongo({ dataDir })).stop();
  });

  it('takes over the lock of a process that no longer runs', async () => {
    writeFileSync(
      join(dataDir, 'promesse.lock'),
      JSON.stringify({ pid: process.pid, born: 'earlier', server: '9.9' }),
    );
    await (await startEmbeddedMongo({ dataDir })).stop();
  });

  it('refuses any address but loopback', async () => {
    await expect(startEmbeddedMongo({ dataDir, host: '0.0.0.0' })).rejects.toThrow('no authentication');
  });

  it('answers a retried write with what it did, also after a restart', async () => {
    const write = {
      insert: 'x',
      $db: 'a',
      documents: [{ _id: 1 }],
      lsid: { id: new Binary(Buffer.alloc(16, 7), 4) },
      txnNumber: Long.fromNumber(1),
    };
    const first = await startEmbeddedMongo({ dataDir });
    const reply = await exchange(first.uri, write);
    await first.stop();
    const second = await startEmbeddedMongo({ dataDir });
    const again = await exchange(second.uri, write);
    const documents = await withClient(second.uri, (client) =>
      client.db('a').collection('x').countDocuments(),
    );
    await second.stop();
    expect([reply['n'], again['n'], again['retriedStmtIds'], documents]).toEqual([1, 1, [0], 1]);
  });

  it('never serves a file that was cut short', async () => {
    const server = await startEmbeddedMongo({ dataDir });
    await withClient(server.uri, (client) =>
      client
        .db('a')
        .collection('x')
        .insertMany(Array.from({ length: 500 }, (_, i) => ({ i, text: `${i}`.repeat(500) }))),
    );
    await server.stop();
    const file = join(dataDir, 'promesse.mdb');
    truncateSync(file, statSync(file).size / 2);
    await expect(startEmbeddedMongo({ dataDir })).rejects.toThrow('is damaged');
  });
});
