import { createCallSubgraph } from './run/callSubgraph.ts';
import type { Operation } from './run/operation.ts';
import { PreparedOperations } from './run/preparedOperations.ts';
import { runDeferred } from './run/runDeferred.ts';
import { runOperation } from './run/runOperation.ts';
import { Subscriptions } from './run/runSubscription.ts';
import { Running } from './run/running.ts';
import { shareReads } from './run/shareReads.ts';
import { tellOfWrites } from './run/tellOfWrites.ts';
import { openEngineParts } from './run/engineParts.ts';
import type { Engine, EngineObserver, EngineOptions, PreparedOperation, RequestScope } from './types.ts';

const defaultCacheBytes = 64 * 1_024 * 1_024;

/** Makes the engine of one supergraph. Rejects with a reason when the supergraph cannot be served. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const engineParts = await openEngineParts(options);
  const { supergraph, observer } = engineParts;
  const transports = new Map(
    supergraph.subgraphs.map((subgraph) => [subgraph.name, options.transports(subgraph)]),
  );
  const { shareKey, onNewer } = options;
  const direct = tellOfWrites(createCallSubgraph(transports, observer), onNewer);
  const call = shareKey ? shareReads(direct, shareKey, sharedCallObserver(observer)) : direct;
  const running = new Running();
  const subscriptions = new Subscriptions({
    transports,
    call,
    shareKey: options.subscriptionShareKey,
    onNewer,
    queue: options.subscriberQueue ?? 256,
    eventTimeoutMs: options.eventTimeoutMs ?? 10_000,
    now: Date.now,
    observer,
  });

  const operations = new PreparedOperations(engineParts, options.cacheBytes ?? defaultCacheBytes);

  const tools = { call, observer, running };
  return {
    apiSchema: supergraph.apiSchema,
    supergraphHash: supergraph.hash,
    subgraphs: supergraph.subgraphs,
    planner: engineParts.planner.name,
    policies: engineParts.policies,
    lookup: (query, operationName) => operations.lookup(query, operationName),
    prepare: (query, operationName) => operations.prepare(query, operationName),
    run: (operation, variables, scope) => runOperation(own(operation), variables, scope, tools),
    runIncremental: (operation, variables, scope) =>
      running.trackIterable(runDeferred(own(operation), variables, scope, call, observer)),
    subscribe: (operation, variables, scope) => subscriptions.open(own(operation), variables, scope),
    async prepareDefer() {
      await engineParts.deferPlanner();
    },
    cachedTexts: () => operations.texts(),
    warm: (texts, signal) => operations.warm(texts, signal),
    async close(signal) {
      const idle = Promise.all([running.whenIdle(), subscriptions.whenIdle()]);
      await Promise.race([idle, whenAborted(signal)]);
      await Promise.all([...transports.values()].map((transport) => transport.close()));
      await engineParts.close();
    },
  };
}

function sharedCallObserver(observer: EngineObserver | undefined) {
  return (subgraph: string, scope: RequestScope) =>
    observer?.fetched?.({ subgraph, kind: 'query', durationMs: 0, failed: false, shared: true, scope });
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
