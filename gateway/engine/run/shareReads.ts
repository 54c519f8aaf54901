import type { CallSubgraph } from '../compile/execution.ts';
import { copyData } from '../compile/mergeData.ts';
import type { RequestScope, SubgraphHeaders, SubgraphResult } from '../types.ts';

interface Waiter {
  readonly scope: RequestScope;
  readonly resolve: (result: SubgraphResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets identical reads under way at the same time share one call. Callers share when `shareKey` gives them the same
 * key, which must hold everything the answer may depend on besides the request itself. `onShared` hears of each
 * call saved.
 */
export function shareReads(
  call: CallSubgraph,
  shareKey: (scope: RequestScope) => string | undefined,
  onShared: (subgraph: string, scope: RequestScope) => void,
): CallSubgraph {
  const running = new Map<string, Waiter[]>();
  return (operation, variablesJson, scope) => {
    const caller = operation.kind === 'query' ? shareKey(scope) : undefined;
    if (caller === undefined) return call(operation, variablesJson, scope);
    // Callers that want the headers do not join a call that brings none.
    const wants = scope.onSubgraphHeaders ? 'headers' : '';
    const key = `${operation.subgraph}\n${wants}\n${caller}\n${operation.bodyPrefix}${variablesJson}`;
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { scope, resolve, reject };
      const waiters = running.get(key);
      if (waiters) {
        waiters.push(waiter);
        onShared(operation.subgraph, scope);
        return;
      }
      const first = [waiter];
      running.set(key, first);
      const headers: [string, SubgraphHeaders][] = [];
      call(operation, variablesJson, lastingScope(scope, headers)).then(
        (result) => {
          running.delete(key);
          settle(first, result, headers);
        },
        (error: unknown) => {
          running.delete(key);
          for (const { reject: fail } of first) fail(error);
        },
      );
    });
  };
}

/**
 * The scope of a shared call. It outlives the caller that happened to be first, so that caller's going must not end
 * it; nor is the signal read, because it may be made only when read. Headers are asked for when the callers want them.
 */
function lastingScope(scope: RequestScope, headers: [string, SubgraphHeaders][]): RequestScope {
  const lasting = {};
  for (const key of Reflect.ownKeys(scope))
    if (key !== 'signal' && key !== 'departure') Reflect.set(lasting, key, Reflect.get(scope, key));
  const collect = (...seen: [string, SubgraphHeaders]) => void headers.push(seen);
  return Object.assign(lasting as RequestScope, scope.onSubgraphHeaders && { onSubgraphHeaders: collect });
}

/** Everyone gets data of their own, because whoever receives it goes on to change it. */
function settle(
  waiters: readonly Waiter[],
  result: SubgraphResult,
  headers: readonly [string, SubgraphHeaders][],
): void {
  const copies = waiters.map((_, index) => (index === 0 ? result : copyResult(result)));
  waiters.forEach(({ scope, resolve }, index) => {
    for (const [subgraph, seen] of headers) scope.onSubgraphHeaders?.(subgraph, seen);
    resolve(copies[index] as SubgraphResult);
  });
}

function copyResult(result: SubgraphResult): SubgraphResult {
  const { data } = result;
  return data ? { ...result, data: copyData(data) as Record<string, unknown> } : { ...result };
}
