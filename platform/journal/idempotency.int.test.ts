import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from 'mongoose';
import { startTestMongo, type TestMongo } from '../../test/support/mongo.ts';
import { simulatedClock } from '../clock/simulatedClock.ts';
import { errorCodeOf } from '../errors/codedError.ts';
import { databaseOf } from '../mongo/connect.ts';
import { createIdempotency, type Idempotency, type KeyScope } from './idempotency.ts';

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
  it.each(['', 'x'.repeat(256), 'line\nbreak', 'é'])('%j is none', async (key) => {
    expect(await codeOf(Promise.resolve().then(() => buy(keys, scope(key))))).toBe(
      'IDEMPOTENCY_KEY_REQUIRED',
    );
  });
});

describe('a key for work of several steps', () => {
  it('is busy until its lease ends, is then taken over, and the late first worker cannot finish it', async () => {
    const first = await keys.open<{ step: number }, string>(scope('k-steps'), () =>
      Promise.resolve({ step: 1 }),
    );
    expect(first).toMatchObject({ kind: 'claimed', progress: { step: 1 } });
    const again = (): ReturnType<typeof keys.open<{ step: number }, string>> =>
      otherProcess.open<{ step: number }, string>(scope('k-steps'), () => Promise.resolve({ step: 99 }));
    expect(await codeOf(again())).toBe('IDEMPOTENCY_IN_PROGRESS');
    await clock.advanceBy(30_000);
    const second = await again();
    expect(second).toMatchObject({ kind: 'resume', progress: { step: 1 } });
    if (first.kind !== 'claimed' || second.kind !== 'resume') return expect.unreachable();
    expect(await codeOf(keys.close(first.claim, 'late'))).toBe('IDEMPOTENCY_IN_PROGRESS');
    await otherProcess.close(second.claim, 'done');
    expect(await again()).toEqual({ kind: 'replay', result: 'done' });
  });
  it('is taken over by one of many', async () => {
    await keys.open(scope('k-many'), () => Promise.resolve(null));
    await clock.advanceBy(30_000);
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4, 5].map(() => otherProcess.open(scope('k-many'), () => Promise.resolve(null))),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });
});
