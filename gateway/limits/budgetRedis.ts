import type { BudgetRedis } from './redisBudget.ts';

/**
 * Connects to the Redis in which gateways share budgets. A Redis that is away must never hold a request up,
 * so commands fail at once instead of waiting for it; budgets are then counted in memory.
 */
export async function connectBudgetRedis(url: string): Promise<BudgetRedis & { disconnect(): void }> {
  const { Redis } = await import('ioredis').catch(() => {
    throw new Error(
      'Sharing budgets needs the optional package ioredis; install it, or unset GATEWAY_REDIS_URL.',
    );
  });
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 2_000 });
  // Without a listener the first lost connection would end the process.
  redis.on('error', () => undefined);
  return redis;
}
