import { codedError } from '../../../platform/errors/codedError.ts';
import type { FiguresSource } from '../application.ts';
import { perEach, totalOf, valueOf } from '../domain/figures.ts';
import type { KeptFigure } from '../domain/figures.ts';
import { keptBy } from './kept.ts';
import { openView } from './view.ts';

const dayMs = 86_400_000;

/** How well promises of a period were kept, over the orders that have come to their end. */
export async function promiseScorecard(
  application: FiguresSource,
  {
    from,
    to,
    channel,
  }: {
    readonly from?: string | null | undefined;
    readonly to?: string | null | undefined;
    readonly channel?: string | null | undefined;
  },
) {
  if (from != null && to != null && from > to) throw codedError('BAD_USER_INPUT', 'from lies before to.');
  const span = { ...(from == null ? {} : { from }), ...(to == null ? {} : { to }), channel };
  const view = await openView(application, span);
  const values = totalOf(await view.counters('ALL'));
  const overdue = (await view.overdue()).orders;
  const delivered = valueOf(values, 'delivered');
  const over = delivered + overdue.length;
  const overduePromised = overdue.reduce(
    (sum, { dueAtMs, placedAtMs }) => sum + (dueAtMs - placedAtMs) / dayMs,
    0,
  );
  return {
    orders: over,
    open: valueOf(values, 'orders') - over,
    keptRate: perEach(valueOf(values, 'kept'), over),
    meanPromisedDays: perEach(valueOf(values, 'promisedMs') / dayMs + overduePromised, over),
    meanActualDays: perEach(valueOf(values, 'actualMs') / dayMs, delivered),
    breakdown: [
      ...(await keptBy(view, 'SERVICE')).flatMap((figure) => rowOf('SERVICE', figure)),
      ...(await keptBy(view, 'LOCATION')).flatMap((figure) => rowOf('LOCATION', figure)),
    ],
  };
}

const rowOf = (dimension: string, { key, judged, keptRate }: KeptFigure) =>
  keptRate === null ? [] : [{ dimension, key, shipments: judged, keptRate }];
