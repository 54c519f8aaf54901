import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from 'mongoose';
import { startTestMongo, type TestMongo } from '../../test/support/mongo.ts';
import { waitFor } from '../../test/support/waitFor.ts';
import { simulatedClock } from '../clock/simulatedClock.ts';
import { codedError, errorCodeOf } from '../errors/codedError.ts';
import { databaseOf } from '../mongo/connect.ts';
import { scopeId } from './fingerprint.ts';
import { createIdempotency, type Idempotency, type KeyScope } from './idempotency.ts';
import type { Claim } from './keyRows.ts';

let mongo: TestMongo;
let connection: Connection;
let keys: Idempotency;
let otherProcess: Idempotency;
const clock = simulatedClock(5_000_000);
beforeAll(async () => {
  mongo = await startTestMongo();
  connection = await mongo.connect('keys');
  keys = createIdempotency({ connection, clock });
  otherProcess = createIdempotency({ connection, clock });
  await keys.prepare();
  await databaseOf(connection).createCollection('effects');
});
afterAll(() => mongo.stop());

const scope = (key: string, more: Partial<KeyScope> = {}): KeyScope => ({
  principal: 'p-1', operation: 'buy', input: { sku: 'A', quantity: 2, note: undefined }, ...more, key,
}); // prettier-ignore
const effects = (key: string): Promise<number> =>
  databaseOf(connection).collection('effects').countDocuments({ key });
const keyRow = (key: string) =>
  databaseOf(connection)
    .collection<{ _id: string }>('idempotency')
    .findOne({ _id: scopeId('p-1', 'buy', key) });
const buy = (
  helper: Idempotency,
  wanted: KeyScope,
): Promise<{ result: { order: string }; replay: boolean }> =>
  helper.once(wanted, async (tx) => {
    await databaseOf(connection)
      .collection('effects')
      .insertOne({ key: wanted.key }, { session: tx.session });
    return { order: `order of ${wanted.key}` };
  });
const codeOf = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(() => undefined, errorCodeOf);

describe('an idempotency key', () => {
  it('gives one effect and equal answers to ten callers at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => buy(keys, scope('k-10'))));
    expect(await effects('k-10')).toBe(1);
    expect(answers.filter((answer) => !answer.replay)).toHaveLength(1);
    for (const { result } of answers) expect(result).toEqual({ order: 'order of k-10' });
  });
  it('gives one effect across two processes; who comes too early is told to come again', async () => {
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4, 5, 6].map((n) => buy(n % 2 === 0 ? keys : otherProcess, scope('k-2p'))),
    );
    expect(await effects('k-2p')).toBe(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect(['CONFLICT', 'IDEMPOTENCY_IN_PROGRESS']).toContain(errorCodeOf(outcome.reason));
      else expect(outcome.value.result).toEqual({ order: 'order of k-2p' });
    }
    expect((await buy(otherProcess, scope('k-2p'))).replay).toBe(true);
  });
  it('is refused with other input, and does not mind order or absent members', async () => {
    await buy(keys, scope('k-input'));
    expect(await codeOf(buy(keys, scope('k-input', { input: { sku: 'A', quantity: 3 } })))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect((await buy(keys, scope('k-input', { input: { quantity: 2, sku: 'A' } }))).replay).toBe(true);
    expect(await effects('k-input')).toBe(1);
  });
  it("is its owner's, and its operation's", async () => {
    await buy(keys, scope('k-own'));
    expect((await buy(keys, scope('k-own', { principal: 'p-2' }))).replay).toBe(false);
    expect((await buy(keys, scope('k-own', { operation: 'sell' }))).replay).toBe(false);
    expect(await effects('k-own')).toBe(3);
  });
  it('is free again when its effect failed', async () => {
    const failing = keys.once(scope('k-fail'), () => Promise.reject(new Error('planned')));
    await expect(failing).rejects.toThrow('planned');
    expect((await buy(keys, scope('k-fail'))).replay).toBe(false);
  });
  it.each(['{"$ne":null}', '$where', '{"$regex":"(a+)+$"}', '__proto__', '$gt'])(
    'that looks like an operator (%s) is one key like any other, and never reaches the database as it is',
    async (key) => {
      expect((await buy(keys, scope(key))).replay).toBe(false);
      expect((await buy(otherProcess, scope(key))).replay).toBe(true);
      const row = await keyRow(key);
      expect(row?._id).toMatch(/^[\w-]{43}$/);
      const kept = { ...row, result: undefined };
      expect(JSON.stringify(kept)).not.toContain(JSON.stringify(key).slice(1, -1));
    },
  );
  it.each(['', 'x'.repeat(256), 'line\nbreak', 'é'])('%j is none', async (key) => {
    expect(await codeOf(Promise.resolve().then(() => buy(keys, scope(key))))).toBe(
      'IDEMPOTENCY_KEY_REQUIRED',
    );
  });
});

describe('a key for work of several steps', () => {
  /** Work that stops where it is told to, as that of a process that died would: it neither ends nor throws. */
  const begin = (helper: Idempotency, key: string, step = 1) => {
    let reached: (claim: Claim) => void = () => undefined;
    const claimed = new Promise<Claim>((resolve) => (reached = resolve));
    void helper.inSteps(scope(key), {
      first: () => Promise.resolve({ step }),
      rest: (claim) => new Promise(() => reached(claim)),
    });
    return claimed;
  };
  const goOn = (helper: Idempotency, key: string, seen: (progress: unknown) => void = () => undefined) =>
    helper.inSteps<{ step: number }, string>(scope(key), {
      first: () => Promise.resolve({ step: 99 }),
      rest: async (claim, progress) => {
        seen(progress);
        await helper.close(claim, 'done');
        return 'done';
      },
    });

  it('is busy until its lease ends, is then taken over, and the late first worker cannot finish it', async () => {
    const first = await begin(keys, 'k-steps');
    expect(await codeOf(goOn(otherProcess, 'k-steps'))).toBe('IDEMPOTENCY_IN_PROGRESS');
    await clock.advanceBy(30_000);
    const second = await begin(otherProcess, 'k-steps', 99);
    expect(await codeOf(keys.close(first, 'late'))).toBe('IDEMPOTENCY_IN_PROGRESS');
    await otherProcess.close(second, 'done');
    expect(await goOn(otherProcess, 'k-steps')).toEqual({ result: 'done', replay: true });
  });
  it('is taken over by one of many', async () => {
    await begin(keys, 'k-many');
    await clock.advanceBy(30_000);
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => goOn(otherProcess, 'k-many')));
    const taken = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(taken.filter(({ value }) => !value.replay)).toHaveLength(1);
  });
  it.each([
    ['an error', () => Promise.reject(new Error('planned'))],
    ['a deadline', () => Promise.reject(codedError('DEADLINE_EXCEEDED', 'Too late.'))],
    [
      'an error at once',
      () => {
        throw new Error('planned');
      },
    ],
  ])("is nobody's as soon as work ends with %s: the next call goes on from there", async (name, rest) => {
    const failing = keys.inSteps(scope(`k-${name}`), { first: () => Promise.resolve({ step: 7 }), rest });
    await expect(failing).rejects.toThrow();
    const seen: unknown[] = [];
    const result = await goOn(otherProcess, `k-${name}`, (progress) => seen.push(progress));
    expect([result, seen]).toEqual([{ result: 'done', replay: false }, [{ step: 7 }]]);
  });
  it('stays with whoever took it over when an earlier worker gives up late', async () => {
    let fail: (error: Error) => void = () => undefined;
    const early = keys.inSteps(scope('k-late'), {
      first: () => Promise.resolve({ step: 1 }),
      rest: () => new Promise<string>((_resolve, reject) => (fail = reject)),
    });
    await waitFor('the claim', () => keyRow('k-late'));
    await clock.advanceBy(30_000);
    await begin(otherProcess, 'k-late');
    fail(new Error('planned'));
    await expect(early).rejects.toThrow('planned');
    expect(await codeOf(goOn(keys, 'k-late'))).toBe('IDEMPOTENCY_IN_PROGRESS');
  });
  it('goes on whatever its input looks like by now, unless nobody began it', async () => {
    await begin(keys, 'k-before', 5);
    await clock.advanceBy(30_000);
    const resume = (key: string) =>
      otherProcess.resume<{ step: number }, string>(
        { principal: 'p-1', operation: 'buy', key },
        async (claim, { step }) => {
          await otherProcess.close(claim, `done from ${step}`);
          return `done from ${step}`;
        },
      );
    expect(await resume('k-before')).toEqual({ result: 'done from 5', replay: false });
    expect(await resume('k-before')).toEqual({ result: 'done from 5', replay: true });
    expect(await codeOf(resume('k-nobody'))).toBe('IDEMPOTENCY_IN_PROGRESS');
    expect(await keyRow('k-nobody')).toBeNull();
  });
  it('is free when its first effect failed', async () => {
    const failing = keys.inSteps(scope('k-first'), {
      first: () => Promise.reject(new Error('planned')),
      rest: () => Promise.resolve('never'),
    });
    await expect(failing).rejects.toThrow('planned');
    expect(await goOn(keys, 'k-first')).toEqual({ result: 'done', replay: false });
  });
});
