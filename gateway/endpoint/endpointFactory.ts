import type { ServerResponse } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Log } from '../../platform/log/log.ts';
import type { ApolloContext, ApolloPath } from '../apollo/apolloPath.ts';
import { createApolloPath } from '../apollo/apolloPath.ts';
import { loweredProtection } from '../contracts/loweredProtection.ts';
import { protectedIn, unenforcedSecurity } from '../contracts/protectedElements.ts';
import { createEngine } from '../engine/createEngine.ts';
import type { Engine, EngineObserver, TransportFactory } from '../engine/types.ts';
import type { ErrorMask } from '../../platform/http/errorMask.ts';
import type { PersistedOperations } from '../admission/persisted.ts';
import type { Budget } from '../limits/budget.ts';
import type { Tracing } from '../ops/tracing.ts';
import type { ReloadOutcome } from '../reload/reloader.ts';
import { createReloader } from '../reload/reloader.ts';
import type { GatewaySettings } from '../settings.ts';
import { cleanTransport } from '../upstream/cleanTransport.ts';
import { deadlineTransport } from '../upstream/deadlineTransport.ts';
import type { Authenticate } from '../model/caller.ts';
import type { Endpoint } from './createEndpoint.ts';
import { createEndpoint } from './createEndpoint.ts';
import type { EngineSlot } from '../admission/engineSlot.ts';
import { createEngineSlot } from '../admission/engineSlot.ts';
import type { EndpointObserver } from '../model/observer.ts';
import { createShareKeys, type ShareKeys } from '../admission/shareKeys.ts';
import { createSharedRuns, runAlone } from '../admission/sharedRuns.ts';
import { createHoldings } from '../limits/holdings.ts';
import type { Audit } from '../ops/audit.ts';

/** One entrance and the supergraph behind it. */
export interface EndpointSpec {
  /** For example `/graphql`; HTTP, event streams and WebSocket share it. */
  readonly path: string;
  readonly supergraphSdl: string;
  /** What must stay protected, by coordinate: the committed record. A supergraph that protects less is not served. */
  readonly record?: Readonly<Record<string, readonly string[]>>;
}

/** An endpoint with what stands behind it. */
export interface ServedEndpoint {
  readonly endpoint: Endpoint;
  /** The engine in force. */
  engine(): Engine;
  reload(supergraphSdl: string): Promise<ReloadOutcome>;
  /** Ends what is behind the endpoint, once nobody comes through it any more. */
  close(): Promise<void>;
}

/** What all endpoints of a gateway share. */
export interface EndpointFactoryDeps {
  readonly settings: GatewaySettings;
  readonly transports: TransportFactory;
  readonly authenticate: Authenticate;
  readonly persisted: PersistedOperations;
  readonly budget: Budget | undefined;
  readonly apolloPlugins: readonly ApolloServerPlugin<ApolloContext>[];
  readonly mask: ErrorMask;
  readonly observer: EndpointObserver;
  readonly audit: Audit;
  readonly engineObserver: EngineObserver;
  readonly tracing: Tracing | undefined;
  readonly page: ((res: ServerResponse) => void) | undefined;
  readonly log: Log;
  readonly newId: () => string;
  readonly nowMs: () => number;
}

/** Builds engines for supergraphs that are safe to serve; rejects with the reasons for the others. */
function createEngineFactory(
  deps: EndpointFactoryDeps,
  shareKeys: ShareKeys,
): (supergraphSdl: string) => Promise<Engine> {
  const { settings, transports, log, newId } = deps;
  return async (supergraphSdl) => {
    const unenforced = unenforcedSecurity(supergraphSdl);
    if (unenforced.length > 0)
      throw new Error(`The supergraph is not safe to serve: ${unenforced.join(' ')}`);
    return createEngine({
      supergraphSdl,
      transports: (subgraph) =>
        cleanTransport(
          subgraph,
          deadlineTransport(transports(subgraph), deps.nowMs, settings.subgraphTimeoutMs),
          {
            mask: settings.maskSubgraphErrors,
            hints: settings.hints,
            log,
            newId,
          },
        ),
      planner: settings.planner,
      limits: settings.limits,
      authorization: settings.authorization,
      introspection: settings.introspection,
      hints: settings.hints,
      ...(settings.shareReads && { shareKey: shareKeys.keyOf }),
      subscriptionShareKey: shareKeys.keyOf,
      onNewer: shareKeys.outdate,
      cacheBytes: settings.cacheBytes,
      observer: deps.engineObserver,
    });
  };
}

/** Makes endpoints that share callers, budgets and metrics, each with an engine of its own. */
export function createEndpointFactory(
  deps: EndpointFactoryDeps,
): (spec: EndpointSpec) => Promise<ServedEndpoint> {
  const { settings, log, page } = deps;
  const shareKeys = createShareKeys();
  const build = createEngineFactory(deps, shareKeys);
  const { perCaller, streamsPerCaller } = settings.endpoint.sockets;
  const sockets = createHoldings(perCaller);
  const streams = createHoldings(streamsPerCaller);

  const apolloFor = async (slot: EngineSlot): Promise<ApolloPath | undefined> => {
    if (settings.apollo === 'off') return undefined;
    return createApolloPath({ slot, always: settings.apollo === 'always', plugins: deps.apolloPlugins, log });
  };

  return async ({ path, supergraphSdl, record: protectedElements }) => {
    const record = new Map(Object.entries(protectedElements ?? {}));
    const lowered = loweredProtection(record, protectedIn(supergraphSdl));
    if (lowered.length > 0)
      throw new Error(`The supergraph of ${path} protects less than its record: ${lowered.join(' ')}`);
    const slot = createEngineSlot({ engine: await build(supergraphSdl), supergraphSdl });
    const apollo = await apolloFor(slot);
    const endpoint = createEndpoint({
      path,
      slot,
      apollo,
      config: settings.endpoint,
      authenticate: deps.authenticate,
      persisted: deps.persisted,
      budget: deps.budget,
      run: settings.shareRequests ? createSharedRuns(shareKeys.keyOf) : runAlone,
      mask: deps.mask,
      observer: deps.observer,
      audit: deps.audit,
      sockets,
      streams,
      recheckMs: Math.min(settings.tokenRecheckMs, 15_000),
      newId: deps.newId,
      nowMs: deps.nowMs,
      ...(deps.tracing && { tracing: deps.tracing }),
      ...(page && { page }),
    });
    const reloader = createReloader({
      ...{ name: path, slot, build, record, log },
      drainMs: settings.reloadDrainMs,
    });
    return {
      endpoint,
      engine: () => slot.current,
      reload: (sdl) => reloader.reload(sdl),
      async close() {
        await apollo?.stop();
        reloader.cut();
        await reloader.settled();
        await slot.current.close(AbortSignal.abort());
      },
    };
  };
}
