import type { FetchNode } from '../plan/planNode.ts';
import type { PossibleTypes } from '../supergraph/possibleTypes.ts';
import type { SubgraphResult } from '../types.ts';
import { compilePath } from './collectTargets.ts';
import { ClientVariables } from '../data/callVariables.ts';
import type { Execution, Step } from '../data/execution.ts';
import { unavailableError } from './fetchFailure.ts';
import { mergeData } from './mergeData.ts';
import { readOperationKeys } from './operationKeys.ts';
import { bareError, markMissing, placeError } from './placeErrors.ts';
import type { RewriteData } from './rewriteData.ts';
import { compileRewrites } from './rewriteData.ts';
import { compileOperation } from './subgraphOperation.ts';

type Fields = Record<string, unknown>;

/** Compiles a fetch of root fields. */
export function compileFetch(node: FetchNode, possibleTypes: PossibleTypes): Step {
  const operation = compileOperation(node.operation);
  const names = node.operation.variables;
  const absorb = compileRootAbsorb(node, possibleTypes);
  return async (execution) => {
    let result: SubgraphResult;
    try {
      const variables = new ClientVariables(names, execution.variables);
      result = await execution.call(operation, variables, execution.scope);
    } catch (error) {
      result = { errors: [unavailableError(error)] };
    }
    absorb(execution, result);
  };
}

/** How the answer to a root fetch, or an event of a subscription, is taken into the data. */
export function compileRootAbsorb(
  node: FetchNode,
  possibleTypes: PossibleTypes,
): (execution: Execution, result: SubgraphResult) => void {
  const keys = readOperationKeys(node.operation.text).root;
  const rewrite = compileRewrites(node.outputRewrites, possibleTypes);
  const collect = node.path.length > 0 ? compilePath(node.path, possibleTypes) : undefined;
  const { subgraph } = node.operation;
  return (execution, result) => {
    const data = readRoot(result, keys, rewrite, subgraph, execution);
    if (!collect) {
      mergeData(execution.data, data, false);
      return;
    }
    const targets: Fields[] = [];
    collect(execution.data, targets);
    if (!execution.bounds.take(targets.length)) return;
    for (const target of targets) mergeData(target, data, targets.length > 1);
  };
}

function readRoot(
  result: SubgraphResult,
  keys: readonly string[],
  rewrite: RewriteData | undefined,
  subgraph: string,
  { errors: ledger }: Execution,
): Fields {
  const answered = result.data !== null && result.data !== undefined;
  const data: Fields = result.data ?? {};
  let unplaced = 0;
  for (const error of result.errors ?? []) {
    const bare = bareError(error, subgraph);
    if (error.path && error.path.length > 0 && placeError(data, error.path, bare, ledger)) continue;
    // Without any data the first error that names no field stands for all fields of the fetch.
    if (!answered && unplaced++ === 0) markMissing(data, keys, ledger.place(bare));
    else ledger.add(bare);
  }
  rewrite?.(data);
  return data;
}
