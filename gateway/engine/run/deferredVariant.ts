import { compilePlan } from '../compile/compilePlan.ts';
import type { Execution, Step } from '../data/execution.ts';
import type { PlanNode } from '../plan/planNode.ts';
import { createDeferLabels } from '../prepare/deferLabels.ts';
import { projectOperation } from '../prepare/projectOperation.ts';
import type { InitialPart } from '../serialize/compileSerializer.ts';
import { compileInitialSerializer } from '../serialize/compileSerializer.ts';
import type { PossibleTypes } from '../supergraph/possibleTypes.ts';
import type { EngineResponse } from '../types.ts';
import { estimateBytes, type VariantSource } from './variant.ts';
import type { EngineParts } from './engineParts.ts';
import type { GuardLimits } from '../guard/limits.ts';

/** A plan with `@defer` compiled: what to do first, and what each part waits for and does. */
export interface DeferredPlan {
  readonly primary: Step | undefined;
  readonly parts: readonly DeferredStep[];
}

export interface DeferredStep {
  /** Name by which the serializer knows the part. */
  readonly part: string;
  /** Fetches of the primary plan that must have ended. */
  readonly depends: readonly string[];
  readonly plan: DeferredPlan;
}

/** An operation with `@defer` compiled for one set of verdicts. */
export interface DeferredVariant {
  /** The plan for given variables, which decide about `@defer(if:)`. */
  readonly planFor: (variables: Execution['variables']) => DeferredPlan;
  readonly serializeInitial: (execution: Execution) => InitialPart;
  readonly refusal: EngineResponse | undefined;
  readonly limits: GuardLimits;
  /** Rough size for the cache. */
  readonly bytes: number;
}

/** Plans and compiles an operation so that its deferred fragments are answered on their own. */
export async function buildDeferredVariant(
  source: VariantSource,
  engineParts: EngineParts,
): Promise<DeferredVariant> {
  const { selected, dataKey, verdicts, rollout } = source;
  const { supergraph } = engineParts;
  const schema = supergraph.apiSchema;
  const label = createDeferLabels();
  const text = source.refusal
    ? undefined
    : projectOperation(selected, { schema, dataKey, deferLabel: label, ...verdicts });
  const planner = await engineParts.deferPlanner();
  const operationName = selected.operation.name?.value;
  const plan =
    text === undefined ? undefined : await planner.plan({ text, operationName, defer: true, rollout });
  const { fragments } = selected;
  return {
    planFor: compileDeferred(plan, supergraph.possibleTypes),
    serializeInitial: compileInitialSerializer(selected.operation, {
      schema,
      fragments,
      dataKey,
      partOf: label,
      ...verdicts,
    }),
    refusal: source.refusal,
    limits: engineParts.limits,
    bytes: estimateBytes(text, undefined),
  };
}

function compileDeferred(
  node: PlanNode | undefined,
  possibleTypes: PossibleTypes,
): (variables: Execution['variables']) => DeferredPlan {
  if (node?.kind === 'condition') {
    const then = compileDeferred(node.then, possibleTypes);
    const otherwise = compileDeferred(node.otherwise, possibleTypes);
    return (variables) => (variables[node.variable] === true ? then : otherwise)(variables);
  }
  if (node?.kind !== 'defer') {
    const plan = { primary: node && compilePlan(node, possibleTypes), parts: [] };
    return () => plan;
  }
  const primary = compileDeferred(node.primary, possibleTypes);
  const parts = node.deferred.map((part) => ({
    part: part.label ?? '',
    depends: part.depends,
    planFor: compileDeferred(part.node, possibleTypes),
  }));
  return (variables) => {
    const first = primary(variables);
    const own = parts.map(({ part, depends, planFor }) => ({ part, depends, plan: planFor(variables) }));
    return { primary: first.primary, parts: [...first.parts, ...own] };
  };
}
