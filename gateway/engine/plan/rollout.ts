import type { DocumentNode } from 'graphql';
import { Kind } from 'graphql';
import type { Feature } from '../supergraph/features.ts';
import { directiveName } from '../supergraph/features.ts';
import type { EngineOptions, RequestScope } from '../types.ts';

/** Which progressive `@override`s hold for one request: decided once, then the same for its whole plan. */
export interface Rollout {
  /** Equal for requests under which the same overrides hold. */
  readonly key: string;
  /** The request's place among all, 0 to below 100: `percent(n)` holds below n. */
  readonly percentage: number;
  /** Custom labels that hold. */
  readonly labels: ReadonlySet<string>;
  /** Every label of the supergraph with whether it holds. */
  readonly conditions: ReadonlyMap<string, boolean>;
}

/** Decides the rollout of a request. */
export type DecideRollout = (scope: RequestScope) => Rollout;

/** No override is progressive. */
export const noRollout: Rollout = { key: '', percentage: 0, labels: new Set(), conditions: new Map() };

/** Reads the override labels of a supergraph; undefined when no override is progressive, as in most graphs. */
export function readRollouts(
  document: DocumentNode,
  features: readonly Feature[],
  { activeLabels, rolloutPercentage = placeOf }: Pick<EngineOptions, 'activeLabels' | 'rolloutPercentage'>,
): DecideRollout | undefined {
  const labels = [...readLabels(document, directiveName(features, 'join', 'field') ?? 'join__field')].sort();
  if (labels.length === 0) return undefined;
  const shares = new Map(labels.map((label) => [label, readShare(label)]));
  return (scope) => {
    const percentage = rolloutPercentage(scope);
    const active = new Set(activeLabels?.(scope));
    const conditions = new Map<string, boolean>();
    for (const [label, share] of shares)
      conditions.set(label, share === undefined ? active.has(label) : percentage < share);
    const holding = labels.filter((label) => conditions.get(label) === true);
    const custom = new Set(holding.filter((label) => shares.get(label) === undefined));
    return { key: JSON.stringify(holding), percentage, labels: custom, conditions };
  };
}

/** A request's place from 0 to below 100 by its key: the same key always comes to the same place. */
function placeOf({ rolloutKey, requestId }: RequestScope): number {
  const key = rolloutKey ?? requestId;
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  // Keys that differ at their ends only (user-1, user-2) would stay close together without this.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000) * 100;
}

function readShare(label: string): number | undefined {
  const match = /^percent\((\d+(?:\.\d+)?)\)$/.exec(label);
  return match ? Number(match[1]) : undefined;
}

function readLabels(document: DocumentNode, joinField: string): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    for (const directive of (definition.fields ?? []).flatMap((field) => field.directives ?? [])) {
      if (directive.name.value !== joinField) continue;
      for (const { name, value } of directive.arguments ?? [])
        if (name.value === 'overrideLabel' && value.kind === Kind.STRING) labels.add(value.value);
    }
  }
  return labels;
}
