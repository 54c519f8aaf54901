import type * as apollo from '@apollo/query-planner';
import type {
  EntitiesNode,
  FetchNode,
  OperationSpec,
  Path,
  PathStep,
  PlanNode,
  RequiresSelection,
  Rewrite,
} from './planNode.ts';

/** Turns a plan of Apollo's JavaScript planner into the engine's own tree. */
export function fromJavascriptPlan(node: apollo.PlanNode | apollo.SubscriptionNode): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', nodes: node.nodes.map(fromJavascriptPlan) };
    case 'Parallel':
      return { kind: 'parallel', nodes: node.nodes.map(fromJavascriptPlan) };
    case 'Fetch':
      return fetchNode(node, []);
    case 'Flatten': {
      if (node.node.kind !== 'Fetch')
        throw new Error(`The JavaScript planner flattened a ${node.node.kind} node.`);
      return fetchNode(node.node, readPath(node.path));
    }
    case 'Condition':
      return {
        kind: 'condition',
        variable: node.condition,
        ...(node.ifClause && { then: fromJavascriptPlan(node.ifClause) }),
        ...(node.elseClause && { otherwise: fromJavascriptPlan(node.elseClause) }),
      };
    case 'Subscription': {
      const primary = fetchNode(node.primary, []);
      if (primary.kind !== 'fetch') throw new Error('A subscription cannot start with entities.');
      return { kind: 'subscription', primary, ...(node.rest && { rest: fromJavascriptPlan(node.rest) }) };
    }
    case 'Defer':
      return {
        kind: 'defer',
        primary: node.primary.node && fromJavascriptPlan(node.primary.node),
        deferred: node.deferred.map((part) => ({
          label: part.label,
          depends: part.depends.map((dependency) => dependency.id),
          queryPath: part.queryPath.filter((segment) => segment !== '@' && !segment.startsWith('... on ')),
          node: part.node && fromJavascriptPlan(part.node),
        })),
      };
  }
}

function fetchNode(node: apollo.FetchNode, path: Path): FetchNode | EntitiesNode {
  const outputRewrites = (node.outputRewrites ?? []).map(rewrite);
  const fetchId = node.id === undefined ? {} : { fetchId: node.id };
  if (!node.requires || node.requires.length === 0) {
    return { kind: 'fetch', operation: operation(node), path, outputRewrites, ...fetchId };
  }
  return {
    kind: 'entities',
    operation: operation(node),
    ...fetchId,
    batches: [
      {
        key: '_entities',
        variable: 'representations',
        paths: [path],
        requires: node.requires.map(requiresSelection),
        inputRewrites: (node.inputRewrites ?? []).map(rewrite),
        outputRewrites,
      },
    ],
  };
}

function operation(node: apollo.FetchNode): OperationSpec {
  return {
    subgraph: node.serviceName,
    operationKind: node.operationKind,
    operationName: node.operationName,
    text: node.operation,
    variables: node.variableUsages ?? [],
  };
}

function requiresSelection(selection: apollo.QueryPlanSelectionNode): RequiresSelection {
  if (selection.kind === 'Field') {
    const key = selection.alias ?? selection.name;
    const selections = selection.selections?.map(requiresSelection);
    return { kind: 'field', from: key, to: key, selections: selections?.length ? selections : undefined };
  }
  return {
    kind: 'fragment',
    type: selection.typeCondition,
    selections: selection.selections.map(requiresSelection),
  };
}

function rewrite(source: apollo.FetchDataRewrite): Rewrite {
  const path = readPath(source.path);
  if (source.kind === 'KeyRenamer') return { kind: 'rename', path, to: source.renameKeyTo };
  return { kind: 'set', path, value: source.setValueTo };
}

/**
 * Paths are lists of keys in which `@` enters a list and `... on T` narrows to types, as does `key|[A,B]` after its key.
 * At the root, which has one type, there is no key before such a list.
 */
function readPath(segments: readonly (string | number)[]): Path {
  return segments.flatMap((segment): Path => {
    const text = String(segment);
    if (text.startsWith('... on ')) return [{ kind: 'type', names: [text.slice('... on '.length)] }];
    const narrowed = /^(.*)\|\[(.*)\]$/.exec(text);
    const [, name = text, names = ''] = narrowed ?? [];
    if (name === '') return [];
    const step: PathStep = name === '@' ? { kind: 'items' } : { kind: 'field', name };
    return narrowed ? [step, { kind: 'type', names: names.split(',') }] : [step];
  });
}
