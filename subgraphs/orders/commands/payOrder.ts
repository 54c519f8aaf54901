import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { fingerprintOf } from '../../../platform/journal/fingerprint.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { mayReadRow } from '../../../schema/identity.ts';
import { isGone } from '../domain/ledger/ledger.ts';
import { orderEvent, type OrderState } from '../domain/order.ts';
import { toCover } from '../domain/stuckMoney.ts';
import type { PayOrderInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import type { Caller } from './onceOnOrder.ts';
import { isFinal, outcomeOf } from './providerAnswer.ts';
import type { MoneyMoves } from './money.ts';

/** What paying came to. */
export type PayResult =
  { readonly kind: 'paid' } | { readonly kind: 'declined'; readonly declineCode: string };

function requireOpen(order: OrderState): number {
  const amountMinor = toCover(order.ledger);
  const gone = order.ledger.runs.every(({ place }) => place === 'CHARGE' || isGone(place));
  if (gone || amountMinor === 0)
    throw codedError('INVALID_TRANSITION', 'Everything of this order is paid or set aside.');
  if (order.heldReason !== undefined)
    throw codedError('INVALID_TRANSITION', 'This order is on hold; its first payment decides.');
  return amountMinor;
}

/**
 * Pays by a further card what no means of the order covers, or what could not be taken from those it has; what is due is
 * captured at once. Once per key: the same key at the provider, and one authorisation of its name in the order.
 */
export async function payOrder(
  parts: OrdersParts & { readonly money: Pick<MoneyMoves, 'settle'> },
  { orderId, token, reason, idempotencyKey: key }: PayOrderInput,
  { who, requestId }: Caller,
): Promise<PayResult> {
  if (!/^[\x20-\x7e]{1,255}$/.test(key))
    throw codedError(
      'IDEMPOTENCY_KEY_REQUIRED',
      'An idempotency key is 1 to 255 printable ASCII characters.',
    );
  if (token.length > 200) throw codedError('BAD_USER_INPUT', 'Tokens have at most 200 characters.');
  const order = await parts.models.Order.findOne({ _id: orderId }).lean<OrderState>();
  if (order === null || !mayReadRow(who, order)) throw notFound('order');
  requireReason(who, order.owner, reason);
  const paymentId = `${orderId}:pay:${fingerprintOf([who.subject, key]).slice(0, 24)}`;
  const earlier = order.payments.find((each) => each.paymentId === paymentId);
  if (earlier?.state === 'SUCCEEDED') return { kind: 'paid' };
  if (earlier !== undefined) return { kind: 'declined', declineCode: earlier.declineCode ?? 'declined' };
  const amountMinor = requireOpen(order);
  const { currency } = order;
  const answer = await parts.payments.authorise({ key: paymentId, amountMinor, currency, token });
  const last = isFinal(answer) ? answer : await parts.payments.abandon(paymentId);
  if (!isFinal(last))
    throw codedError(
      'SERVICE_UNAVAILABLE',
      'The provider has not answered; repeat the call with the same key.',
    );
  await runDecision(parts.journal, parts.orders, {
    ...{ id: orderId, actor: who.subject, cause: requestId },
    decide: (now) => {
      if (now === undefined || now.payments.some((each) => each.paymentId === paymentId)) return [];
      const of = { orderId, paymentId, kind: 'AUTHORIZATION' as const, method: 'CARD' as const };
      return [
        orderEvent('orders.PaymentChanged', { ...of, amount: { amountMinor, currency }, ...outcomeOf(last) }),
      ];
    },
  });
  if (last.state === 'DECLINED') return { kind: 'declined', declineCode: last.declineCode };
  // What fails here is asked for again by the recovery timer.
  await parts.money.settle(orderId).catch(() => undefined);
  return { kind: 'paid' };
}
