import type { OperationSpec } from '../plan/planNode.ts';
import type { SubgraphOperation } from '../types.ts';

/** Makes the constant part of every call of one fetch. */
export function compileOperation(spec: OperationSpec): SubgraphOperation {
  const name =
    spec.operationName === undefined ? '' : `,"operationName":${JSON.stringify(spec.operationName)}`;
  return {
    subgraph: spec.subgraph,
    kind: spec.operationKind,
    query: spec.text,
    operationName: spec.operationName,
    bodyPrefix: `{"query":${JSON.stringify(spec.text)}${name},"variables":`,
  };
}
