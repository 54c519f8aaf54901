import type { CallSubgraph } from '../data/execution.ts';
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
  // By operation first: its text, the longest part of what calls must agree in, is then compared by identity.
  const running = new Map<string, Map<string, Waiter[]>>();
  const callsOf = (text: string): Map<string, Waiter[]> => {
    let calls = running.get(text);
    if (calls === undefined) running.set(text, (calls = new Map()));
    return calls;
  };
  const end = (text: string, key: string): void => {
    const calls = running.get(text);
    calls?.delete(key);
    if (calls?.size === 0) running.delete(text);
  };
  return (operation, variables, scope) => {
    const caller = operation.kind === 'query' ? shareKey(scope) : undefined;
    if (caller === undefined) return call(operation, variables, scope);
    // Callers that want the headers do not join a call that brings none.
    const wants = scope.onSubgraphHeaders ? 'headers' : '';
    const { subgraph, bodyPrefix } = operation;
    const key = `${subgraph}\n${wants}\n${caller}\n${variables.json()}`;
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { scope, resolve, reject };
      const calls = callsOf(bodyPrefix);
      const waiters = calls.get(key);
      if (waiters) {
        waiters.push(waiter);
        onShared(subgraph, scope);
        return;
      }
      const first = [waiter];
      calls.set(key, first);
      const headers: [string, SubgraphHeaders][] = [];
      call(operation, variables, lastingScope(scope, headers)).then(
        (result) => {
          end(bodyPrefix, key);
          settle(first, result, headers);
        },
        (error: unknown) => {
          end(bodyPrefix, key);
          for (const { reject: fail } of first) fail(error);
        },
      );
    });
  };
}

type Lasting = { -readonly [K in keyof RequestScope]: RequestScope[K] };

/**
 * The scope of a shared call. It outlives the caller that happened to be first, so that caller's going must not end
 * it. A scope that makes its signal when it is read has a getter in its class, which a spread neither reads nor copies.
 */
function lastingScope(scope: RequestScope, headers: [string, SubgraphHeaders][]): RequestScope {
  const lasting: Lasting = { ...scope };
  if ('signal' in lasting) delete lasting.signal;
  if ('departure' in lasting) delete lasting.departure;
  if (scope.onSubgraphHeaders) lasting.onSubgraphHeaders = (...seen) => void headers.push(seen);
  return lasting;
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
