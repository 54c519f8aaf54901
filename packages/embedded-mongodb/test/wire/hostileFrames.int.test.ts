import { serialize, setInternalBufferSize } from 'bson';
import fc from 'fast-check';
import { MongoClient } from 'mongodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../targetServer.ts';
import type { TargetServer } from '../targetServer.ts';
import { opMsg, opQuery, RawClient } from './frames.ts';
import type { Reply } from './frames.ts';
import { frames, messages, ping } from './hostileMessages.ts';

let server: TargetServer;
const open: RawClient[] = [];
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  for (const client of open.splice(0)) await client.vanish();
  await expectAlive();
});
afterAll(async () => {
  await server.stop();
});

async function connected(): Promise<RawClient> {
  const client = await RawClient.open(server.uri);
  open.push(client);
  return client;
}

/** Whatever was sent before: a new client is still served. */
async function expectAlive(): Promise<void> {
  const client = await RawClient.open(server.uri);
  client.send(opMsg({ ping: 1, $db: 'admin' }));
  expect(await client.next()).toMatchObject({ document: { ok: 1 } });
  await client.vanish();
}

async function answerTo(...sent: Uint8Array[]): Promise<Reply | 'closed'> {
  const client = await connected();
  for (const message of sent) client.send(message);
  return client.next();
}

describe('a frame that cannot be read closes its connection', () => {
  it.each(frames)('%s', async (_title, bytes) => {
    expect(await answerTo(bytes)).toBe('closed');
  });
});

describe('a message that makes no sense is an error or a closed connection', () => {
  it.each(messages)('%s', async (_title, bytes) => {
    const reply = await answerTo(bytes);
    if (reply === 'closed') return;
    expect(reply.document).toMatchObject({ ok: 0, errmsg: expect.any(String), code: expect.any(Number) });
  });
});

describe('a message in an unusual way is answered all the same', () => {
  it('byte by byte', async () => {
    const client = await connected();
    for (const byte of ping) client.send(Uint8Array.of(byte));
    expect(await client.next()).toMatchObject({ document: { ok: 1 } });
  });
  it('many at once, in their order', async () => {
    const client = await connected();
    const ids = [11, 12, 13, 14, 15];
    client.send(Buffer.concat(ids.map((requestId) => opMsg({ ping: 1, $db: 'admin' }, { requestId }))));
    for (const id of ids) expect(await client.next()).toMatchObject({ responseTo: id, document: { ok: 1 } });
  });
  it('hello as an old query', async () => {
    expect(await answerTo(opQuery('admin.$cmd', { hello: 1, helloOk: true }))).toMatchObject({
      document: { ok: 1, isWritablePrimary: true },
    });
  });
  it('isMaster as an old query', async () => {
    expect(await answerTo(opQuery('admin.$cmd', { isMaster: 1 }))).toMatchObject({
      document: { ok: 1, ismaster: true },
    });
  });
  it('an unknown command is CommandNotFound and the connection stays', async () => {
    const client = await connected();
    client.send(opMsg({ frobnicate: 1, $db: 'admin' }));
    expect(await client.next()).toMatchObject({ document: { ok: 0, code: 59, codeName: 'CommandNotFound' } });
    client.send(ping);
    expect(await client.next()).toMatchObject({ document: { ok: 1 } });
  });
  it('one that asks for no answer gets none', async () => {
    const client = await connected();
    client.send(opMsg({ insert: 'c', documents: [{ a: 1 }], $db: 'quiet' }, { flags: 2, requestId: 21 }));
    client.send(opMsg({ ping: 1, $db: 'admin' }, { requestId: 22 }));
    expect(await client.next()).toMatchObject({ responseTo: 22 });
  });
});

describe('too much', () => {
  it('a document over 16 MB is refused', async () => {
    const text = 'x'.repeat(17 * 1024 * 1024);
    setInternalBufferSize(20 * 1024 * 1024);
    const reply = await answerTo(opMsg({ insert: 'c', documents: [{ text }], $db: 'd' }));
    if (reply === 'closed') return;
    expect(reply.document.code ?? reply.document.writeErrors?.[0]?.code).toBeTypeOf('number');
  });
  it('nesting without end is refused', async () => {
    let deep = Buffer.from(serialize({ end: 1 }));
    for (let i = 0; i < 5_000; i += 1) {
      const size = Buffer.alloc(4);
      size.writeInt32LE(deep.length + 4 + 3 + 1, 0);
      deep = Buffer.concat([size, Buffer.from([3, 97, 0]), deep, Buffer.from([0])]);
    }
    const reply = await answerTo(opMsg(Buffer.concat([Buffer.from([0]), deep])));
    expect(reply === 'closed' || reply.document.ok === 0).toBe(true);
  });
  it('more writes in one command than allowed are refused', async () => {
    const documents = Array.from({ length: 100_001 }, () => ({}));
    const reply = await answerTo(opMsg({ insert: 'c', documents, $db: 'd' }));
    expect(reply).toMatchObject({ document: { ok: 0, code: 16 } });
  });
});

describe('a client that vanishes', () => {
  it('in the middle of a frame', async () => {
    const client = await connected();
    client.send(ping.subarray(0, 20));
    await client.vanish();
  });
  it('while its answer is on the way', async () => {
    const client = await connected();
    client.send(
      opMsg({
        insert: 'gone',
        documents: Array.from({ length: 1_000 }, () => ({ text: 'x'.repeat(1_000) })),
        $db: 'd',
      }),
    );
    client.send(opMsg({ find: 'gone', $db: 'd' }));
    await client.vanish();
  });
  it('in the middle of a transaction does not hold others up for ever', async () => {
    const watcher = new MongoClient(server.uri);
    const leaver = new MongoClient(server.uri);
    try {
      const rows = watcher.db('vanish').collection<{ _id: number; n: number }>('rows');
      await rows.insertOne({ _id: 1, n: 0 });
      await watcher.db('admin').command({ setParameter: 1, transactionLifetimeLimitSeconds: 1 });
      const session = leaver.startSession();
      session.startTransaction();
      await leaver
        .db('vanish')
        .collection<{ _id: number; n: number }>('rows')
        .updateOne({ _id: 1 }, { $inc: { n: 100 } }, { session });
      await leaver.close(true);
      await rows.updateOne({ _id: 1 }, { $inc: { n: 1 } });
      expect(await rows.findOne({ _id: 1 })).toEqual({ _id: 1, n: 1 });
    } finally {
      await watcher.close();
    }
  });
});

describe('anything at all', () => {
  it('mutated frames never stop the server', { timeout: 60_000 }, async () => {
    const bodies = [
      { insert: 'fuzz', documents: [{ a: 1 }, { b: [1, 2] }], $db: 'fuzz' },
      { find: 'fuzz', filter: { a: { $gt: 0 } }, sort: { a: 1 }, $db: 'fuzz' },
      { aggregate: 'fuzz', pipeline: [{ $group: { _id: '$a', n: { $sum: 1 } } }], cursor: {}, $db: 'fuzz' },
      { update: 'fuzz', updates: [{ q: { a: 1 }, u: { $inc: { a: 1 } } }], $db: 'fuzz' },
    ];
    const mutation = fc.record({ at: fc.nat({ max: 400 }), byte: fc.nat({ max: 255 }) });
    const mutated = fc.tuple(fc.constantFrom(...bodies), fc.array(mutation, { minLength: 1, maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(mutated, async ([body, mutations]) => {
        const bytes = opMsg(body);
        // The length stays true, or the server would rightly wait for the rest.
        for (const { at, byte } of mutations) if (at + 16 < bytes.length) bytes[at + 16] = byte;
        const client = await RawClient.open(server.uri);
        client.send(bytes);
        client.endWriting();
        const reply = await client.next();
        expect(reply === 'closed' || typeof reply.document.ok === 'number').toBe(true);
        await client.vanish();
      }),
      { numRuns: 300 },
    );
  });
});
