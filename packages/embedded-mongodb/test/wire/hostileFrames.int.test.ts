import { serialize, setInternalBufferSize } from 'bson';
import fc from 'fast-check';
import { MongoClient } from 'mongodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../targetServer.ts';
import type { TargetServer } from '../targetServer.ts';
import { frame, opMsg, opQuery, RawClient } from './frames.ts';
import type { Reply } from './frames.ts';

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

async function answerTo(...messages: Uint8Array[]): Promise<Reply | 'closed'> {
  const client = await connected();
  for (const message of messages) client.send(message);
  return client.next();
}

function withLength(message: Buffer, length: number): Buffer {
  const changed = Buffer.from(message);
  changed.writeInt32LE(length, 0);
  return changed;
}

const ping = opMsg({ ping: 1, $db: 'admin' });
const pingBytes = serialize({ ping: 1, $db: 'admin' });

describe('a frame that cannot be read closes its connection', () => {
  const frames: [string, Buffer][] = [
    ['a length of 0', withLength(ping, 0)],
    ['a length below the header', withLength(ping, 15)],
    ['a negative length', withLength(ping, -1)],
    ['a length above 48 MB', withLength(ping, 48_000_001)],
    ['the greatest length', withLength(ping, 2_147_483_647)],
    ['an unknown operation', frame(9999, pingBytes)],
    ['an operation long gone', frame(2002, pingBytes)],
    ['a compressed message nobody agreed on', frame(2012, Buffer.alloc(9))],
    ['plain text', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
  ];
  it.each(frames)('%s', async (_title, bytes) => {
    expect(await answerTo(bytes)).toBe('closed');
  });
});

describe('a message that makes no sense is an error or a closed connection', () => {
  const kind = (byte: number, rest: Uint8Array): Buffer => Buffer.concat([Buffer.from([byte]), rest]);
  const sequence = (size: number, name: string, ...documents: Uint8Array[]): Buffer => {
    const head = Buffer.alloc(4);
    head.writeInt32LE(size, 0);
    return kind(1, Buffer.concat([head, Buffer.from(`${name}\0`), ...documents]));
  };
  const claims = (length: number): Buffer => {
    const bytes = Buffer.from(pingBytes);
    bytes.writeInt32LE(length, 0);
    return bytes;
  };
  const messages: [string, Buffer][] = [
    ['no sections', opMsg(Buffer.alloc(0))],
    ['an unknown kind of section', opMsg(kind(7, pingBytes))],
    ['two bodies', opMsg(Buffer.concat([kind(0, pingBytes), kind(0, pingBytes)]))],
    ['a body that claims more than there is', opMsg(kind(0, claims(5_000)))],
    ['a body that claims less than it is', opMsg(kind(0, claims(6)))],
    ['a body of negative length', opMsg(kind(0, claims(-5)))],
    [
      'a body without its last zero',
      opMsg(kind(0, Buffer.concat([pingBytes.subarray(0, -1), Buffer.from([9])]))),
    ],
    ['only a sequence', opMsg(sequence(20, 'documents', serialize({})))],
    [
      'a sequence that claims more than there is',
      opMsg(Buffer.concat([kind(0, pingBytes), sequence(9_999, 'documents')])),
    ],
    [
      'a sequence without the end of its name',
      opMsg(Buffer.concat([kind(0, pingBytes), kind(1, Buffer.from([9, 0, 0, 0, 65]))])),
    ],
    ['a required flag nobody knows', opMsg({ ping: 1, $db: 'admin' }, { flags: 1 << 5 })],
    ['a checksum that is not there', opMsg({ ping: 1, $db: 'admin' }, { flags: 1 })],
    ['no database', opMsg({ ping: 1 })],
    ['an empty command', opMsg({})],
    ['a database that is no string', opMsg({ ping: 1, $db: 5 })],
    ['a database name with a slash', opMsg({ insert: 'c', documents: [{}], $db: 'a/b' })],
    ['a very long database name', opMsg({ insert: 'c', documents: [{}], $db: 'd'.repeat(5_000) })],
    ['a very long collection name', opMsg({ insert: 'c'.repeat(5_000), documents: [{}], $db: 'd' })],
    ['a session that is no document', opMsg({ ping: 1, lsid: 5, $db: 'admin' })],
    [
      'a transaction number without a session',
      opMsg({ insert: 'c', documents: [{}], txnNumber: 1, autocommit: false, $db: 'd' }),
    ],
    ['a getMore of a word', opMsg({ getMore: 'x', collection: 'c', $db: 'd' })],
    ['an unknown type of BSON', opMsg(kind(0, Buffer.from([10, 0, 0, 0, 0x70, 97, 0, 1, 0, 0])))],
    [
      'a string that claims to be huge',
      opMsg(kind(0, Buffer.from([14, 0, 0, 0, 2, 97, 0, 255, 255, 255, 127, 65, 0, 0]))),
    ],
  ];
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
