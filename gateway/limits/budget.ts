import { RequestFault } from '../../platform/http/requestFault.ts';

/** What one principal may use in a window. */
export interface BudgetConfig {
  readonly requests: number;
  /** Sum of the static costs of the operations run. */
  readonly cost: number;
  readonly windowSeconds: number;
}

/** The RateLimit headers to send. */
export type BudgetHeaders = Readonly<Record<string, string>>;

/** Counts what every principal uses. A promise only when something outside must be asked. */
export interface Budget {
  /**
   * Takes one request of `cost` from the principal's budget and returns the RateLimit headers to send.
   * Throws or rejects with a 429 `RequestFault` that says when to come back.
   */
  spend(principal: string, cost: number): BudgetHeaders | Promise<BudgetHeaders>;
  /** Takes `cost` alone, for work that is done before it is known whether there is a request worth counting. */
  charge(principal: string, cost: number): void | Promise<void>;
}

/** The refusal of a principal whose budget of requests or of cost is spent for so long. */
export const spentOut = (what: 'request' | 'cost', msLeft: number): RequestFault => {
  const seconds = String(Math.max(1, Math.ceil(msLeft / 1_000)));
  return new RequestFault(`The ${what} budget of this caller is spent; come back in ${seconds} s.`, {
    status: 429,
    code: 'RATE_LIMITED',
    headers: { 'retry-after': seconds },
    extensions: { retryAfterSeconds: Number(seconds) },
  });
};

/** What a principal has left, as headers; `costLeft` is absent when nothing was charged. */
export const budgetHeaders = (
  limit: string,
  left: { readonly requests: number; readonly cost?: number; readonly ms: number },
): BudgetHeaders => {
  const headers: Record<string, string> = {
    'ratelimit-limit': limit,
    'ratelimit-remaining': String(left.requests),
    'ratelimit-reset': String(Math.ceil(left.ms / 1_000)),
  };
  if (left.cost !== undefined) headers['ratelimit-cost-remaining'] = String(left.cost);
  return headers;
};
