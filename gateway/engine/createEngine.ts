import { GraphQLError } from 'graphql';
import { choosePlanner } from './plan/choosePlanner.ts';
import { defaultLimits } from './guard/limits.ts';
import { readKnownNames } from './prepare/knownNames.ts';
import { refuse } from './prepare/parseOperation.ts';
import { ByteLru } from './run/byteLru.ts';
import { createCallSubgraph } from './run/callSubgraph.ts';
import type { Operation, Workshop } from './run/operation.ts';
import { buildOperation } from './run/operation.ts';
import { runOperation } from './run/runOperation.ts';
import { SingleFlight } from './run/singleFlight.ts';
import { loadSupergraph } from './supergraph/loadSupergraph.ts';
import type { Engine, EngineOptions, PreparedOperation, Preparation } from './types.ts';

const defaultCacheBytes = 64 * 1_024 * 1_024;

/** Makes the engine of one supergraph. Rejects with a reason when the supergraph cannot be served. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const supergraph = loadSupergraph(options.supergraphSdl);
  const planner = await choosePlanner(options.planner ?? 'auto', supergraph.sdl);
  const introspection = options.introspection ?? false;
  const workshop: Workshop = {
    supergraph,
    planner,
    names: readKnownNames(supergraph),
    parsing: {
      schema: supergraph.apiSchema,
      introspection,
      hints: options.hints ?? introspection,
      maxTokens: options.limits?.tokens ?? defaultLimits.tokens,
    },
  };
  const transports = new Map(
    supergraph.subgraphs.map((subgraph) => [subgraph.name, options.transports(subgraph)]),
  );
  const call = createCallSubgraph(transports);
  const cache = new ByteLru<Operation>(options.cacheBytes ?? defaultCacheBytes);
  const flight = new SingleFlight<Preparation>();

  const lookup = (query: string, operationName?: string) => cache.get(cacheKey(query, operationName));
  const prepare = (query: string, operationName?: string): Promise<Preparation> => {
    const key = cacheKey(query, operationName);
    const ready = cache.get(key);
    if (ready) return Promise.resolve({ ok: true, operation: ready });
    return flight.run(key, async () => {
      try {
        const built = await buildOperation(query, operationName, workshop);
        if ('ok' in built) return built;
        cache.set(key, built, built.bytes);
        return { ok: true, operation: built };
      } catch (error) {
        return refuse('internal', [
          new GraphQLError('The operation could not be planned.', { originalError: error as Error }),
        ]);
      }
    });
  };

  return {
    apiSchema: supergraph.apiSchema,
    supergraphHash: supergraph.hash,
    subgraphs: supergraph.subgraphs,
    planner: planner.name,
    policies: [],
    lookup,
    prepare,
    run: (operation, variables, scope) => runOperation(own(operation), variables, scope, call),
    async close() {
      await Promise.all([...transports.values()].map((transport) => transport.close()));
    },
  } as Partial<Engine> as Engine;
}

function cacheKey(query: string, operationName: string | undefined): string {
  return operationName === undefined ? query : `${operationName}\n${query}`;
}

function own(operation: PreparedOperation): Operation {
  return operation as Operation;
}
