import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createRedisBudget } from '../../gateway/limits/redisBudget.ts';
import { connectBudgetRedis } from '../../gateway/limits/budgetRedis.ts';
import { defaultSettings } from '../../gateway/settings.ts';
import { canStartRedis, hasRedis, startRedisAt, startTestRedis } from '../support/redis.ts';
import { waitFor } from '../support/waitFor.ts';
import { createWorld } from './fixtures-front/frontWorld.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function connect(url: string) {
  const redis = await connectBudgetRedis(url);
  cleanups.push(() => redis.disconnect());
  await waitFor('the connection', () => (redis as { status?: string }).status === 'ready');
  return redis;
}

const refused = { shape: { status: 429, code: 'RATE_LIMITED' } };
/** Nobody else's, also on a server that others use. */
const principal = () => `test-${process.pid}-${performance.now()}`;

describe.skipIf(!hasRedis)('budgets in Redis', () => {
  it('are one between gateways, for requests and for cost', async () => {
    const { url, stop } = await startTestRedis();
    cleanups.push(stop);
    const config = { requests: 3, cost: 1_000, windowSeconds: 60 };
    const [one, other] = [
      createRedisBudget(config, await connect(url)),
      createRedisBudget(config, await connect(url)),
    ];
    const often = principal();
    expect(await one.spend(often, 10)).toMatchObject({ 'ratelimit-remaining': '2' });
    expect(await other.spend(often, 10)).toMatchObject({
      'ratelimit-remaining': '1',
      'ratelimit-cost-remaining': '980',
    });
    await one.spend(often, 10);
    await expect(other.spend(often, 10)).rejects.toMatchObject(refused);
    const dear = principal();
    await one.charge(dear, 990);
    await expect(other.spend(dear, 20)).rejects.toMatchObject(refused);
    await expect(other.spend(principal(), 20)).resolves.toBeDefined();
  });

  it('bind callers of two gateways over HTTP', async () => {
    const { url, stop } = await startTestRedis();
    cleanups.push(stop);
    const subject = principal();
    const settings = {
      endpoint: { ...defaultSettings().endpoint, budget: { requests: 2, cost: 10_000, windowSeconds: 60 } },
    };
    const verifier = () => Promise.resolve({ subject, scopes: [] });
    const open = async () => {
      const world = await createWorld(settings, { redis: await connect(url), verifier });
      cleanups.push(() => world.stop());
      return world;
    };
    const [one, other] = [await open(), await open()];
    const statuses: number[] = [];
    for (const world of [one, other, one, other]) {
      const answer = await world.post({ query: '{ __typename }' }, { authorization: 'Bearer any' });
      await answer.text();
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([200, 200, 429, 429]);
  });

  it.skipIf(!canStartRedis)(
    'go on in memory while Redis is away, and are shared again when it is back',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'redis-'));
      cleanups.push(() => rm(folder, { recursive: true }));
      const socketPath = join(folder, 'redis.sock');
      const first = startRedisAt(socketPath);
      await first.ready;
      const config = { requests: 2, cost: 1_000, windowSeconds: 60 };
      const redis = await connect(socketPath);
      const budget = createRedisBudget(config, redis);
      await budget.spend('anna', 1);
      await first.stop();
      await waitFor('the loss', () => (redis as { status?: string }).status !== 'ready');
      // Memory counts from nothing: generous, but nobody waits and nobody is let through for ever.
      await budget.spend('anna', 1);
      await budget.spend('anna', 1);
      await expect(budget.spend('anna', 1)).rejects.toMatchObject(refused);

      const second = startRedisAt(socketPath);
      cleanups.push(() => second.stop());
      await second.ready;
      await waitFor('Redis to be back', () => (redis as { status?: string }).status === 'ready');
      const other = createRedisBudget(config, await connect(socketPath));
      await budget.spend('bruno', 1);
      expect(await other.spend('bruno', 1)).toMatchObject({ 'ratelimit-remaining': '0' });
    },
  );
});
