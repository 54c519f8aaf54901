import { compilePlan } from '../compile/compilePlan.ts';
import type { CallVariables } from '../data/callVariables.ts';
import { ClientVariables } from '../data/callVariables.ts';
import type { Execution, Step } from '../data/execution.ts';
import { compileRootAbsorb } from '../compile/fetchStep.ts';
import { compileOperation } from '../compile/subgraphOperation.ts';
import type { PlanNode } from '../plan/planNode.ts';
import type { PossibleTypes } from '../supergraph/possibleTypes.ts';
import type { SubgraphOperation, SubgraphResult } from '../types.ts';

/** A subscription compiled: what to ask the subgraph that has the events, and how to complete each event. */
export interface CompiledSubscription {
  readonly operation: SubgraphOperation;
  readonly variablesOf: (variables: Readonly<Record<string, unknown>>) => CallVariables;
  /** Takes an event into the data. */
  readonly absorb: (execution: Execution, event: SubgraphResult) => void;
  /** Fetches the fields other subgraphs have about the event. */
  readonly rest: Step | undefined;
}

/** Compiles a subscription plan. */
export function compileSubscription(
  plan: Extract<PlanNode, { kind: 'subscription' }>,
  possibleTypes: PossibleTypes,
): CompiledSubscription {
  return {
    operation: compileOperation(plan.primary.operation),
    variablesOf: (variables) => new ClientVariables(plan.primary.operation.variables, variables),
    absorb: compileRootAbsorb(plan.primary, possibleTypes),
    rest: plan.rest && compilePlan(plan.rest, possibleTypes),
  };
}
