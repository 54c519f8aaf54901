import type { Clock } from '../platform/clock/clock.ts';
import type { HttpRoute } from '../platform/http/httpRoute.ts';
import { backlogOf } from '../platform/journal/backlog.ts';
import { createMetrics } from '../platform/telemetry/metrics.ts';
import { countStuck } from '../subgraphs/orders/store/stuckOrders.ts';
import { countDifferent } from '../subgraphs/orders/store/unitCheckModel.ts';
import type { Connection } from '../platform/mongo/mongoTypes.ts';
import { databaseGauges } from './databaseMetrics.ts';
import { consumes } from './subgraphs.ts';

/**
 * `GET <path>` in the Prometheus text format: how far each subgraph's events are from those who consume them. Asked of
 * the journals when it is scraped.
 */
export function journalMetrics(
  path: string,
  journals: ReadonlyMap<string, Connection>,
  clock: Clock,
  options: { processFigures: boolean },
): HttpRoute {
  const metrics = createMetrics(options);
  const labels = ['subgraph', 'consumer'];
  const owed = metrics.gauge(
    'promesse_journal_owed_events',
    'Events a consumer has not applied yet.',
    labels,
  );
  const age = metrics.gauge(
    'promesse_journal_owed_oldest_seconds',
    'Age of the oldest event a consumer has not applied yet; 0 when it has all.',
    labels,
  );
  const different = metrics.gauge(
    'promesse_orders_unit_differences',
    'Orders whose units orders and the locations count differently although nothing is under way; should be 0.',
  );
  const failed = metrics.gauge(
    'promesse_orders_failed_payments',
    'Orders with money that failed for good and waits for somebody: see the query failedPayments.',
  );
  const database = databaseGauges(metrics);
  const read = async (): Promise<void> => {
    const [anyone] = journals.values();
    if (anyone !== undefined) await database(anyone);
    const orders = journals.get('orders');
    if (orders !== undefined) {
      different.set(await countDifferent(orders));
      failed.set(await countStuck(orders));
    }
    for (const [subgraph, connection] of journals) {
      const found = await backlogOf(connection, Object.keys(consumes));
      for (const consumer of Object.keys(consumes)) {
        const backlog = found.find((each) => each.consumer === consumer);
        const seconds = backlog === undefined ? 0 : (clock.nowMs() - backlog.oldestAt) / 1_000;
        owed.set({ subgraph, consumer }, backlog?.events ?? 0);
        age.set({ subgraph, consumer }, Math.max(0, seconds));
      }
    }
  };
  return {
    ...metrics.route,
    path,
    handle: async (request) => {
      await read();
      return metrics.route.handle(request);
    },
  };
}
