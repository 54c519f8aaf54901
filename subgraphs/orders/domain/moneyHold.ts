import { decideCancel } from './cancel.ts';
import { evolveOrder } from './evolve.ts';
import { isOpenAuthorisation, orderEvent, type OrderEvent, type OrderState, type Payment } from './order.ts';
import { paymentAction, paymentPending, securedEvent } from './place.ts';
import { withDates, type Replan } from './replan.ts';
import { sumOf } from './status.ts';

/** Does the order wait for the answer of a provider, or for its customer to pass the provider's page? */
export const isWaitingForMoney = ({ heldReason }: Pick<OrderState, 'heldReason'>): boolean =>
  heldReason === paymentPending || heldReason === paymentAction;

/** A provider's last word on a payment the order waits for. */
export interface Answer {
  readonly payment: Payment;
  readonly outcome:
    | { readonly state: 'SUCCEEDED'; readonly providerReference: string; readonly expiresAtMs?: number }
    | { readonly state: 'FAILED'; readonly declineCode: string };
}

interface Answered {
  readonly answers: readonly Answer[];
  readonly replan: Replan | undefined;
  readonly nowMs: number;
}

/** What follows from answers: the order is confirmed once all means said yes, and cancelled once one said no. */
export function afterHold(order: OrderState, { answers, replan, nowMs }: Answered): OrderEvent[] {
  if (!isWaitingForMoney(order)) return [];
  const events = answers.flatMap((answer) => settledEvents(order, answer));
  const after = events.reduce<OrderState>((state, event) => evolveOrder(state, event, nowMs), order);
  // Others are still asked; what follows waits for them.
  if (events.length === 0 || after.payments.some(isOpenAuthorisation)) return events;
  const [first] = answers;
  const causeId = first?.payment.paymentId ?? order._id;
  if (sumOf(after.lines, 'ordered') === sumOf(after.lines, 'cancelled'))
    return [...events, overEvent(order, causeId)];
  const isSecured = after.payments.every(
    ({ kind, state }) => kind !== 'AUTHORIZATION' || state === 'SUCCEEDED',
  );
  if (isSecured) return [...events, ...confirmed(after, replan, nowMs)];
  const cancel = { reason: 'the payment was declined', by: 'PAYMENT' as const, causeId };
  return [...events, ...decideCancel(after, cancel).events];
}

function settledEvents(order: OrderState, { payment, outcome }: Answer): OrderEvent[] {
  const { paymentId, amountMinor, method } = payment;
  const isOpen = order.payments.some((each) => each.paymentId === paymentId && isOpenAuthorisation(each));
  if (!isOpen) return [];
  const amount = { amountMinor, currency: order.currency };
  const of = { orderId: order._id, paymentId, kind: 'AUTHORIZATION' as const, method, amount };
  return [orderEvent('orders.PaymentChanged', { ...of, ...outcome })];
}

/** Everything was cancelled while the payment was open: its answer ends the hold, and frees what it set aside. */
const overEvent = (order: OrderState, causeId: string): OrderEvent =>
  orderEvent('orders.LinesCancelled', {
    ...{ orderId: order._id, lines: [], causeId, by: 'PAYMENT' as const },
    reason: 'the order had been cancelled before the payment was answered',
  });

/** The order is confirmed: as it was promised, or with the dates of now, which are told first. */
function confirmed(order: OrderState, replan: Replan | undefined, nowMs: number): OrderEvent[] {
  if (replan === undefined) return [securedEvent(order)];
  const laterMs = Math.max(0, replan.latestAtMs - order.currentLatestAtMs);
  const shipments = withDates(order.shipments, replan, laterMs);
  if (laterMs === 0) return [securedEvent({ ...order, shipments })];
  const moved = orderEvent('orders.OrderRepromised', {
    ...{ orderId: order._id, latestAtMs: replan.latestAtMs, reason: 'the payment was answered late' },
    cause: 'PAYMENT_LATE',
  });
  return [moved, securedEvent({ ...evolveOrder(order, moved, nowMs), shipments })];
}
