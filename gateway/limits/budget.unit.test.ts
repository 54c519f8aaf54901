import { describe, expect, it } from 'vitest';
import { createBudget } from './budget.ts';
import { connectBudgetRedis } from './budgetRedis.ts';

const config = { requests: 2, cost: 100, windowSeconds: 60 };

describe('budgets', () => {
  it('tell what is left', async () => {
    const budget = createBudget(config);
    expect(await budget.spend('anna', 40)).toMatchObject({
      'ratelimit-limit': '2',
      'ratelimit-remaining': '1',
      'ratelimit-cost-remaining': '60',
    });
  });

  it('are one per principal', async () => {
    const budget = createBudget(config);
    await budget.spend('anna', 100);
    await expect(budget.spend('anna', 1)).rejects.toMatchObject({ shape: { status: 429 } });
    await expect(budget.spend('bruno', 100)).resolves.toBeDefined();
  });

  it('are counted in memory when Redis is away', async () => {
    const redis = await connectBudgetRedis('redis://127.0.0.1:1');
    try {
      const budget = createBudget(config, redis);
      await budget.spend('anna', 1);
      await budget.spend('anna', 1);
      await expect(budget.spend('anna', 1)).rejects.toMatchObject({ shape: { code: 'RATE_LIMITED' } });
    } finally {
      redis.disconnect();
    }
  });
});
