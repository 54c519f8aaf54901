import { describe, expect, it } from 'vitest';
import { chaosBus } from '../../test/support/chaosBus.ts';
import { newId, owed, usePairs } from '../../test/support/mintAndSink.ts';
import { hasRedis, startTestRedis } from '../../test/support/redis.ts';
import { createMint, createSink, sinkRows } from '../../test/support/toySubgraph.ts';
import { waitFor } from '../../test/support/waitFor.ts';
import type { Bus } from '../bus/bus.ts';
import { httpBus } from '../bus/httpBus.ts';
import { redisBus } from '../bus/redisBus.ts';
import { startHttpHost } from '../http/startHttpHost.ts';
import { silentLog } from '../log/log.ts';
import { seededRandom } from '../random/random.ts';

const { createPair } = usePairs();

const secret = 'between-subgraphs-'.repeat(4);

describe('a consumer', () => {
  it('applies what is published, and the owner knows', async () => {
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
  it('that was away is told again by the clock', async () => {
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
  it.each([
    { soleWriter: true, together: false },
    { soleWriter: false, together: false },
    { soleWriter: true, together: true },
    { soleWriter: false, together: true },
  ])(
    'applies each event once and each stream in order, whatever the bus loses, repeats and reorders (%o)',
    async (how) => {
      const bus = chaosBus(seededRandom('worst day'), { lose: 0.2, repeat: 0.2, delay: 0.2 });
      const pair = await createPair({ bus, ...how });
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
  it.each([false, true])(
    'that fails keeps the event owed and the later ones waiting, until it works again (together: %s)',
    async (together) => {
      let broken = true;
      let failures = 0;
      const before = (seq: number): void => {
        if (!broken || seq !== 2) return;
        failures++;
        throw new Error('planned');
      };
      const pair = await createPair({ before, together });
      for (let n = 0; n < 3; n++) await pair.mint.add('a', 1);
      await pair.mint.add('other', 1);
      await waitFor('the other stream to pass by', async () => (await sinkRows(pair.sinkDb)).length === 2);
      await waitFor('all tries', () => failures === 4 && pair.sink.isIdle());
      await waitFor('two to stay owed', async () => (await owed(pair.mintDb)) === 2);
      broken = false;
      await pair.clock.advanceBy(60_000);
      await waitFor('the rest', async () => (await owed(pair.mintDb)) === 0);
      const seqs = (await sinkRows(pair.sinkDb))
        .filter((row) => row.stream === 'jar:a')
        .map((row) => row.seq);
      expect(seqs).toEqual([1, 2, 3]);
      await pair.stop();
    },
  );
  it('in another process is reached by signed HTTP, and what is published while it is away comes later', async () => {
    const log = silentLog();
    const peersOfMint: Record<string, string> = { sink: 'http://127.0.0.1:1' };
    const mintBus = httpBus({ subgraph: 'mint', peers: peersOfMint, secret, newId, log });
    const mintHost = await startHttpHost({ routes: [mintBus.route], log });
    const sinkBus = httpBus({ subgraph: 'sink', peers: { mint: mintHost.url }, secret, newId, log });
    const pair = await createPair({ bus: mintBus, sinkBus });
    await pair.mint.add('a', 1);
    const sinkHost = await startHttpHost({ routes: [sinkBus.route], log });
    expect(await owed(pair.mintDb)).toBe(1);
    await mintBus.close();
    const cameBack = httpBus({ subgraph: 'mint', peers: { sink: sinkHost.url }, secret, newId, log });
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
    const prefix = `test-${newId()}:`;
    const open = (subgraph: string): Promise<Bus> =>
      redisBus({ url: redis.url, log: silentLog(), prefix, subgraph, secret });
    const buses = await Promise.all([open('mint'), open('sink'), open('mint')]);
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
  it('applies what arrives while it is busy together, and alone what cannot be applied', async () => {
    const batches: number[] = [];
    const broken = new Set([3]);
    const before = (seq: number): void => {
      if (broken.has(seq)) throw new Error('planned');
    };
    const counting = (size: number): void => void batches.push(size);
    const pair = await createPair({ before, together: true, batch: counting });
    await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        for (let coin = 0; coin < (n === 7 ? 4 : 2); coin++) await pair.mint.add(`t${n}`, 1);
      }),
    );
    await waitFor(
      'all but those behind the broken one',
      async () => (await sinkRows(pair.sinkDb)).length === 80 + 0,
    );
    await waitFor('two to stay owed', async () => (await owed(pair.mintDb)) === 2);
    expect(Math.max(...batches)).toBeGreaterThan(1);
    broken.clear();
    await pair.clock.advanceBy(60_000);
    await waitFor('the rest', async () => (await owed(pair.mintDb)) === 0);
    expect(await sinkRows(pair.sinkDb)).toHaveLength(82);
    await pair.stop();
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
