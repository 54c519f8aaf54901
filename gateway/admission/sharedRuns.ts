import type { EngineResponse, RequestScope } from '../engine/types.ts';
import type { Admitted } from './admission.ts';

/** Runs operations, answering identical reads that are under way at the same time with one run. */
export type RunOperation = (admitted: Admitted, scope: RequestScope) => Promise<EngineResponse>;

export const runAlone: RunOperation = ({ engine, operation, variables }, scope) =>
  engine.run(operation, variables, scope);

/**
 * Shares runs. The key holds all an answer depends on: the engine, the operation and its variables, who asks
 * and which headers are sent on. A read whose cookies or headers would come back is run by itself.
 */
export function createSharedRuns(shareKey: (scope: RequestScope) => string | undefined): RunOperation {
  const running = new Map<string, Promise<EngineResponse>>();
  return (admitted, scope) => {
    const { engine, operation, variables } = admitted;
    const caller =
      operation.kind === 'query' && scope.onSubgraphHeaders === undefined ? shareKey(scope) : undefined;
    if (caller === undefined) return runAlone(admitted, scope);
    const asked = [engine.supergraphHash, operation.hash, operation.operationName, variables, caller];
    const key = JSON.stringify(asked);
    const shared = running.get(key);
    if (shared !== undefined) return shared;
    // Others may still wait when the first client has gone: its going must not end their answer.
    const { signal: _own, departure: _ownToo, ...lasting } = scope;
    const run = engine.run(operation, variables, lasting).finally(() => running.delete(key));
    running.set(key, run);
    return run;
  };
}
