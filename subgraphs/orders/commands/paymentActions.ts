import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import { mayReadRow } from '../../../schema/identity.ts';
import type { OrderState } from '../domain/order.ts';
import { paymentAction } from '../domain/place.ts';
import type { CompletePaymentInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import type { OrderDoc } from '../store/models.ts';
import type { MoneyMoves } from './money.ts';
import type { Caller } from './onceOnOrder.ts';
import { endLatePays } from './payOrder.ts';
import { settleHold } from './settleHold.ts';

/** Payments that their customer has to pass at the provider's page (3-D Secure). */
export interface PaymentActions {
  /** The customer came back: asks the provider what came of it, and the order goes on or is cancelled. */
  complete(input: CompletePaymentInput, caller: Caller): Promise<void>;
  /** Ends orders whose customer has not come back in time. Called by a timer. */
  endLate(): Promise<void>;
}

const batch = 50;

export const createPaymentActions = (
  application: () => OrdersParts & { readonly money: Pick<MoneyMoves, 'settle'> },
  idempotency: Idempotency,
): PaymentActions => ({
  complete: async ({ orderId, result, idempotencyKey: key }, { who }) => {
    const { models, payments } = application();
    const order = await models.Order.findOne({ _id: orderId }).lean<OrderState>();
    if (order === null || !mayReadRow(who, order)) throw notFound('order');
    const text = result ?? '';
    if (text.length > 2_000) throw codedError('BAD_USER_INPUT', 'A result has at most 2,000 characters.');
    const scope = {
      principal: who.subject,
      operation: 'completePayment',
      key,
      input: { orderId, result: text },
    };
    await idempotency.once(scope, () => Promise.resolve({}));
    // The provider knows a key's outcome once it was completed, so repeating this asks again and moves nothing.
    for (const { paymentId, state } of order.payments)
      if (state === 'ACTION_REQUIRED') await payments.complete(paymentId, text);
    await settleHold(application(), orderId);
  },
  endLate: async () => {
    const { models, journal, settings } = application();
    const beforeMs = journal.clock.nowMs() - settings.current().paymentActionMinutes * 60_000;
    const late = builtFilter<OrderDoc>({ heldReason: paymentAction, placedAtMs: { $lte: beforeMs } });
    for (const { _id } of await models.Order.find(late, { _id: 1 }).limit(batch).lean<{ _id: string }[]>())
      await settleHold(application(), _id, true);
    await endLatePays(application(), beforeMs);
  },
});
