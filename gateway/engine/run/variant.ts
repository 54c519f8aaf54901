import type { Verdicts } from '../auth/verdicts.ts';
import { compilePlan, operationsOf } from '../compile/compilePlan.ts';
import type { Step } from '../data/execution.ts';
import type { PlanNode } from '../plan/planNode.ts';
import type { Rollout } from '../plan/rollout.ts';
import type { DataKey } from '../prepare/dataKeys.ts';
import type { SelectedOperation } from '../document/selectedOperation.ts';
import { projectOperation } from '../prepare/projectOperation.ts';
import type { Serialize } from '../serialize/compileSerializer.ts';
import { compileSerializer } from '../serialize/compileSerializer.ts';
import type { EngineResponse } from '../types.ts';
import type { CompiledSubscription } from './compiledSubscription.ts';
import { compileSubscription } from './compiledSubscription.ts';
import type { EngineParts } from './engineParts.ts';
import type { GuardLimits } from '../guard/limits.ts';

/** An operation compiled for one set of verdicts: what callers who may see the same fields share. */
export interface Variant {
  /** Fetches everything; undefined when there is nothing to fetch, and for subscriptions. */
  readonly step: Step | undefined;
  readonly subscription: CompiledSubscription | undefined;
  readonly serialize: Serialize;
  /** The answer instead of running, where a request for fields one may not see is refused as a whole. */
  readonly refusal: EngineResponse | undefined;
  readonly limits: GuardLimits;
  /** Rough size for the cache. */
  readonly bytes: number;
}

/** What a variant is built from. */
export interface VariantSource {
  readonly selected: SelectedOperation;
  readonly dataKey: DataKey;
  readonly verdicts: Verdicts | undefined;
  readonly refusal: EngineResponse | undefined;
  readonly rollout: Rollout;
}

/** Projects, plans and compiles an operation. */
export async function buildVariant(source: VariantSource, engineParts: EngineParts): Promise<Variant> {
  const { selected, dataKey, verdicts, rollout } = source;
  const { supergraph, planner, observer } = engineParts;
  const schema = supergraph.apiSchema;
  const text = source.refusal ? undefined : projectOperation(selected, { schema, dataKey, ...verdicts });
  const operationName = selected.operation.name?.value;
  const started = performance.now();
  const plan =
    text === undefined ? undefined : await planner.plan({ text, operationName, defer: false, rollout });
  observer?.planned?.({ operationName, durationMs: performance.now() - started, planner: planner.name });
  const { fragments } = selected;
  return {
    step: plan && plan.kind !== 'subscription' ? compilePlan(plan, supergraph.possibleTypes) : undefined,
    subscription:
      plan?.kind === 'subscription' ? compileSubscription(plan, supergraph.possibleTypes) : undefined,
    serialize: compileSerializer(selected.operation, { schema, fragments, dataKey, ...verdicts }),
    refusal: source.refusal,
    limits: engineParts.limits,
    bytes: estimateBytes(text, plan),
  };
}

/** Closures and syntax trees take several times the text they came from. */
export function estimateBytes(text = '', plan?: PlanNode): number {
  const fetches = plan
    ? operationsOf(plan).reduce((sum, operation) => sum + operation.text.length, 0)
    : text.length;
  return 2_048 + 12 * (text.length + fetches);
}
