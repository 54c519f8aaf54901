import { GraphQLError } from 'graphql';
import { refuse } from './prepare/parseOperation.ts';
import { ByteLru } from './run/byteLru.ts';
import { createCallSubgraph } from './run/callSubgraph.ts';
import type { Operation } from './run/operation.ts';
import { buildOperation } from './run/operation.ts';
import { runDeferred } from './run/runDeferred.ts';
import { runOperation } from './run/runOperation.ts';
import { Subscriptions } from './run/runSubscription.ts';
import { Running } from './run/running.ts';
import { shareReads } from './run/shareReads.ts';
import { SingleFlight } from './run/singleFlight.ts';
import { openEngineParts } from './run/engineParts.ts';
import type {
  Engine,
  EngineObserver,
  EngineOptions,
  PreparedOperation,
  Preparation,
  RequestScope,
} from './types.ts';

const defaultCacheBytes = 64 * 1_024 * 1_024;

/** Makes the engine of one supergraph. Rejects with a reason when the supergraph cannot be served. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const engineParts = await openEngineParts(options);
  const { supergraph, observer } = engineParts;
  const transports = new Map(
    supergraph.subgraphs.map((subgraph) => [subgraph.name, options.transports(subgraph)]),
  );
  const direct = createCallSubgraph(transports, observer);
  const { shareKey } = options;
  const call = shareKey ? shareReads(direct, shareKey, sharedCallObserver(observer)) : direct;
  const cache = new ByteLru<Operation>(options.cacheBytes ?? defaultCacheBytes);
  const flight = new SingleFlight<Preparation>();
  const running = new Running();
  const subscriptions = new Subscriptions({
    transports,
    call,
    shareKey: options.subscriptionShareKey,
    queue: options.subscriberQueue ?? 256,
    eventTimeoutMs: options.eventTimeoutMs ?? 10_000,
    now: Date.now,
    observer,
  });

  const lookup = (query: string, operationName?: string): Operation | undefined => {
    const found = cache.get(cacheKey(query, operationName));
    observer?.lookedUp?.(found !== undefined);
    return found;
  };
  const build = async (
    key: string,
    query: string,
    operationName: string | undefined,
  ): Promise<Preparation> => {
    try {
      const built = await buildOperation(query, operationName, engineParts);
      if ('ok' in built) return built;
      cache.set(key, built, built.bytes);
      return { ok: true, operation: built };
    } catch (error) {
      observer?.failed?.(error);
      const cause = error instanceof Error ? error : new Error(String(error));
      return refuse('internal', [
        new GraphQLError('The operation could not be planned.', {
          originalError: cause,
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        }),
      ]);
    }
  };
  const prepare = (query: string, operationName?: string): Promise<Preparation> => {
    const key = cacheKey(query, operationName);
    const ready = cache.get(key);
    if (ready) return Promise.resolve({ ok: true, operation: ready });
    return flight.run(key, () => build(key, query, operationName));
  };

  return {
    apiSchema: supergraph.apiSchema,
    supergraphHash: supergraph.hash,
    subgraphs: supergraph.subgraphs,
    planner: engineParts.planner.name,
    policies: engineParts.policies,
    lookup,
    prepare,
    run: (operation, variables, scope) =>
      runOperation(own(operation), variables, scope, call, observer, running),
    runIncremental: (operation, variables, scope) =>
      running.trackIterable(runDeferred(own(operation), variables, scope, call, observer)),
    subscribe: (operation, variables, scope) => subscriptions.open(own(operation), variables, scope),
    cachedTexts: () =>
      cache.values().map(({ query, requestedName }) => ({ query, operationName: requestedName })),
    async warm(texts, signal) {
      let warmed = 0;
      for (const { query, operationName } of texts) {
        if (signal?.aborted === true) break;
        if ((await prepare(query, operationName)).ok) warmed++;
      }
      return warmed;
    },
    async close(signal) {
      const idle = Promise.all([running.whenIdle(), subscriptions.whenIdle()]);
      await Promise.race([idle, whenAborted(signal)]);
      await Promise.all([...transports.values()].map((transport) => transport.close()));
    },
  };
}

function sharedCallObserver(observer: EngineObserver | undefined) {
  return (subgraph: string, scope: RequestScope) =>
    observer?.fetched?.({ subgraph, kind: 'query', durationMs: 0, failed: false, shared: true, scope });
}

function cacheKey(query: string, operationName: string | undefined): string {
  return operationName === undefined ? query : `${operationName}\n${query}`;
}

/** Operations come from `prepare` of the same engine; anything else is a mistake of the caller. */
function own(operation: PreparedOperation): Operation {
  if (!('variantFor' in operation)) throw new TypeError('This operation was not prepared by this engine.');
  return operation as Operation;
}

function whenAborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) resolve();
    else signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
