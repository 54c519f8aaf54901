import { budgetHeaders, spentOut, type Budget, type BudgetConfig } from './budget.ts';

/** What one principal has used in the window that is running for it. */
interface Usage {
  requests: number;
  cost: number;
  readonly untilMs: number;
}

/**
 * Budgets of one process. A principal's window begins with its first request. Written by hand, because it stands in
 * the way of every request: one look-up for both budgets and no promise, where two limiters of a library were a
 * thirtieth of what a small request costs.
 */
export function createMemoryBudget(config: BudgetConfig, nowMs: () => number): Budget {
  const limit = String(config.requests);
  const windowMs = config.windowSeconds * 1_000;
  // In the order in which windows began, so that what is over stands in front.
  const usages = new Map<string, Usage>();
  const forgetEnded = (now: number): void => {
    for (const [principal, { untilMs }] of usages) {
      if (untilMs > now) return;
      usages.delete(principal);
    }
  };
  const usageOf = (principal: string, now: number): Usage => {
    const known = usages.get(principal);
    if (known !== undefined && known.untilMs > now) return known;
    forgetEnded(now);
    const begun = { requests: 0, cost: 0, untilMs: now + windowMs };
    usages.set(principal, begun);
    return begun;
  };
  const take = (usage: Usage, cost: number, now: number): void => {
    usage.cost += cost;
    if (usage.cost > config.cost) throw spentOut('cost', usage.untilMs - now);
  };
  return {
    charge: (principal, cost) => {
      const now = nowMs();
      take(usageOf(principal, now), cost, now);
    },
    spend(principal, cost) {
      const now = nowMs();
      const usage = usageOf(principal, now);
      const ms = usage.untilMs - now;
      if (++usage.requests > config.requests) throw spentOut('request', ms);
      const requests = config.requests - usage.requests;
      if (cost <= 0) return budgetHeaders(limit, { requests, ms });
      take(usage, cost, now);
      return budgetHeaders(limit, { requests, cost: config.cost - usage.cost, ms });
    },
  };
}
