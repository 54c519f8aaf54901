import { codedError } from '../../../platform/errors/codedError.ts';
import type { FiguresSource } from '../application.ts';
import type { Counter, CounterDimension } from '../domain/counters.ts';
import type { OrderFact } from '../domain/orderFact.ts';
import type { ShipmentFact } from '../domain/shipmentFact.ts';
import { asFact, factsOf, type InsightsModels } from '../store/models.ts';

/** The figures of a span of days, read as they are asked for, each dimension once. */
export interface InsightsView {
  readonly from: string;
  readonly to: string;
  readonly channel: string | undefined;
  readonly asOfMs: number;
  counters(dimension: CounterDimension): Promise<readonly Counter[]>;
  /** Orders of these days whose date has passed and that have not come. */
  overdueOrders(): Promise<readonly OrderFact[]>;
  overdueShipments(): Promise<readonly OverdueShipment[]>;
}

/** A shipment that has not come in time, and the order's channel and day. */
export interface OverdueShipment {
  readonly shipment: ShipmentFact;
  readonly channel: string;
}

const dayMs = 86_400_000;
const mostDays = 400;
/** Start of a day in UTC. */
export const dayStart = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Days of a span; BAD_USER_INPUT if it is turned round or too long. */
export function requireSpan(from: string, to: string, most = mostDays): void {
  const days = (dayStart(to) - dayStart(from)) / dayMs + 1;
  if (days < 1) throw codedError('BAD_USER_INPUT', 'from lies before to.', { field: 'from' });
  if (days > most) throw codedError('BAD_USER_INPUT', `At most ${most} days are asked for.`, { field: 'to' });
}

/** Of messages, incidents and surveys nobody keeps the channel. */
const ofAllChannels: ReadonlySet<CounterDimension> = new Set([
  'MESSAGE',
  'INCIDENT',
  'SURVEY_ALL',
  'SURVEY_SERVICE',
  'SURVEY_LAST_MILE',
  'SURVEY_LOCATION',
  'SURVEY_KEPT',
]);

/** Opens the figures of a span, with everything counted that has been heard. */
export async function openView(
  { models, clock, figures }: FiguresSource,
  span: { readonly from?: string; readonly to?: string; readonly channel?: string | null | undefined },
): Promise<InsightsView> {
  const { from = '0000-01-01', to = '9999-12-31' } = span;
  const channel = span.channel ?? undefined;
  await figures.upToDate();
  const asOfMs = clock.nowMs();
  const view = { from, to, channel, asOfMs };
  const known = new Map<CounterDimension, Promise<readonly Counter[]>>();
  let orders: Promise<readonly OrderFact[]> | undefined;
  let shipments: Promise<readonly OverdueShipment[]> | undefined;
  return {
    ...view,
    counters: (dimension) => {
      const read = known.get(dimension) ?? readCounters(models, view, dimension);
      known.set(dimension, read);
      return read;
    },
    overdueOrders: () => (orders ??= readOverdueOrders(models, view)),
    overdueShipments: () => (shipments ??= readOverdueShipments(models, view)),
  };
}

type Span = Pick<InsightsView, 'from' | 'to' | 'channel' | 'asOfMs'>;

const readCounters = (
  { counters }: InsightsModels,
  { from, to, channel }: Span,
  dimension: CounterDimension,
): Promise<readonly Counter[]> =>
  counters
    .find(
      {
        ...{ dimension, day: { $gte: from, $lte: to } },
        ...(channel === undefined || ofAllChannels.has(dimension) ? {} : { channel }),
      },
      { projection: { _id: 0 }, batchSize: 20_000 },
    )
    .toArray();

async function readOverdueOrders(
  { facts }: InsightsModels,
  { from, to, channel, asOfMs }: Span,
): Promise<OrderFact[]> {
  const rows = await facts('order')
    .find(
      { overdueFromMs: { $lt: asOfMs }, ...(channel === undefined ? {} : { channel }) },
      { batchSize: 20_000 },
    )
    .toArray();
  const [first, end] = [dayStart(from), dayStart(to) + dayMs];
  return rows
    .map(({ fact }) => asFact('order', fact))
    .filter(({ placedAtMs }) => !(placedAtMs < first) && !(placedAtMs >= end));
}

async function readOverdueShipments(models: InsightsModels, span: Span): Promise<OverdueShipment[]> {
  const rows = await models
    .facts('shipment')
    .find({ overdueFromMs: { $lt: span.asOfMs } }, { batchSize: 20_000 })
    .toArray();
  const shipments = rows.map(({ fact }) => asFact('shipment', fact));
  const ids = [...new Set(shipments.map(({ orderId }) => orderId))];
  const orders = await factsOf(models, 'order', { by: '_id', ids });
  const [first, end] = [dayStart(span.from), dayStart(span.to) + dayMs];
  const channels = new Map(
    orders
      .filter(({ placedAtMs }) => !(placedAtMs < first) && !(placedAtMs >= end))
      .map(({ id, channel }) => [id, channel]),
  );
  return shipments.flatMap((shipment) => {
    const channel = channels.get(shipment.orderId);
    return channel === undefined || (span.channel !== undefined && span.channel !== channel)
      ? []
      : [{ shipment, channel }];
  });
}
