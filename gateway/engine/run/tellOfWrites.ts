import type { CallSubgraph } from '../data/execution.ts';
import type { RequestScope } from '../types.ts';

/** Tells when a mutation has come back, also when it failed: it may have written before. */
export function tellOfWrites(
  call: CallSubgraph,
  onNewer: ((scope: RequestScope) => void) | undefined,
): CallSubgraph {
  if (onNewer === undefined) return call;
  return (operation, variables, scope) => {
    const answer = call(operation, variables, scope);
    return operation.kind === 'mutation' ? answer.finally(() => onNewer(scope)) : answer;
  };
}
