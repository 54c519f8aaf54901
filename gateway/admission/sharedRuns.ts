import type { EngineResponse, RequestScope } from '../engine/types.ts';
import type { Admitted } from './admission.ts';
import { SharedScope, Waiters } from '../engine/run/waiters.ts';

/** Runs operations, answering identical reads that are under way at the same time with one run. */
export type RunOperation = (admitted: Admitted, scope: RequestScope) => Promise<EngineResponse>;

export const runAlone: RunOperation = ({ engine, operation, variables }, scope) =>
  engine.run(operation, variables, scope);

interface SharedRun {
  readonly answer: Promise<EngineResponse>;
  readonly waiters: Waiters;
}

/**
 * Shares runs. The key holds all an answer depends on: the engine, the operation and its variables, who asks
 * and which headers are sent on. A read whose cookies or headers would come back is run by itself.
 */
export function createSharedRuns(shareKey: (scope: RequestScope) => string | undefined): RunOperation {
  const running = new Map<string, SharedRun>();
  return (admitted, scope) => {
    const { engine, operation, variables } = admitted;
    const caller =
      operation.kind === 'query' && scope.onSubgraphHeaders === undefined ? shareKey(scope) : undefined;
    if (caller === undefined) return runAlone(admitted, scope);
    const asked = [engine.supergraphHash, operation.hash, operation.operationName, variables, caller];
    const key = JSON.stringify(asked);
    const shared = running.get(key);
    if (shared !== undefined) {
      shared.waiters.add(scope);
      return shared.answer;
    }
    // Others may still wait when the first client has gone; a run nobody waits for is joined by nobody.
    const end = (): void => {
      if (running.get(key)?.waiters === waiters) running.delete(key);
    };
    const waiters = new Waiters(end);
    waiters.add(scope);
    const answer = engine.run(operation, variables, new SharedScope(scope, waiters)).finally(() => {
      end();
      waiters.end();
    });
    running.set(key, { answer, waiters });
    return answer;
  };
}
