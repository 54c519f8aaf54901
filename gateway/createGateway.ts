import type { Server, ServerResponse } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import type { HttpRoute } from '../platform/http/httpRoute.ts';
import type { Log } from '../platform/log/log.ts';
import type { ApolloContext, ApolloPath } from './apollo/apolloPath.ts';
import { createApolloPath } from './apollo/apolloPath.ts';
import type { TokenVerifier } from './auth/authenticate.ts';
import { createAuthenticate } from './auth/authenticate.ts';
import type { GatewaySettings } from './config.ts';
import { unenforcedSecurity } from './contracts/protectedElements.ts';
import type { Door } from './door/createDoor.ts';
import { createDoor } from './door/createDoor.ts';
import { createEngineSlot } from './door/engineSlot.ts';
import { joinDoorObservers, joinEngineObservers } from './door/observers.ts';
import { createShareKey } from './door/shareKeys.ts';
import { createEngine } from './engine/createEngine.ts';
import type { Engine, TransportFactory } from './engine/types.ts';
import { createErrorShield } from './http/errorShield.ts';
import { createHttpHost } from './http/httpHost.ts';
import { mountedRoute } from './http/mountedRoute.ts';
import { createMemoryStore, createPersistedOperations } from './http/persisted.ts';
import type { PersistedStore } from './http/persisted.ts';
import type { NodeRoute } from './http/routeTable.ts';
import type { Safelist } from './http/safelist.ts';
import type { BudgetRedis } from './limits/budget.ts';
import { createBudget } from './limits/budget.ts';
import type { ReadinessCheck } from './ops/health.ts';
import { createHealth } from './ops/health.ts';
import type { Metrics } from './ops/metrics.ts';
import { createMetrics } from './ops/metrics.ts';
import { createTracing, registeredProvider } from './ops/tracing.ts';
import type { ReloadOutcome, Reloader } from './reload/reloader.ts';
import { createReloader } from './reload/reloader.ts';
import { cleanTransport } from './upstream/cleanTransport.ts';

/** One entrance and the supergraph behind it. */
export interface DoorSpec {
  /** For example `/graphql`; HTTP, event streams and WebSocket share it. */
  readonly path: string;
  readonly supergraphSdl: string;
}

export interface GatewayOptions {
  readonly doors: readonly DoorSpec[];
  /** How subgraphs are reached; called once per subgraph and door. */
  readonly transports: TransportFactory;
  readonly settings: GatewaySettings;
  readonly log: Log;
  readonly newId: () => string;
  /** Epoch milliseconds by the machine's clock: deadlines and tokens live in real time. @default Date.now */
  readonly nowMs?: () => number;
  /** Absent: tokens are not looked at and everybody is anonymous. */
  readonly verifier?: TokenVerifier;
  /** Identity of a caller without a token. @default a bare anonymous one */
  readonly anonymous?: object;
  /** Which `@policy` names hold for a caller. @default none */
  readonly policiesFor?: (identity: unknown) => ReadonlySet<string>;
  readonly apolloPlugins?: readonly ApolloServerPlugin<ApolloContext>[];
  /** Routes of other rooms on the same host: webhooks, tools for developers. */
  readonly routes?: readonly HttpRoute[];
  readonly readiness?: Readonly<Record<string, ReadinessCheck>>;
  readonly safelist?: Safelist;
  readonly persistedStore?: PersistedStore;
  /** An ioredis client: budgets are then shared between gateways. */
  readonly redis?: BudgetRedis;
  /** Shown to browsers that open a door, when settings allow it. */
  readonly page?: (res: ServerResponse) => void;
}

/** A running gateway. */
export interface Gateway {
  readonly server: Server;
  readonly metrics: Metrics;
  /** The engine in force behind a door. */
  engineOf(path: string): Engine;
  /** Port 0 takes a free one; resolves with the port in use. */
  listen(port: number, hostname?: string): Promise<number>;
  /** Puts another supergraph behind a door, or says why not; nobody is cut off. */
  reload(path: string, supergraphSdl: string): Promise<ReloadOutcome>;
  /** Finishes what is under way and stops. Safe to call twice. */
  stop(): Promise<void>;
}

const bareAnonymous = Object.freeze({ subject: 'anonymous', scopes: Object.freeze([]) });

interface BuiltDoor {
  readonly door: Door;
  readonly reloader: Reloader;
  readonly apollo: ApolloPath | undefined;
  readonly engine: () => Engine;
}

/** Builds the whole front from its parts. Rejects with the reasons when a supergraph must not be served. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { settings, log, newId, nowMs = Date.now } = options;
  const shield = createErrorShield(log, newId);
  const metrics = createMetrics();
  const provider = settings.tracing ? registeredProvider() : undefined;
  const tracing = provider && createTracing(provider);
  const engineObserver = joinEngineObservers([
    metrics.engine,
    { failed: (error) => shield.faultOf(error, '') },
    ...(tracing ? [tracing.engine] : []),
  ]);
  const budget =
    settings.door.budget === false ? undefined : createBudget(settings.door.budget, options.redis);
  const persisted = createPersistedOperations({
    ...(settings.apq && { store: options.persistedStore ?? createMemoryStore() }),
    ...(options.safelist && { safelist: options.safelist }),
    safelistOnly: settings.safelistOnly,
  });
  const authenticate = createAuthenticate({
    verifier: options.verifier,
    anonymous: options.anonymous ?? bareAnonymous,
    ...(options.policiesFor && { policiesFor: options.policiesFor }),
    recheckMs: settings.tokenRecheckMs,
    remember: 10_000,
    nowMs,
  });

  const buildEngine = async (supergraphSdl: string): Promise<Engine> => {
    const unenforced = unenforcedSecurity(supergraphSdl);
    if (unenforced.length > 0)
      throw new Error(`The supergraph is not safe to serve: ${unenforced.join(' ')}`);
    const shareKey = createShareKey();
    return createEngine({
      supergraphSdl,
      transports: (subgraph) =>
        cleanTransport(subgraph, options.transports(subgraph), {
          mask: settings.maskSubgraphErrors,
          log,
          newId,
        }),
      planner: settings.planner,
      limits: settings.limits,
      authorization: settings.authorization,
      introspection: settings.introspection,
      hints: settings.hints,
      ...(settings.shareReads && { shareKey }),
      subscriptionShareKey: shareKey,
      observer: engineObserver,
    });
  };

  const buildDoor = async ({ path, supergraphSdl }: DoorSpec): Promise<BuiltDoor> => {
    const slot = createEngineSlot({ engine: await buildEngine(supergraphSdl), supergraphSdl });
    const apollo =
      settings.apollo === 'off'
        ? undefined
        : await createApolloPath({
            slot,
            always: settings.apollo === 'always',
            plugins: options.apolloPlugins ?? [],
            log,
          });
    const door = createDoor({
      path,
      slot,
      config: settings.door,
      authenticate,
      persisted,
      budget,
      apollo,
      shield,
      observer: joinDoorObservers([metrics.door]),
      ...(tracing && { tracing }),
      newId,
      nowMs,
      ...(settings.graphiql && options.page && { page: options.page }),
    });
    const reloader = createReloader({
      name: path,
      slot,
      build: buildEngine,
      drainMs: settings.reloadDrainMs,
      log,
    });
    return { door, reloader, apollo, engine: () => slot.current };
  };

  const doors = new Map<string, BuiltDoor>();
  for (const spec of options.doors) doors.set(spec.path, await buildDoor(spec));
  const built = [...doors.values()];
  const health = createHealth(options.readiness ?? {});
  const routes: NodeRoute[] = [
    ...built.map(({ door }) => door.route),
    ...health.routes,
    ...(settings.metrics ? [metrics.route] : []),
    ...(options.routes ?? []).map(mountedRoute),
  ];
  const host = createHttpHost({
    routes,
    upgrades: new Map(built.map(({ door }) => [door.path, door.upgrade])),
    shield,
    newId,
  });

  const doorAt = (path: string): BuiltDoor => {
    const door = doors.get(path);
    if (door === undefined) throw new Error(`There is no door at ${path}.`);
    return door;
  };

  const stop = async (): Promise<void> => {
    health.startDraining();
    if (settings.drainNoticeMs > 0)
      await new Promise((resolve) => setTimeout(resolve, settings.drainNoticeMs));
    const closed = host.close(settings.drainMs);
    await Promise.all(built.map(({ door }) => door.close(settings.drainMs)));
    await closed;
    await Promise.all(
      built.map(async ({ apollo, reloader, engine }) => {
        await apollo?.stop();
        reloader.cut();
        await reloader.settled();
        await engine().close(AbortSignal.abort());
      }),
    );
  };

  let stopping: Promise<void> | undefined;
  return {
    server: host.server,
    metrics,
    engineOf: (path) => doorAt(path).engine(),
    listen: (port, hostname) => host.listen(port, hostname),
    reload: (path, supergraphSdl) => doorAt(path).reloader.reload(supergraphSdl),
    stop: () => (stopping ??= stop()),
  };
}
