import type { CallSubgraph } from '../data/execution.ts';
import { SubgraphUnavailable } from '../../../platform/subgraphHttp/subgraphUnavailable.ts';
import { copyData } from '../compile/mergeData.ts';
import type { RequestScope, SubgraphHeaders, SubgraphResult } from '../types.ts';
import { SharedScope, Waiters } from './waiters.ts';

interface Waiter {
  readonly scope: RequestScope;
  readonly resolve: (result: SubgraphResult) => void;
  readonly reject: (error: unknown) => void;
}

interface SharedCall {
  readonly waiters: Waiter[];
  /** The same, as far as the call must know. */
  readonly present: Waiters;
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
  const running = new Map<string, Map<string, SharedCall>>();
  const callsOf = (text: string): Map<string, SharedCall> => {
    let calls = running.get(text);
    if (calls === undefined) running.set(text, (calls = new Map()));
    return calls;
  };
  const end = (text: string, key: string, ended: SharedCall): void => {
    const calls = running.get(text);
    if (calls?.get(key) !== ended) return;
    calls.delete(key);
    if (calls.size === 0) running.delete(text);
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
      const known = calls.get(key);
      if (known) {
        known.waiters.push(waiter);
        known.present.add(scope);
        onShared(subgraph, scope);
        return;
      }
      // A call nobody waits for is given up: whoever comes now begins another.
      const shared: SharedCall = {
        waiters: [waiter],
        present: new Waiters(() => end(bodyPrefix, key, shared)),
      };
      shared.present.add(scope);
      calls.set(key, shared);
      const headers: [string, SubgraphHeaders][] = [];
      call(operation, variables, lastingScope(scope, shared.present, headers)).then(
        (result) => {
          end(bodyPrefix, key, shared);
          shared.present.end();
          settle(shared.waiters, result, headers);
        },
        (error: unknown) => {
          end(bodyPrefix, key, shared);
          shared.present.end();
          failAll(shared.waiters, error);
        },
      );
    });
  };
}

/** The scope of a shared call, which outlives the caller that happened to be first, and not the last one. */
function lastingScope(
  scope: RequestScope,
  waiters: Waiters,
  headers: [string, SubgraphHeaders][],
): RequestScope {
  const lasting = new SharedScope(scope, waiters);
  if (scope.onSubgraphHeaders)
    Object.assign(lasting, {
      onSubgraphHeaders: (...seen: [string, SubgraphHeaders]) => void headers.push(seen),
    });
  return lasting;
}

/** Everyone gets data of their own, because whoever receives it goes on to change it. */
function settle(
  waiters: readonly Waiter[],
  result: SubgraphResult,
  headers: readonly [string, SubgraphHeaders][],
): void {
  let copies: SubgraphResult[];
  try {
    copies = waiters.map((_, index) => (index === 0 ? result : copyResult(result)));
  } catch (cause) {
    // Data that nests deeper than any stack cannot be copied: it fails for everybody, and nobody waits for ever.
    const message = 'The subgraph answered with data that nests too deep.';
    return failAll(waiters, new SubgraphUnavailable('SUBGRAPH_BAD_ANSWER', message, cause));
  }
  waiters.forEach(({ scope, resolve }, index) => {
    for (const [subgraph, seen] of headers) scope.onSubgraphHeaders?.(subgraph, seen);
    resolve(copies[index] as SubgraphResult);
  });
}

function failAll(waiters: readonly Waiter[], error: unknown): void {
  for (const { reject } of waiters) reject(error);
}

function copyResult(result: SubgraphResult): SubgraphResult {
  const { data } = result;
  return data ? { ...result, data: copyData(data) as Record<string, unknown> } : { ...result };
}
