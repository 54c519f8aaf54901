import type { Step } from '../compile/execution.ts';
import { compilePlan, operationsOf } from '../compile/compilePlan.ts';
import type { PlanNode } from '../plan/planNode.ts';
import type { Planner } from '../plan/planner.ts';
import type { DataKey } from '../prepare/dataKeys.ts';
import type { Projection, SelectedOperation } from '../prepare/projectOperation.ts';
import { projectOperation } from '../prepare/projectOperation.ts';
import type { Serialize } from '../serialize/compileSerializer.ts';
import { compileSerializer } from '../serialize/compileSerializer.ts';
import type { SerializerScope } from '../serialize/objectWriter.ts';
import type { Supergraph } from '../supergraph/loadSupergraph.ts';

/** An operation compiled for one set of verdicts: what callers who may see the same fields share. */
export interface Variant {
  readonly plan: PlanNode | undefined;
  /** Fetches everything; undefined when there is nothing to fetch. Absent for subscriptions. */
  readonly step: Step | undefined;
  readonly serialize: Serialize;
  /** Rough size for the cache. */
  readonly bytes: number;
}

/** What a caller may not see, as the planner and the serializer need to know it. */
export type Verdicts = Pick<Projection, 'allowedOn' | 'allowedType'> &
  Pick<SerializerScope, 'deniedField' | 'deniedType'>;

/** Projects, plans and compiles an operation. */
export async function buildVariant(
  selected: SelectedOperation,
  dataKey: DataKey,
  verdicts: Verdicts,
  supergraph: Supergraph,
  planner: Planner,
): Promise<Variant> {
  const schema = supergraph.apiSchema;
  const { allowedOn, allowedType, deniedField, deniedType } = verdicts;
  const text = projectOperation(selected, {
    schema,
    dataKey,
    defer: false,
    ...(allowedOn && { allowedOn }),
    ...(allowedType && { allowedType }),
  });
  const operationName = selected.operation.name?.value;
  const plan = text === undefined ? undefined : await planner.plan({ text, operationName, defer: false });
  const serialize = compileSerializer(selected.operation, {
    schema,
    fragments: selected.fragments,
    dataKey,
    ...(deniedField && { deniedField }),
    ...(deniedType && { deniedType }),
  });
  const step = plan && plan.kind !== 'subscription' ? compilePlan(plan, supergraph.possibleTypes) : undefined;
  return { plan, step, serialize, bytes: estimateBytes(text, plan) };
}

/** Closures and syntax trees take several times the text they came from; measured at about twelve times. */
function estimateBytes(text: string | undefined, plan: PlanNode | undefined): number {
  const fetches = plan ? operationsOf(plan).reduce((sum, operation) => sum + operation.text.length, 0) : 0;
  return 2_048 + 12 * ((text?.length ?? 0) + fetches);
}
