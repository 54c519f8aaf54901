import { Counter, Gauge, Registry } from 'prom-client';
import type { EndpointObserver } from '../model/observer.ts';
import type { EngineObserver } from '../engine/types.ts';
import type { NodeRoute } from '../../platform/http/routeTable.ts';
import { createDurations } from './durations.ts';

/** Prometheus metrics of a gateway, fed by what its endpoints and engines report. */
export interface Metrics {
  readonly registry: Registry;
  readonly endpoint: EndpointObserver;
  readonly engine: EngineObserver;
  readonly route: NodeRoute;
}

/** Names come from clients: beyond this many they share one label, or a client could fill the memory with labels. */
const mostOperationNames = 200;
/** Longest name that becomes a label. */
const longestOperationName = 100;

function createNameLabel(): (name: string | undefined) => string {
  const seen = new Set<string>();
  return (name) => {
    if (name === undefined) return 'anonymous';
    if (name.length > longestOperationName) return 'other';
    if (seen.has(name)) return name;
    if (seen.size >= mostOperationNames) return 'other';
    seen.add(name);
    return name;
  };
}

/** Counted on every request: added up here, and handed to the registry when somebody asks. */
function createLookups(registry: Registry) {
  const counts = { hit: 0, miss: 0 };
  new Counter({
    name: 'gateway_operation_cache_total',
    help: 'Look-ups in the cache of prepared operations.',
    labelNames: ['result'],
    registers: [registry],
    collect() {
      this.reset();
      for (const result of ['hit', 'miss'] as const) this.inc({ result }, counts[result]);
    },
  });
  return counts;
}

function createInstruments(registry: Registry) {
  const registers = [registry];
  return {
    operations: createDurations(registry, {
      name: 'gateway_operation_duration_seconds',
      help: 'Time from the request to its answer, by operation.',
      labelNames: ['endpoint', 'transport', 'operation', 'kind', 'outcome'],
    }),
    subgraphs: createDurations(registry, {
      name: 'gateway_subgraph_duration_seconds',
      help: 'Time a subgraph took to answer a call.',
      labelNames: ['subgraph', 'kind', 'outcome'],
    }),
    shared: new Counter({
      name: 'gateway_subgraph_shared_total',
      help: 'Subgraph calls that were answered by the call of another request.',
      labelNames: ['subgraph'],
      registers,
    }),
    plans: createDurations(registry, {
      name: 'gateway_plan_duration_seconds',
      help: 'Time to plan an operation that was not in the cache.',
      labelNames: ['planner'],
    }),
    lookups: createLookups(registry),
    sockets: new Gauge({
      name: 'gateway_sockets',
      help: 'Open WebSockets.',
      labelNames: ['endpoint'],
      registers,
    }),
    subscriptions: new Gauge({
      name: 'gateway_subscriptions',
      help: 'Running subscriptions.',
      labelNames: ['endpoint', 'transport'],
      registers,
    }),
    events: new Counter({
      name: 'gateway_subscription_events_total',
      help: 'Events handed to subscribers.',
      labelNames: ['endpoint', 'transport'],
      registers,
    }),
    closings: new Counter({
      name: 'gateway_subscriptions_closed_total',
      help: 'Subscriptions the gateway ended, by reason.',
      labelNames: ['endpoint', 'reason'],
      registers,
    }),
  };
}

export function createMetrics(registry = new Registry()): Metrics {
  const { operations, subgraphs, shared, plans, lookups, sockets, subscriptions, events, closings } =
    createInstruments(registry);
  const nameLabel = createNameLabel();
  return {
    registry,
    endpoint: {
      operationEnded: ({ endpoint, transport, operationName, kind = 'unknown', outcome, durationMs }) =>
        operations.observe(durationMs, endpoint, transport, nameLabel(operationName), kind, outcome),
      socketsChanged: (endpoint, by) => sockets.labels(endpoint).inc(by),
      subscriptionsChanged: (endpoint, transport, by) => subscriptions.labels(endpoint, transport).inc(by),
      eventSent: (endpoint, transport) => events.labels(endpoint, transport).inc(),
      subscriptionClosed: (endpoint, reason) => closings.labels(endpoint, reason).inc(),
    },
    engine: {
      planned: ({ durationMs, planner }) => plans.observe(durationMs, planner),
      lookedUp: (hit) => void (hit ? lookups.hit++ : lookups.miss++),
      fetched(info) {
        if (info.shared) return shared.labels(info.subgraph).inc();
        subgraphs.observe(info.durationMs, info.subgraph, info.kind, info.failed ? 'failed' : 'ok');
      },
    },
    route: {
      method: 'GET',
      path: '/metrics',
      async handle(_req, res) {
        const text = await registry.metrics();
        res.writeHead(200, { 'content-type': registry.contentType }).end(text);
      },
    },
  };
}
