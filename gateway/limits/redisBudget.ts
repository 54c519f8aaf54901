import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { budgetHeaders, spentOut, type Budget, type BudgetConfig } from './budget.ts';

/** The store shared by several gateways; an ioredis client satisfies it. */
export type BudgetRedis = object;

/** When Redis is away each gateway counts for itself: a limit that is a little too generous beats an outage. */
const limiterIn = (
  storeClient: BudgetRedis,
  keyPrefix: string,
  points: number,
  duration: number,
): RateLimiterRedis =>
  new RateLimiterRedis({
    ...{ storeClient, keyPrefix, points, duration },
    insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration }),
  });

/** What a limiter's refusal means to the caller; anything else it throws is a bug. */
const refusalOf = (what: 'request' | 'cost', refused: unknown): unknown =>
  refused instanceof RateLimiterRes ? spentOut(what, refused.msBeforeNext) : refused;

/** Budgets that several gateways share. */
export function createRedisBudget(config: BudgetConfig, redis: BudgetRedis): Budget {
  const requests = limiterIn(redis, 'gw-requests', config.requests, config.windowSeconds);
  const costs = limiterIn(redis, 'gw-cost', config.cost, config.windowSeconds);
  const limit = String(config.requests);
  const consume = async (what: 'request' | 'cost', principal: string, points: number) => {
    try {
      return await (what === 'cost' ? costs : requests).consume(principal, points);
    } catch (refused) {
      throw refusalOf(what, refused);
    }
  };
  return {
    charge: async (principal, cost) => {
      await consume('cost', principal, cost);
    },
    async spend(principal, cost) {
      const { remainingPoints, msBeforeNext } = await consume('request', principal, 1);
      const left = { requests: remainingPoints, ms: msBeforeNext };
      if (cost <= 0) return budgetHeaders(limit, left);
      const leftCost = await consume('cost', principal, cost);
      return budgetHeaders(limit, { ...left, cost: leftCost.remainingPoints });
    },
  };
}
