import type * as native from '@graphql-hive/router-query-planner';
import type {
  EntityBatch,
  FetchNode,
  OperationSpec,
  Path,
  PathStep,
  PlanNode,
  RequiresSelection,
  Rewrite,
} from './planNode.ts';

/** Turns a plan of the native planner into the engine's own tree. Throws on a node kind it does not know. */
export function fromNativePlan(node: native.PlanNode): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return sequence(node.nodes);
    case 'Parallel':
      return { kind: 'parallel', nodes: node.nodes.map(fromNativePlan) };
    case 'Fetch':
      return fetchNode(node, []);
    case 'BatchFetch':
      return { kind: 'entities', operation: operation(node), batches: node.entityBatch.aliases.map(batch) };
    case 'Flatten':
      return flatten(node);
    case 'Condition':
      return {
        kind: 'condition',
        variable: node.condition,
        ...(node.ifClause && { then: fromNativePlan(node.ifClause) }),
        ...(node.elseClause && { otherwise: fromNativePlan(node.elseClause) }),
      };
    case 'Subscription':
      return { kind: 'subscription', primary: fetchNode(node.primary, []) };
    default:
      throw new Error(`The native planner made a ${node.kind} node, which this engine does not expect.`);
  }
}

/** The native planner puts what follows an event after the subscription; the engine keeps it inside. */
function sequence(nodes: readonly native.PlanNode[]): PlanNode {
  const [first, ...rest] = nodes.map(fromNativePlan);
  if (first?.kind !== 'subscription') return { kind: 'sequence', nodes: first ? [first, ...rest] : [] };
  return rest.length === 0 ? first : { ...first, rest: { kind: 'sequence', nodes: rest } };
}

function flatten(node: native.FlattenNode): PlanNode {
  const path = node.path.map(pathStep);
  const inner = node.node;
  if (inner.kind !== 'Fetch') throw new Error(`The native planner flattened a ${inner.kind} node.`);
  if (!inner.requires || inner.requires.length === 0) return fetchNode(inner, path);
  return {
    kind: 'entities',
    operation: operation(inner),
    batches: [
      {
        key: '_entities',
        variable: 'representations',
        paths: [path],
        requires: inner.requires.map(requiresSelection),
        inputRewrites: (inner.inputRewrites ?? []).map(rewrite),
        outputRewrites: (inner.outputRewrites ?? []).map(rewrite),
      },
    ],
  };
}

function fetchNode(node: native.FetchNode, path: Path): FetchNode {
  return {
    kind: 'fetch',
    operation: operation(node),
    path,
    outputRewrites: (node.outputRewrites ?? []).map(rewrite),
  };
}

function operation(node: native.FetchNode | native.BatchFetchNode): OperationSpec {
  return {
    subgraph: node.serviceName,
    operationKind: node.operationKind ?? 'query',
    operationName: node.operationName,
    text: node.operation,
    variables: node.variableUsages ?? [],
  };
}

function batch(alias: native.EntityBatchAlias): EntityBatch {
  return {
    key: alias.alias,
    variable: alias.representationsVariableName,
    paths: alias.paths.map((path) => path.map(pathStep)),
    requires: alias.requires.map(requiresSelection),
    inputRewrites: (alias.inputRewrites ?? []).map(rewrite),
    outputRewrites: (alias.outputRewrites ?? []).map(rewrite),
  };
}

function requiresSelection(selection: native.RequiresSelection): RequiresSelection {
  if (selection.kind === 'Field') {
    return {
      kind: 'field',
      from: selection.name,
      to: selection.alias ?? selection.name,
      selections:
        selection.selections && selection.selections.length > 0
          ? selection.selections.map(requiresSelection)
          : undefined,
    };
  }
  if (selection.kind === 'InlineFragment') {
    return {
      kind: 'fragment',
      type: selection.typeCondition,
      selections: selection.selections.map(requiresSelection),
    };
  }
  throw new Error('The native planner left a fragment spread in a representation.');
}

function pathStep(segment: native.FlattenNodePathSegment): PathStep {
  if (segment === '@') return { kind: 'items' };
  if ('Field' in segment) return { kind: 'field', name: segment.Field };
  return { kind: 'type', names: segment.TypeCondition };
}

function rewrite(source: native.FetchRewrite): Rewrite {
  const path = (segments: readonly native.FetchNodePathSegment[]): Path =>
    segments.map((s) =>
      'Key' in s ? { kind: 'field', name: s.Key } : { kind: 'type', names: s.TypenameEquals },
    );
  if ('KeyRenamer' in source) {
    return { kind: 'rename', path: path(source.KeyRenamer.path), to: source.KeyRenamer.renameKeyTo };
  }
  const setter = 'ValueSetter' in source ? source.ValueSetter : source;
  return { kind: 'set', path: path(setter.path), value: setter.setValueTo };
}
