import type { Registry } from 'prom-client';

/** A Prometheus histogram of durations. */
export interface Durations {
  /** Takes a duration in milliseconds; label values in the order of the label names. */
  observe(durationMs: number, ...labels: readonly string[]): void;
}

export interface DurationsOptions {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
}

/** Upper bounds, seconds. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Series {
  readonly labels: Readonly<Record<string, string>>;
  /** Observations per bucket, not yet summed up; the last one has no bound. */
  readonly buckets: number[];
  sum: number;
  count: number;
}

/** Series by their label values, one value a level: looking one up makes no text out of them. */
interface Level {
  readonly next: Map<string, Level>;
  series: Series | undefined;
}

const newLevel = (): Level => ({ next: new Map(), series: undefined });

/** The series in the form the registry prints. */
function valuesOf(name: string, { labels, buckets, sum, count }: Series) {
  let below = 0;
  const counted = bounds.map((bound, index) => {
    below += buckets[index] ?? 0;
    return { metricName: `${name}_bucket`, labels: { ...labels, le: bound }, value: below };
  });
  return [
    ...counted,
    { metricName: `${name}_bucket`, labels: { ...labels, le: '+Inf' }, value: count },
    { metricName: `${name}_sum`, labels, value: sum },
    { metricName: `${name}_count`, labels, value: count },
  ];
}

/**
 * A histogram whose observation is a look-up and three additions. The library's own builds and hashes a label
 * object each time, which on a small request is a measurable share of the whole.
 */
export function createDurations(registry: Registry, { name, help, labelNames }: DurationsOptions): Durations {
  let root = newLevel();
  let all: Series[] = [];
  const startSeries = (labels: readonly string[]): Series => {
    const named = Object.fromEntries(labelNames.map((label, index) => [label, labels[index] ?? '']));
    const buckets = new Array<number>(bounds.length + 1).fill(0);
    const started: Series = { labels: named, buckets, sum: 0, count: 0 };
    all.push(started);
    return started;
  };
  const seriesOf = (labels: readonly string[]): Series => {
    let level = root;
    for (const label of labels) {
      let below = level.next.get(label);
      if (below === undefined) level.next.set(label, (below = newLevel()));
      level = below;
    }
    return (level.series ??= startSeries(labels));
  };
  const metric = {
    name,
    help,
    type: 'histogram',
    aggregator: 'sum',
    get: () =>
      Promise.resolve({
        name,
        help,
        type: 'histogram',
        aggregator: 'sum',
        values: all.flatMap((one) => valuesOf(name, one)),
      }),
    reset() {
      root = newLevel();
      all = [];
    },
  };
  // The library's type names its own classes; it calls no more of a metric than this.
  registry.registerMetric(metric as unknown as Parameters<typeof registry.registerMetric>[0]);
  return {
    observe(durationMs, ...labels) {
      const one = seriesOf(labels);
      const durationS = durationMs / 1_000;
      let bucket = 0;
      while (bucket < bounds.length && durationS > (bounds[bucket] as number)) bucket++;
      one.buckets[bucket] = (one.buckets[bucket] ?? 0) + 1;
      one.sum += durationS;
      one.count++;
    },
  };
}
