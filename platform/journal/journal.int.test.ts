import { describe, expect, it } from 'vitest';
import { createMint, type Mint } from '../../test/support/toySubgraph.ts';
import { journalRows, newId, usePairs } from '../../test/support/mintAndSink.ts';
import { withTransaction } from '../mongo/withTransaction.ts';
import { runDecision } from './runDecision.ts';

const { createPair } = usePairs();

describe('a decision', () => {
  it('writes state and event together, with who and why', async () => {
    const pair = await createPair();
    expect(await pair.mint.add('a', 3)).toEqual(expect.objectContaining({ id: 'a', coins: 3 }));
    expect(await pair.mint.journal.read('jar:a')).toEqual([
      expect.objectContaining({
        seq: 1,
        type: 'mint.Added',
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
      decide: () => [{ type: 'mint.Added', data: { jarId: 'a', coins: 1 } }],
      also: () => Promise.reject(new Error('planned')),
    }); // prettier-ignore
    await expect(decision).rejects.toThrow('planned');
    expect(await journalRows(pair.mintDb)).toEqual([]);
    expect(await pair.mint.jars.model.findOne({ _id: 'a' }).lean()).toBeNull();
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
    expect(await pair.mint.jars.model.findOne({ _id: 'hot' }).lean()).toMatchObject({
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
