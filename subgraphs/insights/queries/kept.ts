import type { Counter, CounterDimension } from '../domain/counters.ts';
import { keptFigures, summedBy, type KeptFigure } from '../domain/figures.ts';
import type { PendingShipment } from '../domain/pending.ts';
import type { InsightsDimension } from '../generated/resolverTypes.ts';
import type { InsightsView, OverdueOrder } from './view.ts';

/** How a dimension of the graph is read: from which counters, under which key, and where overdue ones belong. */
type Reading =
  | {
      readonly of: 'orders';
      readonly dimension: CounterDimension;
      readonly keyOf: (counter: Counter) => string;
      readonly overdueKey: (order: OverdueOrder) => string;
    }
  | {
      readonly of: 'shipments';
      readonly dimension: CounterDimension;
      readonly overdueKey: (shipment: PendingShipment) => string | undefined;
    };

const readings: Readonly<Record<InsightsDimension, Reading>> = {
  DAY: {
    ...{ of: 'orders', dimension: 'ALL', keyOf: ({ day }: Counter) => day },
    overdueKey: ({ day }: OverdueOrder) => day,
  },
  CHANNEL: {
    ...{ of: 'orders', dimension: 'ALL', keyOf: ({ channel }: Counter) => channel },
    overdueKey: ({ channel }: OverdueOrder) => channel,
  },
  METHOD: {
    ...{ of: 'orders', dimension: 'METHOD', keyOf: ({ key }: Counter) => key },
    overdueKey: ({ methodType }: OverdueOrder) => methodType,
  },
  LOCATION: { of: 'shipments', dimension: 'LOCATION', overdueKey: ({ locationId }) => locationId },
  CARRIER: { of: 'shipments', dimension: 'CARRIER', overdueKey: ({ carrier }) => carrier },
  SERVICE: { of: 'shipments', dimension: 'SERVICE', overdueKey: ({ serviceCode }) => serviceCode },
  LAST_MILE: {
    of: 'shipments',
    dimension: 'LAST_MILE',
    overdueKey: ({ lastMile, carrier }) => lastMile ?? carrier,
  },
};

function countedBy(keys: readonly (string | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Promises kept, by one dimension. */
export async function keptBy(view: InsightsView, by: InsightsDimension): Promise<KeptFigure[]> {
  const reading = readings[by];
  const counters = await view.counters(reading.dimension);
  if (reading.of === 'orders') {
    const overdue = countedBy((await view.overdue()).orders.map(reading.overdueKey));
    const figures = keptFigures(summedBy(counters, reading.keyOf), overdue, 'orders');
    return by === 'DAY' ? figures.sort((a, b) => (a.key < b.key ? -1 : 1)) : figures;
  }
  const overdue = countedBy((await view.overdue()).shipments.map(reading.overdueKey));
  return keptFigures(
    summedBy(counters, ({ key }) => key),
    overdue,
    'shipments',
  );
}
