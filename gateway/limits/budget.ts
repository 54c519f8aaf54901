import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { RequestFault } from '../../platform/http/requestFault.ts';

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

/** What a limiter's refusal means to the caller; anything else it throws is a bug. */
const refusalOf = (what: string, refused: unknown): unknown =>
  refused instanceof RateLimiterRes ? spentOut(what, refused) : refused;

/** Budgets in memory, or shared through Redis when a client is given. */
export function createBudget(config: BudgetConfig, redis?: BudgetRedis): Budget {
  const requests = createLimiter('gw-requests', config.requests, config.windowSeconds, redis);
  const costs = createLimiter('gw-cost', config.cost, config.windowSeconds, redis);
  const limit = String(config.requests);
  return {
    async charge(principal, cost) {
      try {
        await costs.consume(principal, cost);
      } catch (refused) {
        throw refusalOf('cost', refused);
      }
    },
    async spend(principal, cost) {
      let what = 'request';
      try {
        const left = await requests.consume(principal, 1);
        const headers: Record<string, string> = {
          'ratelimit-limit': limit,
          'ratelimit-remaining': String(left.remainingPoints),
          'ratelimit-reset': String(Math.ceil(left.msBeforeNext / 1_000)),
        };
        if (cost <= 0) return headers;
        what = 'cost';
        const leftCost = await costs.consume(principal, cost);
        headers['ratelimit-cost-remaining'] = String(leftCost.remainingPoints);
        return headers;
      } catch (refused) {
        throw refusalOf(what, refused);
      }
    },
  };
}
