import { codedError } from '../../../platform/errors/codedError.ts';
import type { FiguresSource } from '../application.ts';
import type { Counter, CounterDimension } from '../domain/counters.ts';
import type { Pending, PendingOrder, PendingShipment } from '../domain/pending.ts';
import type { InsightsModels } from '../store/models.ts';

/** The figures of a span of days, read as they are asked for, each dimension once. */
export interface InsightsView {
  readonly from: string;
  readonly to: string;
  readonly channel: string | undefined;
  readonly asOfMs: number;
  counters(dimension: CounterDimension): Promise<readonly Counter[]>;
  /** What of the orders of these days has not come though its date has passed. */
  overdue(): Promise<Overdue>;
}

/** An order that has not come in time. */
export type OverdueOrder = PendingOrder & Pick<Pending, 'day' | 'channel'>;

/** Orders and shipments that have not come in time. */
export interface Overdue {
  readonly orders: readonly OverdueOrder[];
  readonly shipments: readonly PendingShipment[];
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
  let overdue: Promise<Overdue> | undefined;
  return {
    ...view,
    counters: (dimension) => {
      const read = known.get(dimension) ?? readCounters(models, view, dimension);
      known.set(dimension, read);
      return read;
    },
    overdue: () => (overdue ??= readOverdue(models, view)),
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
      // Rows go out whole, as they are stored: taking members out of thousands of them costs more than their ids.
      { batchSize: 20_000 },
    )
    .toArray();

async function readOverdue({ pending: rows }: InsightsModels, span: Span): Promise<Overdue> {
  const { from, to, channel, asOfMs } = span;
  const due = await rows.find({ dueAtMs: { $lt: asOfMs } }, { batchSize: 20_000 }).toArray();
  const pending = due.filter(
    (each) => each.day >= from && each.day <= to && (channel === undefined || each.channel === channel),
  );
  return {
    orders: pending.flatMap(({ order, day, channel: sold }) =>
      order === undefined || order.dueAtMs >= asOfMs ? [] : [{ ...order, day, channel: sold }],
    ),
    shipments: pending.flatMap(({ shipments }) => shipments.filter(({ dueAtMs }) => dueAtMs < asOfMs)),
  };
}
