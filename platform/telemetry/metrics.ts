import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { HttpRoute } from '../http/httpRoute.ts';

/** Metrics of one process. Labels are few and never hold ids. */
export interface Metrics {
  readonly registry: Registry;
  counter(name: string, help: string, labels?: readonly string[]): Counter;
  gauge(name: string, help: string, labels?: readonly string[]): Gauge;
  /** Durations in seconds. */
  histogram(name: string, help: string, labels?: readonly string[]): Histogram;
  /** GET /metrics in the Prometheus text format. */
  readonly route: HttpRoute;
}

/** Bucket bounds in seconds: from a cached read to a hanging carrier. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Create a registry of its own. @default with the process's own figures (memory, event loop) */
export function createMetrics(options: { processFigures?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.processFigures ?? true) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    counter: (name, help, labels = []) => new Counter({ name, help, labelNames: [...labels], registers }),
    gauge: (name, help, labels = []) => new Gauge({ name, help, labelNames: [...labels], registers }),
    histogram: (name, help, labels = []) =>
      new Histogram({ name, help, labelNames: [...labels], buckets, registers }),
    route: {
      method: 'GET',
      path: '/metrics',
      handle: async () => ({
        status: 200,
        headers: { 'content-type': registry.contentType },
        body: await registry.metrics(),
      }),
    },
  };
}
