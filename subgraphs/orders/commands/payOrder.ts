import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { fingerprintOf } from '../../../platform/journal/fingerprint.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { mayReadRow } from '../../../schema/identity.ts';
import { isGone } from '../domain/ledger/ledger.ts';
import { orderEvent, type OrderState } from '../domain/order.ts';
import { toCover } from '../domain/stuckMoney.ts';
import type { PayOrderInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import type { Caller } from './onceOnOrder.ts';
import type { ProviderAnswer } from '../ports.ts';
import type { OpenPayDoc } from '../store/openPayModel.ts';
import { isFinal, outcomeOf, type FinalAnswer } from './providerAnswer.ts';
import type { MoneyMoves } from './money.ts';

/** What paying came to. `action`: the customer passes the provider's page, then the call is repeated with its result. */
export type PayResult =
  | { readonly kind: 'paid' }
  | { readonly kind: 'declined'; readonly declineCode: string }
  | { readonly kind: 'action'; readonly url: string; readonly expiresAtMs: number };

type Parts = OrdersParts & { readonly money: Pick<MoneyMoves, 'settle'> };

function requireReadable({ token, result, idempotencyKey: key }: PayOrderInput): void {
  if (!/^[\x20-\x7e]{1,255}$/.test(key))
    throw codedError(
      'IDEMPOTENCY_KEY_REQUIRED',
      'An idempotency key is 1 to 255 printable ASCII characters.',
    );
  if (token.length > 200) throw codedError('BAD_USER_INPUT', 'Tokens have at most 200 characters.');
  if ((result ?? '').length > 2_000)
    throw codedError('BAD_USER_INPUT', 'A result has at most 2,000 characters.', { field: 'result' });
}

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
export async function payOrder(parts: Parts, input: PayOrderInput, caller: Caller): Promise<PayResult> {
  const { who } = caller;
  requireReadable(input);
  const { orderId, reason, idempotencyKey: key } = input;
  const order = await parts.models.Order.findOne({ _id: orderId }).lean<OrderState>();
  if (order === null || !mayReadRow(who, order)) throw notFound('order');
  requireReason(who, order.owner, reason);
  const paymentId = `${orderId}:pay:${fingerprintOf([who.subject, key]).slice(0, 24)}`;
  const earlier = order.payments.find((each) => each.paymentId === paymentId);
  if (earlier?.state === 'SUCCEEDED') return { kind: 'paid' };
  if (earlier !== undefined) return { kind: 'declined', declineCode: earlier.declineCode ?? 'declined' };
  const begun = await parts.models.OpenPay.findOne({ _id: paymentId }).lean<OpenPayDoc>();
  const pay = begun ?? {
    ...{ _id: paymentId, orderId, amountMinor: requireOpen(order), currency: order.currency },
    ...{ principal: who.subject, startedAtMs: parts.journal.clock.nowMs() },
  };
  const answer = await ask(parts, pay, input);
  if (answer.state === 'ACTION_REQUIRED') return waits(parts, pay, answer.url);
  const last = isFinal(answer) ? answer : await parts.payments.abandon(paymentId);
  if (!isFinal(last))
    throw codedError(
      'SERVICE_UNAVAILABLE',
      'The provider has not answered; repeat the call with the same key.',
    );
  await book(parts, pay, last, caller.requestId);
  return last.state === 'DECLINED' ? { kind: 'declined', declineCode: last.declineCode } : { kind: 'paid' };
}

/** Asks the provider, or tells it that the customer came back from its page. */
const ask = (
  { payments }: OrdersParts,
  { _id: key, amountMinor, currency }: OpenPayDoc,
  { token, result }: PayOrderInput,
): Promise<ProviderAnswer> =>
  result == null ? payments.authorise({ key, amountMinor, currency, token }) : payments.complete(key, result);

/** Written down before the customer is sent away: whatever becomes of them, the payment gets an end. */
async function waits({ models, settings }: OrdersParts, pay: OpenPayDoc, url: string): Promise<PayResult> {
  const { _id, ...row } = pay;
  await models.OpenPay.updateOne({ _id }, { $setOnInsert: row }, { upsert: true });
  const expiresAtMs = pay.startedAtMs + settings.current().paymentActionMinutes * 60_000;
  return { kind: 'action', url, expiresAtMs };
}

/** The provider's last word, once; what is due is then captured. */
async function book(parts: Parts, pay: OpenPayDoc, last: FinalAnswer, cause: string): Promise<void> {
  const { _id: paymentId, orderId, amountMinor, currency, principal } = pay;
  await runDecision(parts.journal, parts.orders, {
    ...{ id: orderId, actor: principal, cause },
    decide: (now) => {
      if (now === undefined || now.payments.some((each) => each.paymentId === paymentId)) return [];
      const of = { orderId, paymentId, kind: 'AUTHORIZATION' as const, method: 'CARD' as const };
      return [
        orderEvent('orders.PaymentChanged', { ...of, amount: { amountMinor, currency }, ...outcomeOf(last) }),
      ];
    },
  });
  await parts.models.OpenPay.deleteOne({ _id: paymentId });
  // What fails here is asked for again by the recovery timer.
  if (last.state === 'APPROVED') await parts.money.settle(orderId).catch(() => undefined);
}

/** Further payments whose customer has not come back in time are given up; their last word counts. Called by a timer. */
export async function endLatePays(parts: Parts, beforeMs: number): Promise<void> {
  const late = builtFilter<OpenPayDoc>({ startedAtMs: { $lte: beforeMs } });
  for (const pay of await parts.models.OpenPay.find(late).limit(50).lean<OpenPayDoc[]>()) {
    const last = await parts.payments.abandon(pay._id);
    if (isFinal(last)) await book(parts, pay, last, `${pay._id}:late`);
  }
}
