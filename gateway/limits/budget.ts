import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { RequestFault } from '../http/fault.ts';

/** What one principal may use in a window. */
export interface BudgetConfig {
  readonly requests: number;
  /** Sum of the static costs of the operations run. */
  readonly cost: number;
  readonly windowSeconds: number;
}

/** Counts what every principal uses. */
export interface Budget {
  /**
   * Takes one request of `cost` from the principal's budget and returns the RateLimit headers to send.
   * Rejects with a 429 `RequestFault` that says when to come back.
   */
  spend(principal: string, cost: number): Promise<Readonly<Record<string, string>>>;
  /** Takes `cost` alone, for work that is done before it is known whether there is a request worth counting. */
  charge(principal: string, cost: number): Promise<void>;
}

/** The store shared by several gateways; an ioredis client satisfies it. */
export type BudgetRedis = object;

const spentOut = (what: string, left: RateLimiterRes): RequestFault => {
  const seconds = String(Math.max(1, Math.ceil(left.msBeforeNext / 1_000)));
  return new RequestFault(`The ${what} budget of this caller is spent; come back in ${seconds} s.`, {
    status: 429,
    code: 'RATE_LIMITED',
    headers: { 'retry-after': seconds },
    extensions: { retryAfterSeconds: Number(seconds) },
  });
};

function createLimiter(
  name: string,
  points: number,
  windowSeconds: number,
  redis?: BudgetRedis,
): RateLimiterAbstract {
  const memory = new RateLimiterMemory({ keyPrefix: name, points, duration: windowSeconds });
  if (redis === undefined) return memory;
  // When Redis is away each gateway counts for itself: a limit that is a little too generous beats an outage.
  return new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: name,
    points,
    duration: windowSeconds,
    insuranceLimiter: memory,
  });
}

async function take(limiter: RateLimiterAbstract, what: string, principal: string, points: number) {
  try {
    return await limiter.consume(principal, points);
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw spentOut(what, refused);
    throw refused;
  }
}

/** Budgets in memory, or shared through Redis when a client is given. */
export function createBudget(config: BudgetConfig, redis?: BudgetRedis): Budget {
  const requests = createLimiter('gw-requests', config.requests, config.windowSeconds, redis);
  const costs = createLimiter('gw-cost', config.cost, config.windowSeconds, redis);
  return {
    async charge(principal, cost) {
      await take(costs, 'cost', principal, cost);
    },
    async spend(principal, cost) {
      const left = await take(requests, 'request', principal, 1);
      const leftCost = cost > 0 ? await take(costs, 'cost', principal, cost) : undefined;
      return {
        'ratelimit-limit': String(config.requests),
        'ratelimit-remaining': String(left.remainingPoints),
        'ratelimit-reset': String(Math.ceil(left.msBeforeNext / 1_000)),
        ...(leftCost === undefined ? {} : { 'ratelimit-cost-remaining': String(leftCost.remainingPoints) }),
      };
    },
  };
}
