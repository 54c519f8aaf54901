import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { UnitsByLine } from './counters.ts';
import { canCancel } from './ledger/decideUnits.ts';
import { countUnits } from './ledger/runs.ts';
import { orderEvent, type OrderEvent, type OrderState } from './order.ts';

/** Who gives up the units. */
export type CancelledBy = 'CUSTOMER' | 'RETAILER' | 'PAYMENT' | 'NO_STOCK' | 'NOT_COLLECTED';

export interface CancelDecision {
  readonly events: readonly OrderEvent[];
  readonly outcome:
    | { readonly kind: 'cancelled' }
    /** Whoever holds the units says whether it is still possible. */
    | { readonly kind: 'asked'; readonly askId: string }
    | { readonly kind: 'tooLate'; readonly message: string };
}

/**
 * Cancels the named units, or all open ones; nothing if some of them have left. Before an order is confirmed nobody
 * works on it: they are cancelled at once. After that it is asked for.
 */
export function decideCancel(
  order: OrderState,
  ask: { lines?: UnitsByLine | undefined; reason: string; by: CancelledBy; causeId: string },
): CancelDecision {
  const wanted = new Map<string, number>();
  for (const { lineId, quantity } of ask.lines ?? [])
    wanted.set(lineId, (wanted.get(lineId) ?? 0) + quantity);
  for (const lineId of wanted.keys())
    if (!order.lines.some((line) => line.lineId === lineId)) throw notFound('order line');
  if (order.changing !== undefined)
    throw codedError('CONFLICT', 'This order is being changed at this moment; try again shortly.');
  const units = order.lines
    .map(({ lineId, sku }) => ({ lineId, sku, open: countUnits(order.ledger, lineId, canCancel) }))
    .map((line) => ({
      ...line,
      quantity: ask.lines === undefined ? line.open : (wanted.get(line.lineId) ?? 0),
    }))
    .filter((line) => line.quantity > 0);
  const tooMany = units.find((line) => line.quantity > line.open);
  if (units.length === 0) return tooLate('All units have left, are cancelled, or are asked to be.');
  if (tooMany !== undefined)
    return tooLate(
      `Of line ${tooMany.lineId}, ${tooMany.open} units can still be cancelled, not ${tooMany.quantity}.`,
    );
  const lines = units.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));
  const { reason, by, causeId } = ask;
  const data = { orderId: order._id, lines, causeId, reason };
  if (order.confirmed && (by === 'CUSTOMER' || by === 'RETAILER'))
    return {
      events: [orderEvent('orders.CancelAsked', { ...data, by })],
      outcome: { kind: 'asked', askId: causeId },
    };
  return {
    events: [orderEvent('orders.LinesCancelled', { ...data, by })],
    outcome: { kind: 'cancelled' },
  };
}

const tooLate = (message: string): CancelDecision => ({ events: [], outcome: { kind: 'tooLate', message } });
