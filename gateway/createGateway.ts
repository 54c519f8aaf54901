import type { Server } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Health, ReadinessCheck } from '../platform/http/health.ts';
import { createHealth } from '../platform/http/health.ts';
import { createHttpHost } from '../platform/http/httpHost.ts';
import type { HttpRoute } from '../platform/http/httpRoute.ts';
import type { Log } from '../platform/log/log.ts';
import type { ApolloContext } from './apollo/apolloPath.ts';
import type { TokenVerifier } from './auth/authenticate.ts';
import { createAuthenticate } from './auth/authenticate.ts';
import type { Authenticate } from './model/caller.ts';
import type { EndpointSpec, ServedEndpoint } from './endpoint/endpointFactory.ts';
import { createEndpointFactory } from './endpoint/endpointFactory.ts';
import { joinEngineObservers } from './endpoint/observers.ts';
import type { Engine, TransportFactory } from './engine/types.ts';
import type { ErrorMask } from '../platform/http/errorMask.ts';
import { createErrorMask } from '../platform/http/errorMask.ts';
import { mountedRoute } from '../platform/http/mountedRoute.ts';
import type { PersistedOperations, PersistedStore } from './admission/persisted.ts';
import { createMemoryStore, createPersistedOperations } from './admission/persisted.ts';
import type { Safelist } from './admission/safelist.ts';
import type { Budget } from './limits/budget.ts';
import { createMemoryBudget } from './limits/memoryBudget.ts';
import { createRedisBudget, type BudgetRedis } from './limits/redisBudget.ts';
import type { BrowserPage } from './ops/browserPage.ts';
import { drain } from './ops/drain.ts';
import type { Metrics } from './ops/metrics.ts';
import { createMetrics } from './ops/metrics.ts';
import { createTracing, registeredProvider } from './ops/tracing.ts';
import type { ReloadOutcome } from './reload/reloader.ts';
import type { GatewaySettings } from './settings.ts';
import type { NodeRoute } from '../platform/http/routeTable.ts';
import { createAudit } from './ops/audit.ts';
import { guardedRoute, isMetricsPath } from './ops/metricsAccess.ts';

export interface GatewayOptions {
  readonly endpoints: readonly EndpointSpec[];
  /** How subgraphs are reached; called once per subgraph and endpoint. */
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
  /** Further routes on the same host: webhooks, tools for developers. */
  readonly routes?: readonly HttpRoute[];
  readonly readiness?: Readonly<Record<string, ReadinessCheck>>;
  readonly safelist?: Safelist;
  readonly persistedStore?: PersistedStore;
  /** An ioredis client: budgets are then shared between gateways. */
  readonly redis?: BudgetRedis;
  /** Shown to browsers that open an endpoint, when settings allow it. */
  readonly page?: BrowserPage | undefined;
}

/** A running gateway. */
export interface Gateway {
  readonly server: Server;
  readonly metrics: Metrics;
  /** What is served, methods and paths: endpoints of the graph, health, figures, routes handed in. */
  readonly routes: readonly Pick<NodeRoute, 'method' | 'path'>[];
  /** The engine in force behind an endpoint. */
  engineOf(path: string): Engine;
  /** Port 0 takes a free one; resolves with the port in use. */
  listen(port: number, hostname?: string): Promise<number>;
  /** Puts another supergraph behind an endpoint, or says why not; nobody is cut off. */
  reload(path: string, supergraphSdl: string): Promise<ReloadOutcome>;
  /** From now on readiness says no, while everything is still served; `stop` begins with it. */
  startDraining(): void;
  /** Finishes what is under way and stops. Safe to call twice. */
  stop(): Promise<void>;
}

const bareAnonymous = Object.freeze({ subject: 'anonymous', scopes: Object.freeze([]) });

/** Policies and identities, and how tokens become callers. */
const authenticateWith = (options: GatewayOptions, nowMs: () => number): Authenticate =>
  createAuthenticate({
    verifier: options.verifier,
    anonymous: options.anonymous ?? bareAnonymous,
    ...(options.policiesFor && { policiesFor: options.policiesFor }),
    recheckMs: options.settings.tokenRecheckMs,
    remember: 10_000,
    badTokens: options.settings.badTokens,
    nowMs,
  });

const persistedOperationsOf = ({ settings, persistedStore, safelist }: GatewayOptions): PersistedOperations =>
  createPersistedOperations({
    ...(settings.apq && { store: persistedStore ?? createMemoryStore(settings.apqBytes) }),
    ...(safelist && { safelist }),
    safelistOnly: settings.safelistOnly,
  });

const budgetFor = ({ settings, redis }: GatewayOptions, nowMs: () => number): Budget | undefined => {
  const { budget } = settings.endpoint;
  if (budget === false) return undefined;
  return redis === undefined ? createMemoryBudget(budget, nowMs) : createRedisBudget(budget, redis);
};

const isFigures = ({ path }: NodeRoute): boolean => isMetricsPath(path);

interface HostParts {
  readonly options: GatewayOptions;
  readonly served: readonly ServedEndpoint[];
  readonly health: Health;
  readonly metrics: Metrics;
  readonly mask: ErrorMask;
  readonly page: BrowserPage | undefined;
}

/** The host of clients, and the one for figures where they have a port of their own. */
function openHosts({ options, served, health, metrics, mask, page }: HostParts) {
  const { settings, newId } = options;
  const mounted = [...health.routes, ...(options.routes ?? [])].map((route) => mountedRoute(route));
  const figures = [...(settings.metrics ? [metrics.route] : []), ...mounted.filter(isFigures)];
  const routes = [
    ...served.map(({ endpoint }) => endpoint.route),
    ...figures.map((route) => guardedRoute(route, settings.metricsAccess)),
    ...(page?.routes ?? []),
    ...mounted.filter((route) => !isFigures(route)),
  ];
  const host = createHttpHost({
    routes,
    upgrades: new Map(served.map(({ endpoint }) => [endpoint.path, endpoint.upgrade])),
    mask,
    newId,
    limits: settings.host,
  });
  const aside =
    settings.metricsPort === undefined
      ? undefined
      : createHttpHost({ routes: figures, upgrades: new Map(), mask, newId, limits: settings.host });
  return { host, aside, routes };
}

/** Builds the whole front from its parts. Rejects with the reasons when a supergraph must not be served. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { settings, log, newId, nowMs = Date.now } = options;
  const mask = createErrorMask(log, newId);
  const metrics = createMetrics();
  const audit = createAudit(log, nowMs);
  const provider = settings.tracing ? registeredProvider() : undefined;
  const tracing = provider && createTracing(provider);
  const page = settings.explorer ? options.page : undefined;
  const build = createEndpointFactory({
    settings,
    log,
    newId,
    nowMs,
    mask,
    tracing,
    transports: options.transports,
    authenticate: authenticateWith(options, nowMs),
    persisted: persistedOperationsOf(options),
    budget: budgetFor(options, nowMs),
    apolloPlugins: options.apolloPlugins ?? [],
    observer: metrics.endpoint,
    audit,
    engineObserver: joinEngineObservers([
      metrics.engine,
      { failed: (error) => mask.faultOf(error, '') },
      ...(tracing ? [tracing.engine] : []),
    ]),
    page: page && ((res) => page.show(res)),
  });
  const endpoints = new Map<string, ServedEndpoint>();
  for (const spec of options.endpoints) endpoints.set(spec.path, await build(spec));

  const served = [...endpoints.values()];
  const health = createHealth(options.readiness ?? {});
  const { host, aside, routes } = openHosts({ options, served, health, metrics, mask, page });
  const endpointAt = (path: string): ServedEndpoint => {
    const endpoint = endpoints.get(path);
    if (endpoint === undefined) throw new Error(`There is no endpoint at ${path}.`);
    return endpoint;
  };
  const stop = async (): Promise<void> => {
    await drain({ host, health, endpoints: served, settings });
    await aside?.close(0);
    audit.flush();
  };
  let stopping: Promise<void> | undefined;
  return {
    server: host.server,
    metrics,
    routes,
    engineOf: (path) => endpointAt(path).engine(),
    async listen(port, hostname) {
      if (settings.metricsPort !== undefined) await aside?.listen(settings.metricsPort, hostname);
      return host.listen(port, hostname);
    },
    reload: (path, supergraphSdl) => endpointAt(path).reload(supergraphSdl),
    startDraining: () => health.startDraining(),
    stop: () => (stopping ??= stop()),
  };
}
