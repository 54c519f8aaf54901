import type { Idempotency } from '../../../platform/journal/idempotency.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { decideGoodwillRefund } from '../domain/goodwill.ts';
import { withTillPaid } from '../domain/till.ts';
import { decideReceipt } from '../domain/received.ts';
import type { RecordPaymentInput, RefundGoodwillInput } from '../generated/resolverTypes.ts';
import type { OrdersParts } from '../parts.ts';
import { onceOnOrder, type Caller } from './onceOnOrder.ts';

/** Money that people move by saying so. Nothing else books money that is taken outside. */
export interface GivenMoney {
  /** Books money taken at a till or for an invoice. */
  recordPayment(input: RecordPaymentInput, caller: Caller): Promise<void>;
  /** Gives money back without a return; the provider is asked by a reaction. */
  refundGoodwill(input: RefundGoodwillInput, caller: Caller): Promise<void>;
}

export function createGivenMoney(application: () => OrdersParts, idempotency: Idempotency): GivenMoney {
  return {
    recordPayment: (input, caller) => {
      const parts = application();
      const { amount, means, receipt, locationId, takenAt } = input;
      return onceOnOrder(parts, idempotency, caller, {
        ...{ operation: 'recordPayment', input },
        decide: (order, paymentId) => {
          const nowMs = parts.journal.clock.nowMs();
          const events = decideReceipt(
            order,
            {
              ...{ paymentId, amount, means, receipt },
              ...{ locationId: locationId ?? undefined, takenAtMs: takenAt ?? undefined },
            },
            caller.who,
            nowMs,
          );
          return withTillPaid(order, events, nowMs);
        },
      });
    },
    refundGoodwill: (input, caller) => {
      const parts = application();
      const { amount, lineId, delivery, reason } = input;
      return onceOnOrder(parts, idempotency, caller, {
        ...{ operation: 'refundGoodwill', input },
        decide: (order, causeId) => {
          requireReason(caller.who, order.owner, reason);
          const wish = { amount: amount ?? undefined, lineId: lineId ?? undefined, reason: reason.trim() };
          return decideGoodwillRefund(
            order,
            { ...wish, delivery: delivery ?? false },
            {
              ...{ causeId, who: caller.who, nowMs: parts.journal.clock.nowMs() },
              agentPercent: parts.settings.current().agentGoodwillPercent,
            },
          );
        },
      });
    },
  };
}
