import type { FiguresSource } from '../application.ts';
import type { Cause } from '../domain/cause.ts';
import {
  costFigures,
  latenessFigures,
  pairOf,
  perEach,
  summedBy,
  totalOf,
  valueOf,
} from '../domain/figures.ts';
import { openView, requireSpan, type InsightsView } from './view.ts';

/** The figures of a span of days; BAD_USER_INPUT for one that is turned round or too long. */
export function readInsights(
  application: FiguresSource,
  span: { readonly from: string; readonly to: string; readonly channel?: string | null | undefined },
): Promise<InsightsView> {
  requireSpan(span.from, span.to);
  return openView(application, span);
}

/** Orders promised, judged, open and kept. */
export async function ordersOf(view: InsightsView) {
  const values = totalOf(await view.counters('ALL'));
  const orders = valueOf(values, 'orders');
  const judged = valueOf(values, 'delivered') + (await view.overdue()).orders.length;
  return { values, orders, judged, open: orders - judged, kept: valueOf(values, 'kept') };
}

/** On time and in full, against the three dates. */
export async function otifOf(view: InsightsView) {
  const { values, judged } = await ordersOf(view);
  const against = { FIRST: 'first', REQUESTED: 'requested', LAST: 'last' } as const;
  const late = (await view.overdue()).orders;
  // Against a date that was moved, an order is judged when that one has passed.
  const open = late.filter(({ lastLatestAtMs }) => lastLatestAtMs >= view.asOfMs).length;
  return (['FIRST', 'REQUESTED', 'LAST'] as const).map((date) => {
    const orders = date === 'LAST' ? judged - open : judged;
    const kept = valueOf(values, against[date]);
    return { against: date, orders, kept, rate: perEach(kept, orders) };
  });
}

/** Why orders came late or are still to come after their date. */
export async function latenessOf(view: InsightsView) {
  const overdue = new Map<Cause, number>();
  for (const { cause } of (await view.overdue()).orders) overdue.set(cause, (overdue.get(cause) ?? 0) + 1);
  return latenessFigures(
    summedBy(await view.counters('CAUSE'), ({ key }) => key),
    overdue,
  );
}

/** What serving orders costs, by currency. */
export async function costOf(view: InsightsView) {
  const returns = new Map<string, number>();
  for (const [key, values] of summedBy(await view.counters('RETURN_REASON'), (counter) => counter.key)) {
    const [, currency] = pairOf(key);
    returns.set(currency, (returns.get(currency) ?? 0) + valueOf(values, 'costMinor'));
  }
  return costFigures(
    summedBy(await view.counters('COST'), ({ key }) => key),
    returns,
  );
}
