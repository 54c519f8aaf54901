import { describe, expect, it } from 'vitest';
import { connectBudgetRedis } from './budgetRedis.ts';
import { createMemoryBudget } from './memoryBudget.ts';
import { createRedisBudget } from './redisBudget.ts';

const config = { requests: 2, cost: 100, windowSeconds: 60 };

describe('budgets in memory', () => {
  const budgetAt = (clock: { now: number }) => createMemoryBudget(config, () => clock.now);

  it('tell what is left', () => {
    expect(budgetAt({ now: 0 }).spend('anna', 40)).toEqual({
      'ratelimit-limit': '2',
      'ratelimit-remaining': '1',
      'ratelimit-reset': '60',
      'ratelimit-cost-remaining': '60',
    });
  });

  it('are one per principal, of requests and of cost', () => {
    const budget = budgetAt({ now: 0 });
    void budget.spend('anna', 100);
    expect(() => budget.spend('anna', 1)).toThrow(/^The cost budget .* come back in 60 s/);
    expect(() => budget.spend('anna', 0)).toThrow(/^The request budget/);
    void budget.charge('bruno', 100);
    expect(() => budget.charge('bruno', 1)).toThrow(/^The cost budget/);
    expect(budget.spend('carla', 100)).toMatchObject({ 'ratelimit-cost-remaining': '0' });
  });

  it('begin anew when the window of the principal is over, and not before', () => {
    const clock = { now: 1_000 };
    const budget = budgetAt(clock);
    for (let times = 0; times < 2; times++) void budget.spend('anna', 0);
    clock.now = 60_999;
    void budget.spend('bruno', 0);
    expect(() => budget.spend('anna', 0)).toThrow(/come back in 1 s/);
    clock.now = 61_000;
    expect(budget.spend('anna', 0)).toMatchObject({ 'ratelimit-remaining': '1', 'ratelimit-reset': '60' });
    expect(budget.spend('bruno', 0)).toMatchObject({ 'ratelimit-remaining': '0', 'ratelimit-reset': '60' });
  });
});

describe('budgets in Redis', () => {
  it('are counted in memory when Redis is away', async () => {
    const redis = await connectBudgetRedis('redis://127.0.0.1:1');
    try {
      const budget = createRedisBudget(config, redis);
      await budget.spend('anna', 1);
      await budget.spend('anna', 1);
      await expect(budget.spend('anna', 1)).rejects.toMatchObject({ shape: { code: 'RATE_LIMITED' } });
    } finally {
      redis.disconnect();
    }
  });
});
