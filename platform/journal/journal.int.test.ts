import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from 'mongoose';
import { startTestMongo, type TestMongo } from '../../test/support/mongo.ts';
import { createMint, createSink, sinkRows, type Mint } from '../../test/support/toyRoom.ts';
import { hasRedis, startTestRedis } from '../../test/support/redis.ts';
import { chaosBus } from '../../test/support/chaosBus.ts';
import { waitFor } from '../../test/support/waitFor.ts';
import type { Bus } from '../bus/bus.ts';
import { httpBus } from '../bus/httpBus.ts';
import { redisBus } from '../bus/redisBus.ts';
import { inProcessBus } from '../bus/inProcessBus.ts';
import { simulatedClock, type SimulatedClock } from '../clock/simulatedClock.ts';
import { startHttpHost } from '../http/httpHost.ts';
import { uuidIds } from '../ids/ids.ts';
import { silentLog } from '../log/log.ts';
import { databaseOf } from '../mongo/connect.ts';
import { withTransaction } from '../mongo/withTransaction.ts';
import { seededRandom } from '../random/random.ts';
import type { Journal } from './journal.ts';
import type { JournalRow } from './journalRow.ts';
import { runDecision } from './runDecision.ts';

const newId = uuidIds();
let mongo: TestMongo;
let databases = 0;
beforeAll(async () => {
  mongo = await startTestMongo();
});
afterAll(() => mongo.stop());

interface Pair {
  readonly clock: SimulatedClock;
  readonly bus: Bus;
  readonly mintDb: Connection;
  readonly sinkDb: Connection;
  readonly mint: Mint;
  readonly sink: Journal;
  stop(): Promise<void>;
}

async function createPair(
  options: {
    bus?: Bus;
    sinkBus?: Bus;
    soleWriter?: boolean;
    before?: (seq: number) => void;
    start?: boolean;
  } = {},
): Promise<Pair> {
  const clock = simulatedClock(1_000_000);
  const bus = options.bus ?? inProcessBus({ log: silentLog() });
  databases += 1;
  const mintDb = await mongo.connect(`mint${databases}`);
  const sinkDb = await mongo.connect(`sink${databases}`);
  const mint = await createMint({
    connection: mintDb,
    bus,
    clock,
    newId,
    soleWriter: options.soleWriter ?? false,
  });
  const before = options.before === undefined ? {} : { before: options.before };
  const sink = await createSink({ connection: sinkDb, bus: options.sinkBus ?? bus, clock, newId, ...before });
  await mint.journal.start();
  if (options.start !== false) await sink.start();
  return {
    clock, bus, mintDb, sinkDb, mint, sink,
    stop: async () => {
      await sink.stop();
      await mint.journal.stop();
    },
  }; // prettier-ignore
}

const journalRows = (connection: Connection): Promise<JournalRow[]> =>
  databaseOf(connection).collection<JournalRow>('journal').find().sort({ stream: 1, seq: 1 }).toArray();
const owed = async (connection: Connection): Promise<number> =>
  (await journalRows(connection)).filter((row) => row.pending.length > 0).length;

describe('a decision', () => {
  it('writes state and event together, with who and why', async () => {
    const pair = await createPair();
    expect(await pair.mint.add('a', 3)).toEqual(expect.objectContaining({ id: 'a', coins: 3 }));
    expect(await pair.mint.journal.read('jar:a')).toEqual([
      expect.objectContaining({
        seq: 1,
        type: 'toy.Added',
        v: 1,
        at: 1_000_000,
        actor: 'tester',
        cause: 'test',
        data: { jarId: 'a', coins: 3 },
      }),
    ]);
    await pair.stop();
  });
  it('writes neither when something of its transaction fails', async () => {
    const pair = await createPair();
    const decision = runDecision(pair.mint.journal, pair.mint.jars, {
      id: 'a', actor: 'x', cause: 'y',
      decide: () => [{ type: 'toy.Added', data: { jarId: 'a', coins: 1 } }],
      also: () => Promise.reject(new Error('planned')),
    }); // prettier-ignore
    await expect(decision).rejects.toThrow('planned');
    expect(await journalRows(pair.mintDb)).toEqual([]);
    expect(await pair.mint.jars.model.findOne({ _id: 'a' } as never).lean()).toBeNull();
    await pair.stop();
  });
  it('refuses a payload that does not fit its schema, and a type nobody declared', async () => {
    const pair = await createPair();
    await expect(pair.mint.add('a', -1)).rejects.toThrow('does not fit');
    const undeclared = withTransaction(pair.mintDb, (tx) =>
      pair.mint.journal.append(tx, {
        stream: 'jar:a',
        expectedSeq: 0,
        events: [{ type: 'toy.Unknown', data: {} }],
        actor: 'x',
        cause: 'y',
      }),
    );
    await expect(undeclared).rejects.toThrow('not declared');
    expect(await journalRows(pair.mintDb)).toEqual([]);
    await pair.stop();
  });
  it('changes nothing when it decides nothing, and tells its outcome', async () => {
    const pair = await createPair();
    const result = await runDecision(pair.mint.journal, pair.mint.jars, {
      id: 'a', actor: 'x', cause: 'y', decide: () => ({ events: [], outcome: 'refused' as const }),
    }); // prettier-ignore
    expect(result).toEqual({ state: undefined, version: 0, events: [], outcome: 'refused' });
    expect(await journalRows(pair.mintDb)).toEqual([]);
    await pair.stop();
  });
  it('loses no change and leaves no gap when two processes write one stream at once', async () => {
    const pair = await createPair();
    const other = await createMint({ connection: pair.mintDb, bus: pair.bus, clock: pair.clock, newId });
    const addAll = async (mint: Mint): Promise<number> => {
      let done = 0;
      for (let n = 0; n < 15; n++) {
        try {
          await mint.add('hot', 1);
          done++;
        } catch (error) {
          // The caller was told to come again: then nothing may have happened.
          expect(error).toMatchObject({ extensions: { code: 'CONFLICT' } });
        }
      }
      return done;
    };
    const done = (await Promise.all([addAll(pair.mint), addAll(other)])).reduce(
      (sum, count) => sum + count,
      0,
    );
    const rows = await journalRows(pair.mintDb);
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: done }, (_, index) => index + 1));
    expect(await pair.mint.jars.model.findOne({ _id: 'hot' } as never).lean()).toMatchObject({
      coins: done,
      version: done,
    });
    await pair.stop();
  });
  it('on several aggregates in one transaction happens to all or to none', async () => {
    const pair = await createPair();
    const both = (fail: boolean): Promise<void> =>
      withTransaction(pair.mintDb, async (tx) => {
        await pair.mint.add('a', 1, tx);
        await pair.mint.add('b', 1, tx);
        if (fail) throw new Error('planned');
      });
    await expect(both(true)).rejects.toThrow('planned');
    expect(await journalRows(pair.mintDb)).toEqual([]);
    await both(false);
    expect((await journalRows(pair.mintDb)).map((row) => row.stream)).toEqual(['jar:a', 'jar:b']);
    await pair.stop();
  });
});

describe('a follower', () => {
  it('gets the past, then what comes, each event once, also from another process', async () => {
    const pair = await createPair();
    const other = await createMint({ connection: pair.mintDb, bus: pair.bus, clock: pair.clock, newId });
    await other.journal.start();
    for (let n = 0; n < 5; n++) await pair.mint.add('s', 1);
    const seen: number[] = [];
    const stream = pair.mint.journal.follow('jar:s', 2);
    const reading = (async () => {
      for await (const event of stream) {
        seen.push(event.seq);
        if (event.seq === 25) break;
      }
    })();
    for (let n = 0; n < 20; n++) await (n % 3 === 0 ? other : pair.mint).add('s', 1);
    await reading;
    expect(seen).toEqual(Array.from({ length: 23 }, (_, index) => index + 3));
    await other.journal.stop();
    await pair.stop();
  });
  it('that is slow misses nothing', async () => {
    const pair = await createPair();
    const stream = pair.mint.journal.follow('jar:slow');
    const first = stream.next();
    for (let n = 0; n < 100; n++) await pair.mint.add('slow', 1);
    const seen = [(await first).value?.seq];
    while (seen.length < 100) seen.push((await stream.next()).value?.seq);
    expect(seen).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    await stream.return?.();
    await pair.stop();
  });
  it('ends at once when it is told, although nothing comes', async () => {
    const pair = await createPair();
    const controller = new AbortController();
    const aborted = pair.mint.journal.follow('jar:quiet', 0, controller.signal).next();
    const closed = pair.mint.journal.follow('jar:quiet');
    const waiting = closed.next();
    controller.abort();
    await closed.return?.();
    expect((await aborted).done).toBe(true);
    expect((await waiting).done).toBe(true);
    await pair.stop();
  });
});

describe('a consumer', () => {
  it('applies what is rung, and the owner knows', async () => {
    const pair = await createPair();
    await pair.mint.add('a', 5);
    await waitFor(
      'the acknowledgement',
      async () => (await owed(pair.mintDb)) === 0 && pair.mint.journal.isIdle(),
    );
    expect(await sinkRows(pair.sinkDb)).toEqual([
      expect.objectContaining({ stream: 'jar:a', seq: 1, coins: 5 }),
    ]);
    await pair.stop();
  });
  it('that was away is rung again by the clock', async () => {
    const pair = await createPair({ start: false });
    await pair.mint.add('a', 1);
    await pair.mint.add('a', 2);
    await pair.sink.start();
    expect(await sinkRows(pair.sinkDb)).toEqual([]);
    await pair.clock.advanceBy(60_000);
    await waitFor('both events', async () => (await owed(pair.mintDb)) === 0);
    expect((await sinkRows(pair.sinkDb)).map((row) => row.seq)).toEqual([1, 2]);
    await pair.stop();
  });
  it.each([true, false])(
    'applies each event once and each stream in order, whatever the bus loses, repeats and reorders (sole writer: %s)',
    async (soleWriter) => {
      const bus = chaosBus(seededRandom('worst day'), { lose: 0.2, repeat: 0.2, delay: 0.2 });
      const pair = await createPair({ bus, soleWriter });
      const total = 60;
      for (let n = 0; n < total; n++) await pair.mint.add(`j${n % 6}`, n + 1);
      let rounds = 0;
      await waitFor(
        'all to be acknowledged',
        async () => {
          if (++rounds === 40) bus.behave();
          await bus.release();
          await pair.clock.advanceBy(60_000);
          return (await owed(pair.mintDb)) === 0;
        },
        { timeoutMs: 40_000, everyMs: 50 },
      );
      expect(Math.min(bus.counts.lost, bus.counts.repeated, bus.counts.delayed)).toBeGreaterThan(5);
      const rows = await sinkRows(pair.sinkDb);
      expect(rows).toHaveLength(total);
      for (let jar = 0; jar < 6; jar++) {
        const seqs = rows.filter((row) => row.stream === `jar:j${jar}`).map((row) => row.seq);
        expect(seqs).toEqual(Array.from({ length: total / 6 }, (_, index) => index + 1));
      }
      await pair.stop();
    },
  );
  it('that fails keeps the event owed and the later ones waiting, until it works again', async () => {
    let broken = true;
    let failures = 0;
    const before = (seq: number): void => {
      if (!broken || seq !== 2) return;
      failures++;
      throw new Error('planned');
    };
    const pair = await createPair({ before });
    for (let n = 0; n < 3; n++) await pair.mint.add('a', 1);
    await pair.mint.add('other', 1);
    await waitFor('the other stream to pass by', async () => (await sinkRows(pair.sinkDb)).length === 2);
    await waitFor('all tries', () => failures === 4 && pair.sink.isIdle());
    await waitFor('two to stay owed', async () => (await owed(pair.mintDb)) === 2);
    broken = false;
    await pair.clock.advanceBy(60_000);
    await waitFor('the rest', async () => (await owed(pair.mintDb)) === 0);
    const seqs = (await sinkRows(pair.sinkDb)).filter((row) => row.stream === 'jar:a').map((row) => row.seq);
    expect(seqs).toEqual([1, 2, 3]);
    await pair.stop();
  });
  it('in another process is reached by signed HTTP, and what rings while it is away comes later', async () => {
    const secret = 'between-rooms-'.repeat(4);
    const log = silentLog();
    const peersOfMint: Record<string, string> = { sink: 'http://127.0.0.1:1' };
    const mintBus = httpBus({ room: 'mint', peers: peersOfMint, secret, newId, log });
    const mintHost = await startHttpHost({ routes: [mintBus.route], log });
    const sinkBus = httpBus({ room: 'sink', peers: { mint: mintHost.url }, secret, newId, log });
    const pair = await createPair({ bus: mintBus, sinkBus });
    await pair.mint.add('a', 1);
    const sinkHost = await startHttpHost({ routes: [sinkBus.route], log });
    expect(await owed(pair.mintDb)).toBe(1);
    await mintBus.close();
    const cameBack = httpBus({ room: 'mint', peers: { sink: sinkHost.url }, secret, newId, log });
    const mint = await createMint({ connection: pair.mintDb, bus: cameBack, clock: pair.clock, newId });
    await mintHost.stop();
    const newHost = await startHttpHost({ routes: [cameBack.route], log, port: mintHost.port });
    await mint.journal.start();
    await mint.add('a', 2);
    await waitFor('both events', async () => (await owed(pair.mintDb)) === 0);
    expect((await sinkRows(pair.sinkDb)).map((row) => row.seq)).toEqual([1, 2]);
    await mint.journal.stop();
    await pair.stop();
    await cameBack.close();
    await sinkBus.close();
    await newHost.stop();
    await sinkHost.stop();
  });
  it.skipIf(!hasRedis)('is reached over Redis by two processes of the owner', async () => {
    const redis = await startTestRedis();
    const open = (): Promise<Bus> =>
      redisBus({ url: redis.url, log: silentLog(), prefix: `test-${databases}:` });
    const buses = await Promise.all([open(), open(), open()]);
    const [bus, sinkBus, otherBus] = buses;
    const pair = await createPair({ bus, sinkBus });
    const other = await createMint({ connection: pair.mintDb, bus: otherBus, clock: pair.clock, newId });
    await other.journal.start();
    for (let n = 0; n < 20; n++) await (n % 2 === 0 ? other : pair.mint).add('shared', 1);
    await waitFor('all to be acknowledged, without any sweep', async () => (await owed(pair.mintDb)) === 0);
    expect((await sinkRows(pair.sinkDb)).map((row) => row.seq)).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    );
    await other.journal.stop();
    await pair.stop();
    for (const each of buses) await each.close();
    await redis.stop();
  });
  it('applies once when the same event arrives twice at the same moment', async () => {
    const pair = await createPair({ start: false });
    await pair.mint.add('a', 1);
    const [event] = await pair.mint.journal.read('jar:a');
    const twin = await createSink({ connection: pair.sinkDb, bus: pair.bus, clock: pair.clock, newId });
    await pair.sink.start();
    await twin.start();
    await Promise.all(
      [1, 2, 3].map(() => pair.bus.publish('event.sink', { event, consumer: 'sink', owner: 'mint' })),
    );
    await waitFor('the acknowledgement', async () => (await owed(pair.mintDb)) === 0);
    await waitFor('both to be idle', () => pair.sink.isIdle() && twin.isIdle());
    expect(await sinkRows(pair.sinkDb)).toHaveLength(1);
    await twin.stop();
    await pair.stop();
  });
});
