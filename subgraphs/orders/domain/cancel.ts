import { notFound } from '../../../platform/errors/codedError.ts';
import { openUnits, type UnitsByLine } from './counters.ts';
import { orderEvent, type OrderEvent, type OrderState } from './order.ts';

/** Who gives up the units. */
export type CancelledBy = 'CUSTOMER' | 'RETAILER' | 'PAYMENT' | 'NO_STOCK' | 'NOT_COLLECTED';

export interface CancelDecision {
  readonly events: readonly OrderEvent[];
  readonly outcome: { readonly kind: 'cancelled' } | { readonly kind: 'tooLate'; readonly message: string };
}

/** Cancels the named units, or all open ones; nothing if some of them have left. */
export function decideCancel(
  order: OrderState,
  ask: { lines?: UnitsByLine | undefined; reason: string; by: CancelledBy; causeId: string },
): CancelDecision {
  const wanted = new Map<string, number>();
  for (const { lineId, quantity } of ask.lines ?? [])
    wanted.set(lineId, (wanted.get(lineId) ?? 0) + quantity);
  for (const lineId of wanted.keys())
    if (!order.lines.some((line) => line.lineId === lineId)) throw notFound('order line');
  const units = order.lines
    .map(({ lineId, sku, counters }) => ({
      lineId,
      sku,
      quantity: ask.lines === undefined ? openUnits(counters) : (wanted.get(lineId) ?? 0),
      open: openUnits(counters),
    }))
    .filter((line) => line.quantity > 0);
  const tooMany = units.find((line) => line.quantity > line.open);
  if (units.length === 0) return tooLate('All units have left or are cancelled already.');
  if (tooMany !== undefined)
    return tooLate(
      `Of line ${tooMany.lineId}, ${tooMany.open} units can still be cancelled, not ${tooMany.quantity}.`,
    );
  const lines = units.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));
  const { reason, by, causeId } = ask;
  return {
    events: [orderEvent('orders.LinesCancelled', { orderId: order._id, lines, causeId, reason, by })],
    outcome: { kind: 'cancelled' },
  };
}

const tooLate = (message: string): CancelDecision => ({ events: [], outcome: { kind: 'tooLate', message } });
