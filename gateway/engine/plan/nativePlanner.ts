import { withTimeLimit } from './planningTimeout.ts';
import type { Planner } from './planner.ts';
import { fromNativePlan } from './nativePlan.ts';

/**
 * The native planner (Rust, loaded through N-API). Rejects when there is no binary for this platform.
 * Small plans are made at once, because handing work to another thread costs more than they do.
 */
export async function createNativePlanner(supergraphSdl: string, planningMs: number): Promise<Planner> {
  const { QueryPlanner } = await import('@graphql-hive/router-query-planner');
  const native = new QueryPlanner(supergraphSdl);
  return {
    name: 'native',
    close: () => Promise.resolve(),
    async plan({ text, operationName, rollout }) {
      const { labels, percentage } = rollout;
      const plan = await withTimeLimit(planningMs, (signal) =>
        native.planAsync(text, operationName, labels as Set<string>, percentage, signal),
      );
      return plan.node ? fromNativePlan(plan.node) : undefined;
    },
  };
}
