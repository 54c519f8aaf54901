import { runDecision } from '../../../platform/journal/runDecision.ts';
import { afterHold, isWaitingForMoney, type Answer } from '../domain/moneyHold.ts';
import { isOpenAuthorisation, type OrderState, type Payment } from '../domain/order.ts';
import { isMissed, laterByDays, type Replan } from '../domain/replan.ts';
import type { OrdersParts } from '../parts.ts';
import type { ProviderAnswer } from '../ports.ts';
import { isFinal, outcomeOf, type FinalAnswer } from './providerAnswer.ts';

type Final = { readonly payment: Payment; readonly answer: FinalAnswer };

/**
 * Asks the provider how the payments stand that an order waits for, and acts on the answers. With `giveUp`, what the
 * customer has not passed by now is given up: its last word counts, for they may just have passed it.
 */
export async function settleHold(application: OrdersParts, orderId: string, giveUp = false): Promise<void> {
  const { models, journal, orders } = application;
  const order = await models.Order.findOne({ _id: orderId }).lean<OrderState>();
  if (order === null || !isWaitingForMoney(order)) return;
  const finals = await answersOf(application, order.payments.filter(isOpenAuthorisation), giveUp);
  if (finals.length === 0) return;
  const approved = finals.every(({ answer }) => answer.state === 'APPROVED');
  const replan = approved ? await datesOfNow(application, order) : undefined;
  const answers = finals.map(({ payment, answer }): Answer => ({ payment, outcome: outcomeOf(answer) }));
  await runDecision(journal, orders, {
    ...{ id: orderId, actor: 'system:orders', cause: finals[0]?.payment.paymentId ?? orderId },
    decide: (now) =>
      now === undefined ? [] : afterHold(now, { answers, replan, nowMs: journal.clock.nowMs() }),
  });
}

/** What is answered for good. Once one is declined nothing comes of the order, and the others are given up. */
async function answersOf(
  { payments }: OrdersParts,
  open: readonly Payment[],
  giveUp: boolean,
): Promise<Final[]> {
  const finals: Final[] = [];
  const waiting: Payment[] = [];
  const take = (payment: Payment, answer: ProviderAnswer): void => {
    if (isFinal(answer)) finals.push({ payment, answer });
    else waiting.push(payment);
  };
  for (const payment of open) {
    const lost = giveUp && payment.state === 'ACTION_REQUIRED';
    const found = lost ? await payments.abandon(payment.paymentId) : await payments.lookup(payment.paymentId);
    // Never seen: the request was lost on its way, so nothing is set aside and the order cannot be secured.
    take(payment, found ?? { state: 'DECLINED', declineCode: 'no_answer' });
  }
  if (!finals.some(({ answer }) => answer.state === 'DECLINED')) return finals;
  for (const payment of waiting.splice(0)) take(payment, await payments.abandon(payment.paymentId));
  return finals;
}

/** What can be promised now, if the plan the order was placed with is over. The units stay where they are held. */
async function datesOfNow({ promise, journal }: OrdersParts, order: OrderState): Promise<Replan | undefined> {
  const nowMs = journal.clock.nowMs();
  if (!isMissed(order, nowMs)) return undefined;
  return (await promise.again(order, `${order._id}:again`)) ?? laterByDays(order, nowMs);
}
