import { runDecision } from '../../../platform/journal/runDecision.ts';
import { decideCancel } from '../domain/cancel.ts';
import { evolveOrder } from '../domain/evolve.ts';
import { orderEvent, type OrderEvent, type OrderState, type Payment } from '../domain/order.ts';
import { paymentPending, securedEvent } from '../domain/place.ts';
import { isMissed, laterByDays, withDates, type Replan } from '../domain/replan.ts';
import { sumOf } from '../domain/status.ts';
import type { OrdersParts } from '../parts.ts';
import type { ProviderAnswer } from '../ports.ts';
import { outcomeOf, type FinalAnswer } from './providerAnswer.ts';

/** Asks the provider how a payment stands that an order waits for, and acts on the answer. */
export async function settleHold(application: OrdersParts, orderId: string): Promise<void> {
  const { models, payments, journal, orders } = application;
  const order = await models.Order.findOne({ _id: orderId }).lean<OrderState>();
  const waiting = order?.payments.find((each) => each.kind === 'AUTHORIZATION' && each.state === 'PENDING');
  if (order?.heldReason !== paymentPending || waiting === undefined) return;
  const answer = await payments.lookup(waiting.paymentId);
  // Never seen: the request was lost on its way, so nothing is set aside and the order cannot be secured.
  const final: ProviderAnswer = answer ?? { state: 'DECLINED', declineCode: 'no_answer' };
  if (final.state === 'PENDING' || final.state === 'UNKNOWN') return;
  const replan = final.state === 'APPROVED' ? await datesOfNow(application, order) : undefined;
  await runDecision(journal, orders, {
    ...{ id: orderId, actor: 'system:orders', cause: waiting.paymentId },
    decide: (now) =>
      now === undefined
        ? []
        : afterHold(now, { waiting, answer: final, replan, nowMs: journal.clock.nowMs() }),
  });
}

/** What can be promised now, if the plan the order was placed with is over. The units stay where they are held. */
async function datesOfNow({ promise, journal }: OrdersParts, order: OrderState): Promise<Replan | undefined> {
  const nowMs = journal.clock.nowMs();
  if (!isMissed(order, nowMs)) return undefined;
  return (await promise.again(order, `${order._id}:again`)) ?? laterByDays(order, nowMs);
}

/** Everything was cancelled while the payment was open: its answer ends the hold, and frees what it set aside. */
const overEvent = (order: OrderState, causeId: string): OrderEvent =>
  orderEvent('orders.LinesCancelled', {
    ...{ orderId: order._id, lines: [], causeId, by: 'PAYMENT' as const },
    reason: 'the order had been cancelled before the payment was answered',
  });

interface Answered {
  readonly waiting: Payment;
  readonly answer: FinalAnswer;
  readonly replan: Replan | undefined;
  readonly nowMs: number;
}

function afterHold(order: OrderState, { waiting, answer, replan, nowMs }: Answered): OrderEvent[] {
  if (order.heldReason !== paymentPending) return [];
  const { paymentId, amountMinor, method } = waiting;
  const settled = orderEvent('orders.PaymentChanged', {
    ...{ orderId: order._id, paymentId, kind: 'AUTHORIZATION', method },
    amount: { amountMinor, currency: order.currency },
    ...outcomeOf(answer),
  });
  if (sumOf(order.lines, 'ordered') === sumOf(order.lines, 'cancelled'))
    return [settled, overEvent(order, paymentId)];
  if (answer.state === 'APPROVED') return [settled, ...confirmed(order, replan, nowMs)];
  const cancel = { reason: 'the payment was declined', by: 'PAYMENT' as const, causeId: paymentId };
  return [settled, ...decideCancel(order, cancel).events];
}

/** The order is confirmed: as it was promised, or with the dates of now, which are told first. */
function confirmed(order: OrderState, replan: Replan | undefined, nowMs: number): OrderEvent[] {
  if (replan === undefined) return [securedEvent(order)];
  const laterMs = Math.max(0, replan.latestAtMs - order.currentLatestAtMs);
  const shipments = withDates(order.shipments, replan, laterMs);
  if (laterMs === 0) return [securedEvent({ ...order, shipments })];
  const moved = orderEvent('orders.OrderRepromised', {
    ...{ orderId: order._id, latestAtMs: replan.latestAtMs, reason: 'the payment was answered late' },
  });
  return [moved, securedEvent({ ...evolveOrder(order, moved, nowMs), shipments })];
}
