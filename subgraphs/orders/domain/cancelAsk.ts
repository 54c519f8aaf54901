import type { EventPayload } from '../../../schema/events/registry.ts';
import type { UnitsByLine } from './counters.ts';
import { orderEvent, type CancelAsk, type OrderEvent, type OrderState } from './order.ts';

type Asking = 'orders.CancelAsked' | 'orders.ChangeAsked';
type Answering = 'orders.CancelRefused' | 'orders.LinesCancelled' | 'orders.LinesRecalled';

const unitsIn = (lines: UnitsByLine): number => lines.reduce((sum, line) => sum + line.quantity, 0);

/** Said of a change nobody gave a reason for. */
const changeReason = 'it is to go another way';

/** How many units nobody has answered for. */
export const unansweredUnits = ({ lines, cancelledUnits, refusedUnits }: CancelAsk): number =>
  unitsIn(lines) - cancelledUnits - refusedUnits;

/** Folds what is asked and answered into the asks of an order. Counted facts come here once. */
export function withAsk(
  state: OrderState,
  event: Extract<OrderEvent, { type: Asking | Answering }>,
  at: number,
): OrderState {
  const asks = state.cancelAsks ?? [];
  const next =
    event.type === 'orders.CancelAsked' || event.type === 'orders.ChangeAsked'
      ? asked(asks, event, at)
      : answered(asks, event);
  if (next === asks) return state;
  const open = next.filter((ask) => unansweredUnits(ask) > 0).map((ask) => ask.askedAtMs);
  const { askedAtMs: _before, ...rest } = state;
  return { ...rest, cancelAsks: next, ...(open.length === 0 ? {} : { askedAtMs: Math.min(...open) }) };
}

function asked(
  asks: readonly CancelAsk[],
  event: Extract<OrderEvent, { type: Asking }>,
  at: number,
): CancelAsk[] {
  const { causeId: askId, reason = changeReason, lines } = event.data;
  const change = event.type === 'orders.ChangeAsked';
  const by = change ? ('CUSTOMER' as const) : event.data.by;
  const known = asks.find((ask) => ask.askId === askId);
  const counts = { askedAtMs: at, times: 1, cancelledUnits: 0, refusedUnits: 0 };
  const first = { askId, by, reason, lines, ...counts, ...(change ? { change } : {}) };
  if (known === undefined) return [...asks, first];
  return asks.map((ask) => (ask === known ? { ...ask, askedAtMs: at, times: ask.times + 1 } : ask));
}

function answered(
  asks: readonly CancelAsk[],
  event: Extract<OrderEvent, { type: Answering }>,
): readonly CancelAsk[] {
  const { askId, lines } = event.data;
  if (!asks.some((ask) => ask.askId === askId)) return asks;
  const field = event.type === 'orders.CancelRefused' ? 'refusedUnits' : 'cancelledUnits';
  return asks.map((ask) => (ask.askId === askId ? { ...ask, [field]: ask[field] + unitsIn(lines) } : ask));
}

/** What the locations' answer means for the order: facts, each counted once. */
export function answerFacts(
  order: OrderState,
  { orderId, askId, cancelled, refused }: EventPayload<'fulfillment.CancelAnswered'>,
) {
  const ask = order.cancelAsks?.find((each) => each.askId === askId);
  const { by = 'CUSTOMER' as const, reason = 'no reason given', change } = ask ?? {};
  const parts = cancelled.map(({ fulfillmentOrderId, waited, arrivedFrom, lines }) => {
    const causeId = `${askId}:${fulfillmentOrderId ?? 'search'}`;
    const had = fulfillmentOrderId === undefined ? {} : { fulfillmentOrderId };
    const units = { orderId, lines, askId, causeId, ...had, ...(waited ? { waited } : {}) };
    return change === true
      ? orderEvent('orders.LinesRecalled', units)
      : orderEvent('orders.LinesCancelled', {
          ...units,
          ...(arrivedFrom === undefined ? {} : { arrivedFrom }),
          by,
          reason,
        });
  });
  const reasons = [...new Set(refused.map((line) => line.reason))];
  const rest = reasons.map((why) =>
    orderEvent('orders.CancelRefused', {
      ...{ orderId, askId, causeId: `${askId}:${why}`, reason: why },
      ...(change === true ? { change } : {}),
      lines: refused
        .filter((line) => line.reason === why)
        .map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity })),
    }),
  );
  return [...parts, ...rest];
}

/** An answer that should have come long ago is asked for again, under the same name; twice as late each time. */
export function decideAskAgain(order: OrderState, nowMs: number, afterMs: number): OrderEvent[] {
  const late = (order.cancelAsks ?? []).filter(
    (ask) => unansweredUnits(ask) > 0 && nowMs >= ask.askedAtMs + pauseMs(ask, afterMs),
  );
  return late.map(({ askId: causeId, lines: units, by, reason, change }) => {
    const lines = units.map((line) => ({ ...line }));
    const again = { orderId: order._id, causeId, reason, lines };
    return change === true
      ? orderEvent('orders.ChangeAsked', again)
      : orderEvent('orders.CancelAsked', { ...again, by });
  });
}

const hourMs = 3_600_000;
const pauseMs = ({ times }: CancelAsk, afterMs: number): number =>
  Math.min(hourMs, afterMs * 2 ** (times - 1));
