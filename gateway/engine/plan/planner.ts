import type { PlanNode } from './planNode.ts';
import type { Rollout } from './rollout.ts';

/** Turns operations over one supergraph into plans. Adapters: the native planner and the JavaScript one. */
export interface Planner {
  readonly name: string;
  /** The plan of a valid operation (one operation in the document); undefined when nothing needs fetching. */
  plan(request: PlanRequest): Promise<PlanNode | undefined>;
  /** Ends what plans in the background. */
  close(): Promise<void>;
}

export interface PlanRequest {
  readonly text: string;
  readonly operationName: string | undefined;
  /** True when the plan should split `@defer`; planners that cannot are not asked to. */
  readonly defer: boolean;
  /** Which progressive overrides hold. */
  readonly rollout: Rollout;
}
